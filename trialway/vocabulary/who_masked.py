"""Who is kept from knowing who is in which group."""

from trialway.vocabulary.coded import Vocabulary

WHO_MASKED = Vocabulary(
    "who_masked",
    labels={
        "participant": "Participant",
        "care_provider": "Care provider",
        "investigator": "Investigator",
        "outcomes_assessor": "Outcomes assessor",
    },
    registries={
        "ctgov": {
            "PARTICIPANT": "participant",
            "CARE_PROVIDER": "care_provider",
            "INVESTIGATOR": "investigator",
            "OUTCOMES_ASSESSOR": "outcomes_assessor",
        },
    },
)
