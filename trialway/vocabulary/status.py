"""Recruitment status of a trial or of a site, and the availability of expanded access."""

from trialway.vocabulary.coded import Vocabulary

STATUS = Vocabulary(
    "status",
    labels={
        "not_yet_recruiting": "Not yet recruiting",
        "recruiting": "Recruiting",
        "by_invitation": "Enrolling by invitation",
        "active_not_recruiting": "Active, not recruiting",
        "suspended": "Suspended",
        "terminated": "Terminated",
        "completed": "Completed",
        "withdrawn": "Withdrawn",
        "unknown": "Unknown status",
        "available": "Available",
        "temporarily_not_available": "Temporarily not available",
        "no_longer_available": "No longer available",
        "approved_for_marketing": "Approved for marketing",
        "withheld": "Withheld",
    },
    registries={
        "ctgov": {
            "NOT_YET_RECRUITING": "not_yet_recruiting",
            "RECRUITING": "recruiting",
            "ENROLLING_BY_INVITATION": "by_invitation",
            "ACTIVE_NOT_RECRUITING": "active_not_recruiting",
            "SUSPENDED": "suspended",
            "TERMINATED": "terminated",
            "COMPLETED": "completed",
            "WITHDRAWN": "withdrawn",
            "UNKNOWN": "unknown",
            "AVAILABLE": "available",
            "TEMPORARILY_NOT_AVAILABLE": "temporarily_not_available",
            "NO_LONGER_AVAILABLE": "no_longer_available",
            "APPROVED_FOR_MARKETING": "approved_for_marketing",
            "WITHHELD": "withheld",
        },
    },
)
