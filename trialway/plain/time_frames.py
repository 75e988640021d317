"""How long people are looked at: time frames of outcomes ─▶ **the longest time** ─▶ section ``visits``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from trialway.plain.phrases import line
from trialway.plain.prose import sentences_matching
from trialway.plain.time_words import TIME_WORDS
from trialway.record import TrialRecord
from trialway.results.reported import reported
from trialway.vocabulary.age import Duration

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip
_UNITS = {"mi": "minute", "h": "hour", "d": "day", "w": "week", "mo": "month", "mt": "month", "y": "year"}
_EACH_NUMBER = re.compile(r"\d+(?:\.\d+)?|[a-z]+", re.IGNORECASE)
# How far around a time its words are looked at: all of a long text for each would grow as its square.
_AROUND = 80
_YEARS_MOST = 40 * 365.25
_CLEARLY_LONGER = 1.05
# What is counted of the trial as a whole, and not of a person.
_OF_THE_TRIAL = re.compile(
    r"\b(?:recruit\w*|enrol\w*|accru\w*|feasib\w*|retention|screened)\b", re.IGNORECASE
)


class TimePoint(Struct, frozen=True, kw_only=True):
    """``words`` as they stand behind "go on …": ``for 5 years``, ``until week 80``; ``days`` from the start.

    ``event``: the record's words on what it is counted from, where that is not about the start.
    """

    words: str
    days: float
    event: str = ""
    from_end: bool = False
    source: str = ""
    field: str = ""


class TimeFrame(Struct, frozen=True):
    """One outcome's time frame. ``complete``: no time in it was left unread."""

    points: tuple[TimePoint, ...]
    complete: bool
    open_end: bool


class Longest(Struct, frozen=True):
    """The longest time, and a time frame that goes on after it by an event ("30 days after last dose")."""

    point: TimePoint
    later: TimePoint | None


def longest(record: TrialRecord) -> Longest | None:
    """None where no time frame states a length, or where one of them could not be read whole."""
    framed = list(_frames(record))
    frames = [(read_time_frame(words), words, field) for words, field in framed]
    if not all(frame.complete for frame, _, _ in frames):
        return None
    points = [_at(point, words, field) for frame, words, field in frames for point in frame.points]
    best = max(points, key=lambda point: point.days, default=None)
    if best is None or _prose_goes_on(record, best):
        return None
    open_ends = [
        TimePoint(words="", days=0, source=words, field=field)
        for frame, words, field in frames
        if frame.open_end and not frame.points
    ]
    ends = [point for point in points if point.from_end and not best.from_end]
    later = [point for point in (*ends, *open_ends) if point.source != best.source]
    return Longest(best, max(later, key=lambda point: point.days, default=None))


def _prose_goes_on(record: TrialRecord, best: TimePoint) -> bool:
    """Whether titles, summary, descriptions or measures speak of a time that is longer than all time
    frames."""
    follow_up, past = TIME_WORDS["time.follow-up"], TIME_WORDS["time.of-the-past"]
    return any(
        point.days > best.days * _CLEARLY_LONGER
        for sentence in _timed_words(record)
        if follow_up.search(sentence) or not past.search(sentence)
        for point in read_time_frame(sentence).points
    )


def _timed_words(record: TrialRecord) -> Iterator[str]:
    length = TIME_WORDS["time.length"]
    yield from sentences_matching(record, length)
    outcomes = (*record.outcomes.primary, *record.outcomes.secondary)
    for words in (record.official_title, *(one.measure for one in outcomes)):
        if words and length.search(words):
            yield line(words)


def speaks_of_later(record: TrialRecord) -> bool:
    """Whether a time frame has words of days, weeks or later visits, read or not."""
    return any(TIME_WORDS["time.later"].search(words) for words, _ in _frames(record))


def _at(point: TimePoint, source: str, field: str) -> TimePoint:
    return TimePoint(
        words=point.words,
        days=point.days,
        event=point.event,
        from_end=point.from_end,
        source=source,
        field=field,
    )


def _frames(record: TrialRecord) -> Iterator[tuple[str, str]]:
    for kind, outcomes in (
        ("primary", record.outcomes.primary),
        ("secondary", record.outcomes.secondary),
        ("other", record.outcomes.other),
    ):
        for outcome in outcomes:
            if outcome.time_frame and not _OF_THE_TRIAL.search(line(outcome.measure)):
                yield line(outcome.time_frame), f"outcomes.{kind}.time_frame"
    report = reported(record)
    if report and report.results.events.time_frame:
        yield line(report.results.events.time_frame), "results"


@lru_cache(maxsize=1 << 10)
def read_time_frame(text: str) -> TimeFrame:
    """``Baseline, 12 weeks and up to Day 85 ± 2 days`` → 12 weeks, day 85."""
    left = TIME_WORDS["time.tolerance.of-a-day"].sub(lambda match: match["day"], text)
    left = TIME_WORDS.any_of("time.tolerance.of-a-length", "time.before-start").sub("", left)
    points: list[TimePoint] = []
    for rule, read in (("time.compound", _compound), ("time.point", _day), ("time.length", _length)):
        for match in TIME_WORDS[rule].finditer(left):
            before = left[max(0, match.start() - _AROUND) : match.start()]
            points += read(match, before, left[match.end() : match.end() + _AROUND])
        left = TIME_WORDS[rule].sub(lambda match: " " * len(match[0]), left)
    added = TIME_WORDS["time.added"].search(text)
    open_end = bool(TIME_WORDS["time.open-end"].search(text))
    follows = len(points) > 1 and TIME_WORDS["time.then-followed"].search(text)
    mean = TIME_WORDS["time.mean"].search(text)
    complete = not (added or follows or mean or TIME_WORDS["time.unread"].search(left))
    return TimeFrame(tuple(points), complete, open_end)


def _compound(match: re.Match[str], before: str, after: str) -> Iterator[TimePoint]:
    parts = [
        Duration(float(match[number]), _unit(match[f"{number}_unit"]), "") for number in ("first", "second")
    ]
    if parts[0].days > parts[1].days:
        yield from _point(
            f"for {parts[0].words} and {parts[1].words}", sum(p.days for p in parts), before, after
        )


def _day(match: re.Match[str], before: str, after: str) -> Iterator[TimePoint]:
    unit, number = _unit(match["unit"]), max(_values(match["numbers"]))
    days = Duration(number, unit, "").days
    yield from _point(f"until {unit} {number:g}", days, before, after)


def _length(match: re.Match[str], before: str, after: str) -> Iterator[TimePoint]:
    duration = Duration(max(_values(match["numbers"])), _unit(match["unit"]), "")
    about = "about " if TIME_WORDS["time.about"].search(before) else ""
    yield from _point(f"for {about}{duration.words}", duration.days, before, after)


def _point(words: str, days: float, before: str, after: str) -> Iterator[TimePoint]:
    if TIME_WORDS["time.other.before"].search(before) or TIME_WORDS["time.other.after"].search(after):
        return
    if not 0 < days <= _YEARS_MOST:
        return
    found = TIME_WORDS["time.from"].search(after)
    event = " ".join(found["event"].split()) if found else ""
    if TIME_WORDS["time.from.end"].search(event):
        yield TimePoint(words=words, days=days, event=event, from_end=True)
    else:
        counts = event and not TIME_WORDS["time.from.start"].search(event)
        yield TimePoint(words=words, days=days, event=event if counts else "")


def _values(numbers: str) -> list[float]:
    words = (word.lower() for word in _EACH_NUMBER.findall(numbers))
    found = [float(_NUMBERS.get(word, word)) for word in words if word in _NUMBERS or word[0].isdigit()]
    return found or [0.0]


def _unit(word: str) -> str:
    lowered = word.lower()
    return next(unit for start, unit in _UNITS.items() if lowered.startswith(start))
