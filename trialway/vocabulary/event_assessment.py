"""How adverse events were collected."""

from trialway.vocabulary.coded import Vocabulary

EVENT_ASSESSMENT = Vocabulary(
    "event_assessment",
    labels={
        "systematic": "Asked for or measured regularly",
        "non_systematic": "Noted when reported",
    },
    registries={
        "ctgov": {
            "SYSTEMATIC_ASSESSMENT": "systematic",
            "NON_SYSTEMATIC_ASSESSMENT": "non_systematic",
        },
    },
)
