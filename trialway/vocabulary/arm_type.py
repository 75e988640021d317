"""The role of a study group."""

from trialway.vocabulary.coded import Vocabulary

ARM_TYPE = Vocabulary(
    "arm_type",
    labels={
        "experimental": "Experimental",
        "active_comparator": "Active comparator",
        "placebo_comparator": "Placebo comparator",
        "sham_comparator": "Sham comparator",
        "no_intervention": "No intervention",
        "other": "Other group",
    },
    registries={
        "ctgov": {
            "EXPERIMENTAL": "experimental",
            "ACTIVE_COMPARATOR": "active_comparator",
            "PLACEBO_COMPARATOR": "placebo_comparator",
            "SHAM_COMPARATOR": "sham_comparator",
            "NO_INTERVENTION": "no_intervention",
            "OTHER": "other",
        },
    },
)
