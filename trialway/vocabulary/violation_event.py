"""Notices about the duty to report under US law (FDAAA 801)."""

from trialway.vocabulary.coded import Vocabulary

VIOLATION_EVENT = Vocabulary(
    "violation_event",
    labels={
        "identified": "Violation identified by the FDA",
        "corrected": "Correction confirmed by the FDA",
        "penalty": "Penalty imposed by the FDA",
        "addressed": "Issues in the letter addressed, confirmed by the FDA",
    },
    registries={
        "ctgov": {
            "VIOLATION_IDENTIFIED": "identified",
            "CORRECTION_CONFIRMED": "corrected",
            "PENALTY_IMPOSED": "penalty",
            "ISSUES_IN_LETTER_ADDRESSED_CONFIRMED": "addressed",
        },
    },
)
