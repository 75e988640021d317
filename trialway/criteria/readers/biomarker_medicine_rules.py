"""Markers that name a medicine or a test, not the tumour: **the table** ─▶ biomarkers."""

from trialway.language_rules import LanguageRule, RuleTable

_AFTER_AN_ASIDE = r"(?: ?\([^)]{1,20}\))?[ -]{0,2}"

BIOMARKER_MEDICINES = RuleTable(
    LanguageRule(
        "biomarker.medicine.before.anti",
        r"\banti-? ?(?:pd-1 ?(?:/|and|or|,) ?(?:anti-?)?)?$",
        "A medicine against the marker.",
        example="prior anti-pd-1 or anti-",
        counter_example="antibody to ",
    ),
    LanguageRule(
        "biomarker.medicine.before.second-target",
        r"(?:pd-1 ?/ ?|pd-1[ /]or |vegf/)$",
        "A medicine against the marker and another one.",
        example="pd-1/",
        counter_example="pd-1 positive ",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "biomarker.medicine.before.inhibitor-of",
        r"inhibit\w{1,5} (?:of )?(?:the )?$",
        "A medicine that blocks it.",
        example="inhibitors of the ",
        counter_example="inhibitor therapy with ",
    ),
    LanguageRule(
        "biomarker.medicine.before.other-than",
        r"\bother than (?:\w{1,14} )?$",
        "What is left out, not what is asked.",
        example="mutations other than ",
        counter_example="another ",
    ),
    LanguageRule(
        "biomarker.medicine.after.inhibitor",
        rf"{_AFTER_AN_ASIDE}(?:tkis?\b|inhibit\w{{1,4}}|tyrosine kinase inhib\w{{1,5}}|antagonist|checkpoint"
        rf"|selective|blockade|and pd-?l?[12] inhib)",
        "A medicine that blocks it.",
        example="-tki",
        counter_example=" mutation",
    ),
    LanguageRule(
        "biomarker.medicine.after.antibody",
        rf"{_AFTER_AN_ASIDE}(?:antibod\w{{1,3}}|target\w{{1,3}}|directed)",
        "A medicine aimed at it.",
        example="-directed antibody",
        counter_example="-positive",
    ),
    LanguageRule(
        "biomarker.medicine.after.treatment",
        rf"{_AFTER_AN_ASIDE}(?:therap\w{{1,4}}|agents?\b|treat\w{{1,5}})",
        "A treatment named by its target.",
        example=" therapy",
        counter_example=" testing",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "biomarker.medicine.after.second-target",
        rf"{_AFTER_AN_ASIDE}(?:/pd|/her)",
        "A medicine against two targets.",
        example="/pd-1 inhibitor",
        counter_example="/neu positive",
    ),
    LanguageRule(
        "biomarker.tested.before",
        r"\b(?:detection|determination|assessment|evaluation|testing|test) (?:of"
        r"|for) (?:[\w-]{1,12} ){0,3}$",
        "The test and not what it found.",
        example="testing for ",
        counter_example="positive for ",
    ),
    LanguageRule(
        "biomarker.tested.after",
        r"(?: [\w-]{1,12}){0,3} (?:testing|(?:mutation )?status(?! is| must| confirmed))\b",
        "The test, or a state that is not said.",
        example=" mutation status known",
        counter_example=" mutation status is positive",
    ),
    LanguageRule(
        "biomarker.tested.state",
        r" ?-(?:selective|targeted|directed)|(?: mutation)? status\b",
        "Behind what looked like a state: an aim, or that a state is known.",
        example=" mutation status",
        counter_example=" mutation positive",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "biomarker.pd-l1-tested",
        r"(?:testing|determination|assess\w{1,6}|inhibit\w{1,4})",
        "PD-L1 is measured, or a medicine blocks it.",
        example=" expression testing",
        counter_example=" expression ≥ 1%",
    ),
)
