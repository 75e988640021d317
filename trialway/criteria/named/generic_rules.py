"""Nouns that say of what kind a thing is when the list of concepts does not know its name: **the table** ─▶
mentions. "Severe hepatic disease" is an illness, whatever else it is."""

from trialway.language_rules import LanguageRule, RuleTable

GENERIC_NAMES = RuleTable(
    LanguageRule(
        "generic.procedure",
        r"(?P<procedure>\b(?:surger(?:y|ies)|operations?|procedures?|interventions?"
        r"|transplant(?:ation)?s?|resections?|implantations?|implants?|biops(?:y|ies)|radiotherapy|irradiation|transfusions?|catheteri[sz]ations?"
        r"|ablations?|dialysis|intubation|embolizations?|revasculari[sz]ations?|hospitali[sz]ations?|anesthesia|anaesthesia|vaccinations?"
        r"|immuni[sz]ations?)\b)",
        "Something that is done to people.",
        example="gastric resection",
        counter_example="gastric reserve",
    ),
    LanguageRule(
        "generic.medicine",
        r"(?P<medicine>\b(?:inhibitors?|agonists?|antagonists?|blockers?|antibod(?:y|ies)|inducers?|agents?|drugs?|medications?|medicines?"
        r"|vaccines?|steroids?|corticosteroids?|immunosuppressants?|immunosuppression|therap(?:y|ies)|supplements?|hormones?|analogues?|modulators?|stimulants?"
        r"|antidepressants?|antibiotics?|anticoagulants?|contraceptives?)\b)",
        "Something that is taken or given.",
        example="vegf inhibitors",
        counter_example="inhibitory",
    ),
    LanguageRule(
        "generic.condition",
        r"(?P<condition>\b(?:diseases?|disorders?|illness(?:es)?|infections?|syndromes?|abnormalit(?:y|ies)|dysfunctions?|impairments?"
        r"|insufficienc(?:y|ies)|failure|malformations?|deficienc(?:y|ies)|injur(?:y|ies)|trauma|patholog(?:y|ies)|malignanc(?:y|ies)|neoplasms?"
        r"|tumou?rs?|lesions?|bleeding|ha?emorrhages?|stenos[ei]s|occlusions?|fractures?|wounds?|ulcers?|anomal(?:y|ies)|defects?|arrhythmias?|blocks?|neuropath(?:y|ies)"
        r"|myopath(?:y|ies)|obstructions?|complications?|comorbidit(?:y|ies)|co-morbidit(?:y|ies)|addictions?|abuse|dependence|disabilit(?:y|ies)|metastas[ei]s)\b)",
        "Something that somebody suffers from.",
        example="severe hepatic disease",
        counter_example="diseased organ",
    ),
)
