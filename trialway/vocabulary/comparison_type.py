"""What a statistical comparison was to show."""

from trialway.vocabulary.coded import Vocabulary

COMPARISON_TYPE = Vocabulary(
    "comparison_type",
    labels={
        "superiority": "Superiority",
        "non_inferiority": "Non-inferiority",
        "equivalence": "Equivalence",
        "other": "Other comparison",
        "non_inferiority_or_equivalence": "Non-inferiority or equivalence",
        "superiority_or_other": "Superiority or other",
    },
    registries={
        "ctgov": {
            "SUPERIORITY": "superiority",
            "NON_INFERIORITY": "non_inferiority",
            "EQUIVALENCE": "equivalence",
            "OTHER": "other",
            "NON_INFERIORITY_OR_EQUIVALENCE": "non_inferiority_or_equivalence",
            "SUPERIORITY_OR_OTHER": "superiority_or_other",
            "NON_INFERIORITY_OR_EQUIVALENCE_LEGACY": "non_inferiority_or_equivalence",
            "SUPERIORITY_OR_OTHER_LEGACY": "superiority_or_other",
        },
    },
)
