"""What kind of organisation a sponsor or collaborator is."""

from trialway.vocabulary.coded import Vocabulary

SPONSOR_CLASS = Vocabulary(
    "sponsor_class",
    labels={
        "industry": "Industry",
        "nih": "US National Institutes of Health",
        "us_federal": "Other US federal agency",
        "other_government": "Other government",
        "network": "Research network",
        "individual": "Individual",
        "other": "University, hospital or other",
        "ambiguous": "Ambiguous",
        "unknown": "Not known",
    },
    registries={
        "ctgov": {
            "INDUSTRY": "industry",
            "NIH": "nih",
            "FED": "us_federal",
            "OTHER_GOV": "other_government",
            "NETWORK": "network",
            "INDIV": "individual",
            "OTHER": "other",
            "AMBIG": "ambiguous",
            "UNKNOWN": "unknown",
        },
    },
)
