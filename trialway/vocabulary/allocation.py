"""How participants are put into groups."""

from trialway.vocabulary.coded import Vocabulary

ALLOCATION = Vocabulary(
    "allocation",
    labels={
        "randomised": "Randomised",
        "non_randomised": "Not randomised",
        "not_applicable": "Not applicable",
    },
    registries={
        "ctgov": {
            "RANDOMIZED": "randomised",
            "NON_RANDOMIZED": "non_randomised",
            "NA": "not_applicable",
        },
    },
)
