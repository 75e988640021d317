"""Whether individual participant data will be shared."""

from trialway.vocabulary.coded import Vocabulary

IPD_SHARING = Vocabulary(
    "ipd_sharing",
    labels={
        "yes": "Yes",
        "no": "No",
        "undecided": "Undecided",
    },
    registries={
        "ctgov": {
            "YES": "yes",
            "NO": "no",
            "UNDECIDED": "undecided",
        },
    },
)
