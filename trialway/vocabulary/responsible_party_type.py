"""Who answers for the information in the record."""

from trialway.vocabulary.coded import Vocabulary

RESPONSIBLE_PARTY_TYPE = Vocabulary(
    "responsible_party_type",
    labels={
        "sponsor": "Sponsor",
        "principal_investigator": "Principal investigator",
        "sponsor_investigator": "Sponsor-investigator",
    },
    registries={
        "ctgov": {
            "SPONSOR": "sponsor",
            "PRINCIPAL_INVESTIGATOR": "principal_investigator",
            "SPONSOR_INVESTIGATOR": "sponsor_investigator",
        },
    },
)
