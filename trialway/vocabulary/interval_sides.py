"""Whether a confidence interval has one limit or two."""

from trialway.vocabulary.coded import Vocabulary

INTERVAL_SIDES = Vocabulary(
    "interval_sides",
    labels={
        "one": "One-sided",
        "two": "Two-sided",
    },
    registries={
        "ctgov": {
            "ONE_SIDED": "one",
            "TWO_SIDED": "two",
        },
    },
)
