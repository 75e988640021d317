"""The primary purpose of an interventional study."""

from trialway.vocabulary.coded import Vocabulary

PURPOSE = Vocabulary(
    "purpose",
    labels={
        "treatment": "Treatment",
        "prevention": "Prevention",
        "diagnostic": "Diagnosis",
        "educational": "Education, counselling or training",
        "supportive_care": "Supportive care",
        "screening": "Screening",
        "health_services": "Health services research",
        "basic_science": "Basic science",
        "device_feasibility": "Device feasibility",
        "other": "Other purpose",
    },
    registries={
        "ctgov": {
            "TREATMENT": "treatment",
            "PREVENTION": "prevention",
            "DIAGNOSTIC": "diagnostic",
            "ECT": "educational",
            "SUPPORTIVE_CARE": "supportive_care",
            "SCREENING": "screening",
            "HEALTH_SERVICES_RESEARCH": "health_services",
            "BASIC_SCIENCE": "basic_science",
            "DEVICE_FEASIBILITY": "device_feasibility",
            "OTHER": "other",
        },
    },
)
