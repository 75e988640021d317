"""How spread to the brain, the spinal fluid or their linings is written: **the table** ─▶ cns_metastases."""

from trialway.language_rules import LanguageRule, RuleTable

_PLACE = (
    r"(?:brain|cns|central nervous system(?: ?\(cns\))?|intracranial|cerebral|meningeal"
    r"|leptomeningeal|parenchymal|pia mater)"
)
_SPREAD = (
    r"(?:metasta(?:sis|ses|tic|zes)(?: disease| lesions?| tumou?rs?)?|mets\b|involvement|invasion"
    r"|dissemination)"
)

CNS_METASTASES = RuleTable(
    LanguageRule(
        "cns.named.place-first",
        rf"\b(?P<place>{_PLACE})(?:(?:,| or| and|/|and/or| \(cns\)| brainstem| spinal cord| spinal"
        rf"| meningeal| leptomeningeal| tumou?r| parenchymal| or brainstem){{1,3}})? ?{_SPREAD}",
        "The place and the spread.",
        example="brain or leptomeningeal metastases",
        counter_example="brain imaging",
    ),
    LanguageRule(
        "cns.named.metastases-to",
        rf"\bmetasta\w{{1,4}} (?:to|in|of) (?:the )?{_PLACE}",
        "Metastases to the place.",
        example="metastases to the brain",
        counter_example="metastases to the liver",
    ),
    LanguageRule(
        "cns.named.linings",
        r"\b(?:leptomeningeal"
        r"|meningeal)(?: \w{1,12}){0,1} (?:disease|carcinoma\w{0,5}|spread|metasta\w{1,4}"
        r"|dissemination)",
        "Cancer of the linings.",
        example="leptomeningeal disease",
        counter_example="meningeal irritation",
    ),
    LanguageRule(
        "cns.named.meningitis",
        r"\b(?:carcinomatous|cancerous|neoplastic|leukemic|lymphomatous) meningitis",
        "Meningitis that cancer causes.",
        example="carcinomatous meningitis",
        counter_example="bacterial meningitis",
    ),
    LanguageRule(
        "cns.named.lesions",
        r"\b(?:active|asymptomatic|symptomatic|untreated|treated) (?:central nervous system \(cns\)"
        r"|cns|brain) lesions?",
        "Lesions that are or were treated.",
        example="untreated brain lesions",
        counter_example="traumatic brain lesions",
    ),
    LanguageRule(
        "cns.narrowed",
        r"\b(?P<word>asymptomatic|symptomatic|untreated|treated|active|unstable|stable|uncontrolled"
        r"|controlled|progressing|progressive|progression|uncontrollable)\b",
        "How it stands.",
        example="symptomatic brain metastases",
        counter_example="brain metastases",
    ),
    LanguageRule(
        "cns.narrowed-before",
        r"(?:\b(?:asymptomatic|symptomatic|untreated|treated|active|actively|clinically|unstable"
        r"|stable|uncontrolled|controlled|progressing|progressive|previously|rapidly"
        r"|uncontrollable)\b(?:, ?(?:or|and)? ?| or | and |/| and/or | ){0,1}){1,5}$",
        "The words that say so, before it.",
        example="known active or untreated ",
        counter_example="known ",
    ),
    LanguageRule(
        "cns.of-the-linings",
        r"mening",
        "It is in the linings.",
        example="leptomeningeal disease",
        counter_example="brain metastases",
    ),
)
