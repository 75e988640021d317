"""Whether the numbers of an outcome are there."""

from trialway.vocabulary.coded import Vocabulary

REPORTING_STATUS = Vocabulary(
    "reporting_status",
    labels={
        "posted": "Posted",
        "not_posted": "Not posted yet",
    },
    registries={
        "ctgov": {
            "POSTED": "posted",
            "NOT_POSTED": "not_posted",
        },
    },
)
