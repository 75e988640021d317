"""The role of a named person or contact."""

from trialway.vocabulary.coded import Vocabulary

PERSON_ROLE = Vocabulary(
    "person_role",
    labels={
        "study_chair": "Study chair",
        "study_director": "Study director",
        "principal_investigator": "Principal investigator",
        "sub_investigator": "Sub-investigator",
        "contact": "Contact",
    },
    registries={
        "ctgov": {
            "STUDY_CHAIR": "study_chair",
            "STUDY_DIRECTOR": "study_director",
            "PRINCIPAL_INVESTIGATOR": "principal_investigator",
            "SUB_INVESTIGATOR": "sub_investigator",
            "CONTACT": "contact",
        },
    },
)
