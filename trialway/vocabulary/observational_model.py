"""How an observational study chooses and compares people."""

from trialway.vocabulary.coded import Vocabulary

OBSERVATIONAL_MODEL = Vocabulary(
    "observational_model",
    labels={
        "cohort": "Cohort",
        "case_control": "Case-control",
        "case_only": "Case-only",
        "case_crossover": "Case-crossover",
        "ecologic": "Ecologic or community",
        "family_based": "Family-based",
        "defined_population": "Defined population",
        "natural_history": "Natural history",
        "other": "Other model",
    },
    registries={
        "ctgov": {
            "COHORT": "cohort",
            "CASE_CONTROL": "case_control",
            "CASE_ONLY": "case_only",
            "CASE_CROSSOVER": "case_crossover",
            "ECOLOGIC_OR_COMMUNITY": "ecologic",
            "FAMILY_BASED": "family_based",
            "DEFINED_POPULATION": "defined_population",
            "NATURAL_HISTORY": "natural_history",
            "OTHER": "other",
        },
    },
)
