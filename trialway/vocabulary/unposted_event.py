"""What happened to results that were submitted and are not posted."""

from trialway.vocabulary.coded import Vocabulary

UNPOSTED_EVENT = Vocabulary(
    "unposted_event",
    labels={
        "release": "Submitted",
        "unrelease": "Submission withdrawn",
        "reset": "Returned to the submitter after quality review",
    },
    registries={
        "ctgov": {
            "RELEASE": "release",
            "UNRELEASE": "unrelease",
            "RESET": "reset",
        },
    },
)
