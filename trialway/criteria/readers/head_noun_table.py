"""The nouns that tell what a window of time is about: treatments, illnesses, tests, the disease coming back.

words before a window ─▶ **the noun nearest to it** ─▶ heads, which weighs what stands around it.
"""

import re
from functools import lru_cache

from trialway.criteria.expressions import WindowKind

HEADS: tuple[tuple[WindowKind, re.Pattern[str]], ...] = (
    (
        "progression window",
        re.compile(r"\b(?:progress(?:ion|ed|ive)|relaps\w{0,3}|recur\w{0,5}|disease[- ]free)"),
    ),
    (
        "wash-out",
        re.compile(
            r"\b(?:completed|finished|wash-? ?out|treat\w{0,5}|therap\w{0,5}|recei[vp]\w{0,4}|drugs?"
            r"|medic(?:ation|ine|inal|ament)\w{0,2}|us(?:e|ed|ing|age)\b|dos(?:e|es|ed|ing|age)\b"
            r"|surg\w{1,6}|procedures?|pci\b|cabg\b|revascular\w{1,8}|"
            r"transfus\w{1,4}|vaccin\w{0,6}|(?:chemo|immuno|radio|brachy)\w{0,10}|radiation"
            r"|antibiotic\w{0,2}|antimicrobial\w{0,2}|(?:cortico)?steroids?|inhibitors?|inducers?"
            r"|agents?|trials?\b|(?<!imaging )(?<!sleep )stud(?:y|ies)\b|"
            r"transplant\w{0,6}|implant\w{0,6}|infus\w{1,4}|inject\w{1,4}|administ\w{0,7}"
            r"|donat\w{1,4}|abstain\w{0,3}|refrain\w{0,3}|contracepti\w{1,4}|\w{2,20}(?:ostomy|ectomy|plasty|otomy)|ablation|intervention\w{0,2}"
            r"|antihistamines?|taking|taken|take\b|stent\w{0,5}|biologic\w{0,4}|consum\w{1,6}|"
            r"participat\w{0,4}|angioplast\w{1,2}|immunoglobulins?|antibod(?:y|ies)|exchange"
            r"|(?:h[ae]{1,2}mo)?dialysis|bypass|graft\w{0,3}|training|programs?|programmes?|rehabilitation|replacement|exposure"
            r"|initiation|nitrosoureas?|mitomycin|\w{3,20}(?:mab|nib|cept|gliflozin|sartan|pril|olol"
            r"|statin|mycin|azole|parin)s?\b|sglt-?2i?|trails?\b|desensiti[sz]ation|cardioversion"
            r"|valvuloplasty"
            r"|resynchron\w{1,7}|pacemaker|device"
            r"|ect\b|electroconvul\w{1,5}|operation|supplement\w{0,3}|product\w{0,2}|smok\w{1,4}|"
            r"resection|inotrop\w{1,3}|diuretic\w{0,1}|loratadine|cetirizine|beta-agonists?"
            r"|theophylline|immunosuppress\w{1,6}|blockers?|insulin|vasodilat\w{2}s?|vasopress\w{2}s?|nitrates?|glucocort\w{2,12}|antivirals?|antifungals?|bronchodil\w{4}s?|antidepress\w{4}|antipsychot\w{2,3}|cannabis|marijuana|nsaids?|opioids?"
            r"|anticoagul\w{1,5}|omalizumab|montelukast|hormone\w{0,1}|nicotine|radiotherap\w{1,4}"
            r"|amiloride|methotrexate|amiodarone|herbal|off\b|hydroxyurea|catheteri[sz]ation|enrol\w{1,6})"
        ),
    ),
    (
        "recency",
        re.compile(
            r"\b(?:tests?\b|tested|samples?|biops\w{1,3}|scans?|scanned|echo\w{0,13}|imaging"
            r"|measure[ds]?\b|measurement|assess\w{0,5}|laborator\w{1,3}|mri\b|ct\b|radiograph\w{0,2}|"
            r"colonoscopy|angiogra\w{1,4}|lvef|e?gfr|ejection fraction|h[ae]moglobin|hba1c|bnp"
            r"|nt-probnp|specimens?|spirometry|fev1|ecg|x-?ray|results?|values?\b|proven|creatinine clearance"
            r"|clearance|hgb|platelets?|anc|neutrophil count|serology"
            r"|(?:organ|marrow|renal|hepatic|liver|kidney|h[ae]{1,2}matologic(?:al)?|coagulation) functions?"
            r"|(?<!any )levels?\b|markers?\b|viral load|rna\b|copies"
            r"|reports?|recist|inr|ultrasound|ckd-epi|glycosylated|a1c|performance status|ecog|tee\b"
            r"|tte\b)"
        ),
    ),
    (
        "look-back",
        re.compile(
            r"\b(?:infarct\w{1,4}|mi\b|ami\b|stemi|strokes?|tia\b|cva\b|hospitali[sz]\w{1,6}"
            r"|infection\w{0,1}|exacerbat\w{1,4}|abuse|dependence|events?|bleed\w{0,3}"
            r"|illness\w{0,2}|diseases?\b|symptoms?|syndromes?|accidents?|"
            r"malignan\w{1,4}|cancers?|attacks?|fractures?|hem?orrhag\w{1,3}|angina|arrhythmias?"
            r"|thrombo\w{1,9}|embol\w{1,4}|failure|fainting|syncope|episodes?|anaphyla\w{1,5}"
            r"|disorders?|addiction|covid\w{0,3}|flare|trauma|injur\w{1,3}|suicid\w{1,5}|behavior|pneumonia|"
            r"seizures?|menses|breast ?-?feed\w{0,3}|lactation|delivery|onset|diagnosis of|diagnosed with"
            r"|deteriorat\w{1,3}|shock|tamponade|decompensat\w{1,4}|arrest|ulcers?|hepatitis|sepsis"
            r"|tuberculosis"
            r"|pancreatitis|ketoacidosis|visits?|admission|admitted|obstruction|reaction|bites?"
            r"|discharges?|stings?|tachycardia|misuse|alcoholism|history of)"
        ),
    ),
)
_ANY_HEAD = re.compile("|".join(f"(?P<{window[:4]}>{pattern.pattern})" for window, pattern in HEADS))
_CLASSES = {window[:4]: window for window, _ in HEADS}
# The heads are looked for in so many letters at the end first.
_NEAR = 48
_STARTS = re.compile(r"\b\w{1,30}")
# What heads of several words start with.
_OF_SEVERAL_WORDS = """disease wash creatinine ejection neutrophil viral performance breast diagnosis
diagnosed history organ marrow renal hepatic liver kidney hematologic haematologic hematological
haematological coagulation beta sglt nt ckd x"""
_OF_SEVERAL = frozenset(_OF_SEVERAL_WORDS.split())


def last_head(words: str) -> tuple[int, WindowKind] | None:
    """Looked for from the end, where it mostly stands."""
    middle = words.rfind(" ", 0, max(0, len(words) - _NEAR)) + 1
    for low, high in ((middle, len(words)), (0, middle)):
        for word in reversed(list(_STARTS.finditer(words, low, high))):
            match = _ANY_HEAD.match(words, word.start()) if _may_start(word[0]) else None
            if match:
                return word.start(), _CLASSES[match.lastgroup or ""]
    return None


@lru_cache(maxsize=4096)
def _may_start(word: str) -> bool:
    """Whether a head can start with a word: kept, for the pattern is dear and words come again."""
    return word in _OF_SEVERAL or _ANY_HEAD.match(word) is not None


def tells_of_progression(before: str) -> bool:
    """Whether the disease coming back is what the words are about."""
    return bool(HEADS[0][1].search(before))
