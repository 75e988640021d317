"""The standard age groups."""

from trialway.vocabulary.coded import Vocabulary

AGE_GROUP = Vocabulary(
    "age_group",
    labels={
        "child": "Child (birth to 17)",
        "adult": "Adult (18 to 64)",
        "older_adult": "Older adult (65 and over)",
    },
    registries={
        "ctgov": {
            "CHILD": "child",
            "ADULT": "adult",
            "OLDER_ADULT": "older_adult",
        },
    },
)
