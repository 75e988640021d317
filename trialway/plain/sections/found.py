"""What did this trial find? Its own tables in sentences. TrialRecord ─▶ **the section ``found``**."""

import datetime as dt
from collections.abc import Iterable, Iterator

from trialway.plain.statement import Piece, PlainGroup, PlainSection, Statement, general, quote, say
from trialway.record import TrialRecord
from trialway.results.reported import Reported, reported
from trialway.results.sentences import Sentence, Told, events_told, primary_told

MOST_OUTCOMES = 3
MOST_EVENTS = 3
SHARE = "a share in percent"
_PLACE = ("results",)


def tell_found(record: TrialRecord, _today: dt.date) -> PlainSection:
    """Empty where the record holds no results."""
    report = reported(record.results)
    groups = tuple(_groups(report)) if report else ()
    return PlainSection(
        id="found",
        question="What did this trial find?",
        statements=tuple(_head()) if groups else (),
        groups=groups,
        closing=tuple(_general()) if groups else (),
    )


def _head() -> Iterator[Statement]:
    yield say("found-head", _PLACE, "These numbers are from the tables that the team sent to the registry.")


def _groups(report: Reported) -> Iterator[PlainGroup]:
    told = primary_told(report, MOST_OUTCOMES + 1)
    for one in told[:MOST_OUTCOMES]:
        yield PlainGroup(title=quote(one.title), statements=_of_outcome(one))
    if len(told) > MOST_OUTCOMES:
        words = "The page of results has the other main outcomes."
        yield PlainGroup(title=(Piece("More outcomes"),), statements=(say("more-outcomes", _PLACE, words),))
    events = tuple(_statements(events_told(report, MOST_EVENTS)))
    if events:
        yield PlainGroup(title=(Piece("Health problems during the trial"),), statements=events)


def _of_outcome(told: Told) -> tuple[Statement, ...]:
    sentences = tuple(_statements(told.sentences))
    return sentences or (say("see-table", _PLACE, "The page of results has a table for this."),)


def _statements(sentences: Iterable[Sentence]) -> Iterator[Statement]:
    for one in sentences:
        pieces = tuple(Piece(piece.text, theirs=piece.theirs) for piece in one.pieces)
        numbers = tuple(piece.text for piece in one.pieces if piece.theirs)
        derivation = SHARE if one.template in {"count", "serious", "event"} else ""
        yield say(f"found-{one.template}", _PLACE, pieces, rests_on=numbers, derivation=derivation)


def _general() -> Iterator[Statement]:
    yield general("not-causes", "Not every health problem is caused by what was given.")
    yield general("one-trial", "The results of one trial do not tell what will happen to you.")
