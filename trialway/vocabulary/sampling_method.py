"""How the people of an observational study are chosen."""

from trialway.vocabulary.coded import Vocabulary

SAMPLING_METHOD = Vocabulary(
    "sampling_method",
    labels={
        "probability": "Probability sample",
        "non_probability": "Non-probability sample",
    },
    registries={
        "ctgov": {
            "PROBABILITY_SAMPLE": "probability",
            "NON_PROBABILITY_SAMPLE": "non_probability",
        },
    },
)
