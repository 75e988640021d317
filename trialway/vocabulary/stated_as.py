"""Whether a date or a number happened or is planned."""

from trialway.vocabulary.coded import Vocabulary

STATED_AS = Vocabulary(
    "stated_as",
    labels={
        "actual": "Actual",
        "estimated": "Estimated",
    },
    registries={
        "ctgov": {
            "ACTUAL": "actual",
            "ESTIMATED": "estimated",
        },
    },
)
