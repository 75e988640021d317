"""The points of participant flow that every period has; a study may name others of its own."""

from trialway.vocabulary.coded import Vocabulary

MILESTONE = Vocabulary(
    "milestone",
    labels={
        "started": "Started",
        "completed": "Completed",
        "not_completed": "Did not complete",
    },
    registries={
        "ctgov": {
            "STARTED": "started",
            "COMPLETED": "completed",
            "NOT COMPLETED": "not_completed",
        },
    },
)
