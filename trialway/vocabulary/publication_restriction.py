"""How long the submitter may hold back a publication."""

from trialway.vocabulary.coded import Vocabulary

PUBLICATION_RESTRICTION = Vocabulary(
    "publication_restriction",
    labels={
        "up_to_60": "Up to 60 days",
        "more_than_60": "More than 60 days",
        "other": "Other terms",
    },
    registries={
        "ctgov": {
            "LTE60": "up_to_60",
            "GT60": "more_than_60",
            "OTHER": "other",
        },
    },
)
