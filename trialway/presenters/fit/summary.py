"""One page for the doctor: what was said, and what it says of each trial. Plain text, for a page and for a
PDF."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct

from trialway.fit.outcomes import FitOutcome
from trialway.fit.parse_answers import UNKNOWN
from trialway.fit.rules import Rule
from trialway.presenters.dates import day_words
from trialway.presenters.expert.header import header_title
from trialway.presenters.fit.frame import count_words
from trialway.presenters.fit.result import LABELS, rest_words
from trialway.presenters.fit.rule import rule_words, unread_words
from trialway.presenters.registry_text import counted
from trialway.presenters.sources import source_line
from trialway.screening.step import ScreeningStep
from trialway.screening.trial_selection import TrialSelection
from trialway.trial import Trial
from trialway.vocabulary.status import STATUS

MOST_TRIALS = 8
MOST_RULES = 12
LONGEST_RULE = 220


class SummaryRules(Struct, frozen=True):
    title: str
    rules: tuple[str, ...]


class SummaryTrial(Struct, frozen=True):
    """``words`` are how the answers stand to it; ``groups`` its rules, where there is room for them."""

    number: str
    title: str
    status: str
    address: str
    verdict: str
    words: str
    groups: tuple[SummaryRules, ...] = ()


class Summary(Struct, frozen=True):
    title: str
    about: str
    said: tuple[str, ...]
    unknown: str
    trials: tuple[SummaryTrial, ...]
    more: str
    printed: str


def summary(
    looked: TrialSelection,
    screen: ScreeningStep,
    found: Sequence[FitOutcome],
    trials: Mapping[int, Trial],
    today: dt.date,
) -> Summary:
    """``trials`` are those that it has room for, by their places."""
    known = [said for said in screen.said if said.value != UNKNOWN]
    left = screen.left - sum(found[place].verdict != "does not seem to fit" for place in trials)
    return Summary(
        title="To talk about with my doctor" if looked.slug else "Trials to talk about with my doctor",
        about="" if looked.slug else f"{_search(looked)}: {count_words(screen.left, len(looked.trials))}.",
        said=tuple(f"{said.told}." for said in known),
        unknown=_unknown([said.question.words for said in screen.said if said.value == UNKNOWN]),
        trials=tuple(_trial(looked, found[place], trial) for place, trial in trials.items()),
        more=f"{counted(left, 'more trial')} may fit or are not sure."
        if left > 0 and not looked.slug
        else "",
        printed=f"Made on {day_words(today)} from what one person said. No doctor has checked it.",
    )


def _search(looked: TrialSelection) -> str:
    typed = looked.query.text.typed
    return f"Search for “{typed}”" if typed else "All trials"


def _unknown(questions: list[str]) -> str:
    return "Not known, or not said: " + " ".join(questions) if questions else ""


def _trial(looked: TrialSelection, found: FitOutcome, trial: Trial) -> SummaryTrial:
    source = source_line(trial.lead)
    status = trial.value(lambda record: record.recruitment.status)
    return SummaryTrial(
        number=source.number,
        title=header_title(trial).text,
        status=STATUS.words(status) if status else "Status not stated",
        address=source.url or "",
        verdict=LABELS[found.verdict],
        words=rest_words(found),
        groups=tuple(_groups(found, trial)) if looked.slug else (),
    )


def _groups(found: FitOutcome, trial: Trial) -> list[SummaryRules]:
    team = [_line(rule, trial) for rule in found.team]
    team += [
        words.quote.text
        for place in found.unread
        if (words := unread_words(place, trial.eligibility.record)).quote
    ]
    groups = (
        ("Speaks against it", [_line(rule, trial) for rule in found.fails]),
        ("Still open", [_line(rule, trial) for rule in (*found.answer, *found.result)]),
        ("Only the trial team can check", team),
        ("Seems to be met", [_line(rule, trial) for rule in found.meets]),
    )
    return [SummaryRules(title, _cut(lines)) for title, lines in groups if lines]


def _line(rule: Rule, trial: Trial) -> str:
    words = rule_words(rule, trial.eligibility.record)
    quote = words.quote.text if words.quote else ""
    return f"{words.label}: {quote}" if words.label else quote


def _cut(lines: list[str]) -> tuple[str, ...]:
    """As many as a page has room for, and how many more there are."""
    short = [
        line if len(line) <= LONGEST_RULE else line[:LONGEST_RULE].rsplit(" ", 1)[0] + " …" for line in lines
    ]
    more = len(short) - MOST_RULES
    return tuple(short[:MOST_RULES]) + ((f"and {counted(more, 'more rule')}",) if more > 0 else ())
