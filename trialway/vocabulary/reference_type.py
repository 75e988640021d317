"""How a publication relates to the trial."""

from trialway.vocabulary.coded import Vocabulary

REFERENCE_TYPE = Vocabulary(
    "reference_type",
    labels={
        "background": "Background",
        "result": "Results of this trial",
        "derived": "Found by the registry through the trial number",
    },
    registries={
        "ctgov": {
            "BACKGROUND": "background",
            "RESULT": "result",
            "DERIVED": "derived",
        },
    },
)
