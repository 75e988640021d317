"""Phase of a trial of a drug or biological product; a trial may have two."""

from trialway.vocabulary.coded import Vocabulary

PHASE = Vocabulary(
    "phase",
    labels={
        "early_1": "Early phase 1",
        "1": "Phase 1",
        "2": "Phase 2",
        "3": "Phase 3",
        "4": "Phase 4",
        "not_applicable": "Not applicable",
    },
    registries={
        "ctgov": {
            "EARLY_PHASE1": "early_1",
            "PHASE1": "1",
            "PHASE2": "2",
            "PHASE3": "3",
            "PHASE4": "4",
            "NA": "not_applicable",
        },
    },
)
