"""How many parties are kept from knowing who is in which group."""

from trialway.vocabulary.coded import Vocabulary

MASKING = Vocabulary(
    "masking",
    labels={
        "none": "Open label (no masking)",
        "single": "Single",
        "double": "Double",
        "triple": "Triple",
        "quadruple": "Quadruple",
    },
    registries={
        "ctgov": {
            "NONE": "none",
            "SINGLE": "single",
            "DOUBLE": "double",
            "TRIPLE": "triple",
            "QUADRUPLE": "quadruple",
        },
    },
)
