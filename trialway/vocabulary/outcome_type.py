"""How an outcome measure was planned."""

from trialway.vocabulary.coded import Vocabulary

OUTCOME_TYPE = Vocabulary(
    "outcome_type",
    labels={
        "primary": "Primary",
        "secondary": "Secondary",
        "other": "Other, planned beforehand",
        "post_hoc": "Post hoc: decided after the data were known",
    },
    registries={
        "ctgov": {
            "PRIMARY": "primary",
            "SECONDARY": "secondary",
            "OTHER_PRE_SPECIFIED": "other",
            "POST_HOC": "post_hoc",
        },
    },
)
