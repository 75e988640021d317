"""Whether an observational study looks forward or back."""

from trialway.vocabulary.coded import Vocabulary

TIME_PERSPECTIVE = Vocabulary(
    "time_perspective",
    labels={
        "retrospective": "Retrospective",
        "prospective": "Prospective",
        "cross_sectional": "Cross-sectional",
        "other": "Other time perspective",
    },
    registries={
        "ctgov": {
            "RETROSPECTIVE": "retrospective",
            "PROSPECTIVE": "prospective",
            "CROSS_SECTIONAL": "cross_sectional",
            "OTHER": "other",
        },
    },
)
