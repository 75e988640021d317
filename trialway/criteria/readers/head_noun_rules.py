"""The nouns that tell what a time window is about: **rows by class of noun** ─▶ head_noun_table.

``head-noun.progression.`` is the disease coming back, ``head-noun.wash-out.`` treatments and what else
somebody takes or does, ``head-noun.recency.`` tests, ``head-noun.look-back.`` events and illnesses. Of
rows that match at one place, the first counts.
"""

from trialway.language_rules import LanguageRule, RuleTable


def _nouns(rule_id: str, alternatives: str, meaning: str, example: str, counter_example: str) -> LanguageRule:
    return LanguageRule(f"head-noun.{rule_id}", rf"\b(?:{alternatives})", meaning, example, counter_example)


HEAD_NOUNS = RuleTable(
    _nouns(
        "progression.any",
        r"progress(?:ion|ed|ive)|relaps\w{0,3}|recur\w{0,5}|disease[- ]free",
        "The disease coming back.",
        "relapsed within 6 months",
        "programme within 6 months",
    ),
    _nouns(
        "wash-out.ended",
        r"completed|finished|wash-? ?out|off\b|abstain\w{0,3}|refrain\w{0,3}",
        "A treatment that ended, or something left off.",
        "wash-out of 4 weeks",
        "offered 4 weeks ago",
    ),
    _nouns(
        "wash-out.treatment",
        r"treat\w{0,5}|therap\w{0,5}|recei[vp]\w{0,4}|intervention\w{0,2}|initiation|replacement|exposure"
        r"|administ\w{0,7}|taking|taken|take\b|us(?:e|ed|ing|age)\b|consum\w{1,6}",
        "Treatment and taking, in general words.",
        "use of any of these within 2 weeks",
        "usual activity within 2 weeks",
    ),
    _nouns(
        "wash-out.medicine",
        r"drugs?|medic(?:ation|ine|inal|ament)\w{0,2}|dos(?:e|es|ed|ing|age)\b|agents?|biologic\w{0,4}"
        r"|supplement\w{0,3}|product\w{0,2}|herbal",
        "Medicines, in general words.",
        "herbal products within 1 week",
        "domestic travel within 1 week",
    ),
    _nouns(
        "wash-out.class-of-medicines",
        r"(?:chemo|immuno|radio|brachy)\w{0,10}|radiation|radiotherap\w{1,4}"
        r"|antibiotic\w{0,2}|antimicrobial\w{0,2}|(?:cortico)?steroids?|inhibitors?|inducers?"
        r"|contracepti\w{1,4}|antihistamines?|immunoglobulins?|antibod(?:y|ies)|inotrop\w{1,3}"
        r"|diuretic\w{0,1}|beta-agonists?|immunosuppress\w{1,6}|blockers?|vasodilat\w{2}s?|vasopress\w{2}s?"
        r"|nitrates?|glucocort\w{2,12}|antivirals?|antifungals?|bronchodil\w{4}s?|antidepress\w{4}"
        r"|antipsychot\w{2,3}|nsaids?|opioids?|anticoagul\w{1,5}|sglt-?2i?|nitrosoureas?|hormone\w{0,1}"
        r"|insulin|nicotine|cannabis|marijuana",
        "Classes of medicines and of drugs.",
        "systemic corticosteroids within 30 days",
        "antigen within 30 days",
    ),
    _nouns(
        "wash-out.name-of-a-medicine",
        r"\w{3,20}(?:mab|nib|cept|ciclib|platin|taxel|rubicin|trexate|mycin|cillin|floxacin|azole|gliflozin"
        r"|gliptin|glutide|sartan|pril|olol|dipine|statin|arone|parin|xaban|gatran|lukast|phylline|tadine"
        r"|rizine|triptan|setron)s?\b",
        "One medicine by its name, known by the stem that names of its class share.",
        "omalizumab within 6 months",
        "cannibals within 6 months",
    ),
    _nouns(
        "wash-out.operation",
        r"surg\w{1,6}|procedures?|pci\b|cabg\b|revascular\w{1,8}|transplant\w{0,6}|implant\w{0,6}"
        r"|\w{2,20}(?:ostomy|ectomy|plasty|otomy)|ablation|stent\w{0,5}|angioplast\w{1,2}|bypass"
        r"|graft\w{0,3}|cardioversion|valvuloplasty|resynchron\w{1,7}|pacemaker|device|operation|resection"
        r"|catheteri[sz]ation|ect\b|electroconvul\w{1,5}",
        "Operations and what is put in.",
        "major surgery within 4 weeks",
        "sturdy shoes within 4 weeks",
    ),
    _nouns(
        "wash-out.infusion",
        r"transfus\w{1,4}|vaccin\w{0,6}|infus\w{1,4}|inject\w{1,4}|donat\w{1,4}|exchange"
        r"|(?:h[ae]{1,2}mo)?dialysis|desensiti[sz]ation",
        "Infusions, vaccines, giving blood.",
        "a live vaccine within 30 days",
        "vacation within 30 days",
    ),
    _nouns(
        "wash-out.study",
        r"trials?\b|trails?\b|(?<!imaging )(?<!sleep )stud(?:y|ies)\b|participat\w{0,4}|enrol\w{1,6}",
        "Another study.",
        "another clinical trial within 30 days",
        "an imaging study within 30 days",
    ),
    _nouns(
        "wash-out.way-of-life",
        r"training|programs?|programmes?|rehabilitation|smok\w{1,4}",
        "Programmes and habits.",
        "cardiac rehabilitation within 3 months",
        "small meals within 3 months",
    ),
    _nouns(
        "recency.test",
        r"tests?\b|tested|samples?|biops\w{1,3}|specimens?|serology|proven|laborator\w{1,3}"
        r"|measure[ds]?\b|measurement|assess\w{0,5}|results?|values?\b|reports?",
        "Tests, samples and their results.",
        "a negative test within 7 days",
        "testicular disease within 7 days",
    ),
    _nouns(
        "recency.image",
        r"scans?|scanned|echo\w{0,13}|imaging|mri\b|ct\b|radiograph\w{0,2}|colonoscopy|angiogra\w{1,4}"
        r"|spirometry|ecg|x-?ray|ultrasound|tee\b|tte\b",
        "Pictures, and tests of heart and lungs.",
        "an echocardiogram within 28 days",
        "scarring within 28 days",
    ),
    _nouns(
        "recency.value",
        r"lvef|e?gfr|ejection fraction|h[ae]moglobin|hba1c|bnp|nt-probnp|fev1|creatinine clearance"
        r"|clearance|hgb|platelets?|anc|neutrophil count|inr|ckd-epi|glycosylated|a1c|(?<!any )levels?\b"
        r"|markers?\b|viral load|rna\b|copies",
        "What is measured.",
        "platelets within 14 days",
        "at any level within 14 days",
    ),
    _nouns(
        "recency.function",
        r"(?:organ|marrow|renal|hepatic|liver|kidney|h[ae]{1,2}matologic(?:al)?|coagulation) functions?"
        r"|recist|performance status|ecog",
        "How well organs work, and how well somebody is.",
        "adequate organ function within 14 days",
        "organ failure within 14 days",
    ),
    _nouns(
        "look-back.heart-and-vessels",
        r"infarct\w{1,4}|mi\b|ami\b|stemi|strokes?|tia\b|cva\b|angina|arrhythmias?|thrombo\w{1,9}"
        r"|embol\w{1,4}|shock|tamponade|decompensat\w{1,4}|arrest|tachycardia|syncope|fainting"
        r"|hem?orrhag\w{1,3}|bleed\w{0,3}",
        "Events of heart, vessels and blood.",
        "myocardial infarction within 6 months",
        "micturition within 6 months",
    ),
    _nouns(
        "look-back.infection",
        r"infection\w{0,1}|pneumonia|hepatitis|sepsis|tuberculosis|covid\w{0,3}",
        "Infections.",
        "covid-19 within 4 weeks",
        "infertility within 4 weeks",
    ),
    _nouns(
        "look-back.illness",
        r"illness\w{0,2}|diseases?\b|symptoms?|syndromes?|disorders?|malignan\w{1,4}|cancers?|failure"
        r"|ulcers?|pancreatitis|ketoacidosis|obstruction|seizures?|anaphyla\w{1,5}|reaction|onset"
        r"|exacerbat\w{1,4}|deteriorat\w{1,3}|flare|attacks?|episodes?|events?",
        "Illnesses, and how they come and get worse.",
        "an exacerbation within 4 weeks",
        "an example within 4 weeks",
    ),
    _nouns(
        "look-back.injury",
        r"accidents?|fractures?|trauma|injur\w{1,3}|bites?|stings?",
        "Injuries.",
        "head injury within 1 year",
        "head office within 1 year",
    ),
    _nouns(
        "look-back.addiction-and-mood",
        r"abuse|dependence|addiction|misuse|alcoholism|suicid\w{1,5}|behavior",
        "Addiction, and thoughts of suicide.",
        "alcohol abuse within 1 year",
        "abutment within 1 year",
    ),
    _nouns(
        "look-back.birth",
        r"menses|breast ?-?feed\w{0,3}|lactation|delivery",
        "Bleeding, birth and breast-feeding.",
        "delivery within 6 weeks",
        "breast density within 6 weeks",
    ),
    _nouns(
        "look-back.hospital",
        r"hospitali[sz]\w{1,6}|visits?|admission|admitted|discharges?|diagnosis of|diagnosed with|history of",
        "Stays in hospital, visits, and what was found there.",
        "hospitalised within 30 days",
        "hospitality within 30 days",
    ),
)
