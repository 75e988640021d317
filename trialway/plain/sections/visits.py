"""How often will I be seen, and for how long? TrialRecord ─▶ **the section ``visits``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.plain.phrases import line
from trialway.plain.prose import quotations
from trialway.plain.statement import (
    PlainSection,
    Statement,
    TextPiece,
    general,
    make_statement,
    name,
    quote,
)
from trialway.plain.tense import Voice, voice_of
from trialway.plain.time_frames import Longest, longest
from trialway.record import TrialRecord

_LONGEST_QUOTE = 120
_DAYS = 7
_VISITS = ("visits.number", "visits.rhythm", "visits.length", "visits.remote")


def write_visits(record: TrialRecord, _today: dt.date) -> PlainSection:
    voice = voice_of(record)
    past = voice.tense in ("past", "unheld")
    found = longest(record)
    times = () if _is_of_one_session(record, found) else tuple(_frames(record, voice, found))
    told = (*_followed(record, voice), *times)
    return PlainSection(
        id="visits",
        question="How often were people seen, and for how long?"
        if past
        else "How often will I be seen, and for how long?",
        statements=(*told, *(() if told else _unsaid()), *_ask(voice)),
        quotations=quotations(
            record, *_VISITS, title="What may say more about visits", unless=("visits.of-recruitment",)
        ),
    )


def _is_of_one_session(record: TrialRecord, found: Longest | None) -> bool:
    """Whether people come for one treatment after the other, and times are those of one of them alone; or
    come once, and times are those of the study."""
    model, perspective = record.design.intervention_model, record.design.time_perspective
    if perspective is not None and perspective.code == "cross_sectional":
        return True
    return model is not None and model.code == "crossover" and (found is None or found.point.days < _DAYS)


def _followed(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    duration = record.design.target_duration
    if duration is not None:
        follows = voice.passive("followed", many=False)
        yield make_statement(
            "target-duration",
            ("design.target_duration",),
            f"Each person {follows} for ",
            name(duration.words),
            ".",
            rests_on=(duration.raw,),
        )


def _frames(record: TrialRecord, voice: Voice, found: Longest | None) -> Iterator[Statement]:
    first = next((one for one in record.outcomes.primary if line(one.time_frame)), None)
    if first is not None and len(line(first.time_frame)) <= _LONGEST_QUOTE:
        be = "was" if voice.tense in ("past", "unheld") else "is"
        words = line(first.time_frame).rstrip(".")
        several = len({line(one.time_frame) for one in record.outcomes.primary if one.time_frame}) > 1
        measure = "one of its main measures" if several else "its main measure"
        yield make_statement(
            "main-time",
            ("outcomes.primary.time_frame",),
            f"For {measure}, the time {be} ",
            quote(words),
            ".",
            rests_on=(words,),
        )
    if found is not None:
        yield from _longest(found, voice)


def _longest(found: Longest, voice: Voice) -> Iterator[Statement]:
    point, later = found.point, found.later
    be = "was" if voice.tense in ("past", "unheld") else "is"
    since = (TextPiece(", counted from "), *quote(point.event)) if point.event else ()
    yield make_statement(
        "longest-time",
        (point.field,),
        f"The longest time named for its measures {be} ",
        name(point.words.removeprefix("for ").removeprefix("until ")),
        since,
        ".",
        rests_on=(point.source,),
        derivation="the longest of the listed times",
    )
    if later is not None and len(later.source) <= _LONGEST_QUOTE:
        yield make_statement(
            "later-time",
            (later.field,),
            "The record also names this time: ",
            quote(later.source.rstrip(".")),
            ".",
            rests_on=(later.source,),
        )


def _unsaid() -> Iterator[Statement]:
    """Of the registry, not of the record: how often people come can be written in more ways than a search
    finds."""
    yield general("no-field-for-visits", "The registry has no field of its own for visits.")


def _ask(voice: Voice) -> Iterator[Statement]:
    if voice.tense in ("future", "present"):
        yield general("look-for-visits", "The record’s words on groups and treatments may say how often.")
        words = "Ask the trial team how often they see or call people, and how long each time takes."
        yield general("ask-visits", words)
