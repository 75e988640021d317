"""How the groups of an interventional study relate in time."""

from trialway.vocabulary.coded import Vocabulary

INTERVENTION_MODEL = Vocabulary(
    "intervention_model",
    labels={
        "single_group": "Single group",
        "parallel": "Parallel groups",
        "crossover": "Crossover",
        "factorial": "Factorial",
        "sequential": "Sequential",
    },
    registries={
        "ctgov": {
            "SINGLE_GROUP": "single_group",
            "PARALLEL": "parallel",
            "CROSSOVER": "crossover",
            "FACTORIAL": "factorial",
            "SEQUENTIAL": "sequential",
        },
    },
)
