"""What kind of number an identifier is."""

from trialway.vocabulary.coded import Vocabulary

IDENTIFIER_TYPE = Vocabulary(
    "identifier_type",
    labels={
        "nct": "ClinicalTrials.gov number",
        "eudract": "EudraCT number",
        "ctis": "EU CT number",
        "nih": "US NIH grant or contract",
        "fda": "US FDA grant or contract",
        "va": "US VA grant or contract",
        "cdc": "US CDC grant or contract",
        "ahrq": "US AHRQ grant or contract",
        "samhsa": "US SAMHSA grant or contract",
        "other_grant": "Other grant or funding number",
        "registry": "Number in another registry",
        "other": "Other number",
    },
    registries={
        "ctgov": {
            "nctId": "nct",
            "EUDRACT_NUMBER": "eudract",
            "CTIS": "ctis",
            "NIH": "nih",
            "FDA": "fda",
            "VA": "va",
            "CDC": "cdc",
            "AHRQ": "ahrq",
            "SAMHSA": "samhsa",
            "OTHER_GRANT": "other_grant",
            "REGISTRY": "registry",
            "OTHER": "other",
        },
    },
)
