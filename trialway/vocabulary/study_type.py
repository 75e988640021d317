"""What kind of study it is."""

from trialway.vocabulary.coded import Vocabulary

STUDY_TYPE = Vocabulary(
    "study_type",
    labels={
        "interventional": "Interventional",
        "observational": "Observational",
        "expanded_access": "Expanded access",
    },
    registries={
        "ctgov": {
            "INTERVENTIONAL": "interventional",
            "OBSERVATIONAL": "observational",
            "EXPANDED_ACCESS": "expanded_access",
        },
    },
)
