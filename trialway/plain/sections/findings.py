"""What did this trial find? Its own tables in sentences. TrialRecord ─▶ **the section ``found``**."""

import datetime as dt
from collections.abc import Iterable, Iterator

from trialway.plain.phrases import line
from trialway.plain.section_rules import SECTION_WORDS
from trialway.plain.sections.event_shares import SHARE, event_shares
from trialway.plain.statement import (
    PlainGroup,
    PlainSection,
    Quotation,
    Statement,
    TextPiece,
    general,
    make_statement,
    quote,
)
from trialway.record import TrialRecord
from trialway.registry_text import repair
from trialway.results.reported import Reported, reported
from trialway.results.sentences import (
    TOTALS_TOLD,
    Sentence,
    event_sentences,
    primary_outcome_sentences,
)

MOST_OUTCOMES = 3
MOST_EVENTS = 3
_LONGEST_QUOTE = 300
# With the table of people with serious and with other events.
_BESIDE_TABLE = ("deaths",)
_PLACE = ("results",)


def write_findings(record: TrialRecord, _today: dt.date) -> PlainSection:
    """Empty where the record holds no results."""
    report = reported(record)
    groups = tuple(_groups(report)) if report else ()
    return PlainSection(
        id="found",
        question="What did this trial find?",
        statements=tuple(_head()) if any(map(_has_numbers, groups)) else (),
        groups=groups,
        closing=tuple(_general()) if groups else (),
    )


def _has_numbers(group: PlainGroup) -> bool:
    return any(one.template.startswith("found-") for one in group.every)


def _head() -> Iterator[Statement]:
    yield make_statement(
        "found-head", _PLACE, "These numbers are from the tables that the team sent to the registry."
    )


def _groups(report: Reported) -> Iterator[PlainGroup]:
    outcomes = primary_outcome_sentences(report)
    in_words = [one for one in outcomes if one.sentences][:MOST_OUTCOMES]
    for one in in_words:
        own = repair(one.description or "")
        yield PlainGroup(
            title=quote(one.title),
            statements=tuple(_statements(one.sentences)),
            quotation=Quotation(title="The record's own words", text=own, field="results") if own else None,
        )
    if len(outcomes) > len(in_words):
        which = "other main outcomes" if in_words else "main outcomes"
        words = f"The page of results has the {which} in tables."
        title = TextPiece("More outcomes" if in_words else "Main outcomes")
        yield PlainGroup(title=(title,), statements=(make_statement("more-outcomes", _PLACE, words),))
    if report.results.events.groups:
        table = event_shares(report)
        totals_told = _BESIDE_TABLE if table else TOTALS_TOLD
        events = tuple(_statements(event_sentences(report, MOST_EVENTS, totals_told)))
        words = "The page of results has all listed health problems in tables."
        events = (*_collected(report), *events, make_statement("all-events", _PLACE, words))
        title = TextPiece("Health problems during the trial")
        yield PlainGroup(title=(title,), statements=events, table=table)


def _collected(report: Reported) -> Iterator[Statement]:
    """What the team says of how they were collected, where some of them were not."""
    own = line(report.results.events.description).rstrip(".")
    if own and len(own) <= _LONGEST_QUOTE and SECTION_WORDS["section.not-collected"].search(own):
        words = ("On how they were counted, the record says: ", quote(own), ".")
        yield make_statement("events-collected", _PLACE, *words, rests_on=(own,))


def _statements(sentences: Iterable[Sentence]) -> Iterator[Statement]:
    for one in sentences:
        pieces = tuple(TextPiece(piece.text, theirs=piece.theirs) for piece in one.pieces)
        numbers = tuple(piece.text for piece in one.pieces if piece.theirs)
        derivation = SHARE if one.template in {"count", "deaths", "serious", "others", "event"} else ""
        yield make_statement(f"found-{one.template}", _PLACE, pieces, rests_on=numbers, derivation=derivation)


def _general() -> Iterator[Statement]:
    yield general("not-causes", "Not every health problem is caused by what was given.")
    yield general("one-trial", "The results of one trial do not tell what will happen to you.")
