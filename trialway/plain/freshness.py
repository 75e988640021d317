"""How old the registry's status is: TrialRecord ─▶ **"last confirmed 26 months ago"** ─▶ section ``open``."""

import datetime as dt
from collections.abc import Iterator

from trialway.plain.statement import (
    Statement,
    TextPiece,
    general,
    make_statement,
    name,
)
from trialway.record import TrialRecord
from trialway.vocabulary.dates import StatedDate, date_words

# Up to 6 months counts as fresh; after 12 the reader is told to ask.
FRESH_MONTHS, OLD_MONTHS = 6, 12
_CAN_CHANGE = frozenset(
    [
        "not_yet_recruiting",
        "recruiting",
        "by_invitation",
        "active_not_recruiting",
        "suspended",
        "available",
        "temporarily_not_available",
    ]
)


def write_freshness(record: TrialRecord, today: dt.date) -> Iterator[Statement]:
    """A statement where the status can still change; none for a closed trial."""
    status, verified = record.recruitment.status, record.recruitment.verified
    code = (status.code or "") if status else ""
    if code not in _CAN_CHANGE and code != "unknown":
        return
    if verified is None:
        yield make_statement(
            "confirmed-never",
            ("recruitment.verified",),
            "The record does not say when this was last confirmed.",
        )
        return
    months = months_since(verified, today)
    when, ago = _in(verified), f"{months} months ago"
    place, rests = ("recruitment.verified", "recruitment.status"), (verified.iso,)
    if months <= FRESH_MONTHS:
        yield make_statement("confirmed", place[:1], "This was last confirmed ", *when, ".", rests_on=rests)
    elif code == "unknown":
        yield make_statement(
            "confirmed-old",
            place[:1],
            "The record was last confirmed ",
            *when,
            f", {ago}.",
            rests_on=rests,
            derivation="time elapsed",
        )
    else:
        lead = f"But this was last confirmed {ago}, "
        yield make_statement(
            "confirmed-ago", place, lead, *when, ".", rests_on=rests, derivation="time elapsed"
        )
    if months > OLD_MONTHS:
        yield general("ask-if-open", "Ask the trial team before you rely on this.")


def months_since(date: StatedDate, today: dt.date) -> int:
    """Whole months since the last day that the date can mean; 0 for a date to come."""
    last = date.first_day if date.precision == "month" else date.last_day
    months = (today.year - last.year) * 12 + today.month - last.month
    if date.precision != "month" and today.day < last.day:
        months -= 1
    return max(0, months)


def _in(date: StatedDate) -> tuple[str, TextPiece]:
    return ("on " if date.precision in ("day", "minute") else "in "), name(date_words(date))
