"""The result of the check: Screen and outcomes ─▶ **ResultPage** of a search, **TrialPage** of one trial."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from trialway.criteria import read_criteria
from trialway.fit.outcomes import (
    ORDER,
    FitOutcome,
    Verdict,
    count_ruled_out,
)
from trialway.fit.parse_answers import GivenAnswer, combine_answers
from trialway.fit.rules import Rule
from trialway.presenters.disagreeing import Disagreement, weighty
from trialway.presenters.fit.frame import Around, around
from trialway.presenters.fit.rule import RuleWords, rule_words, unread_words
from trialway.presenters.near_place import place_query
from trialway.presenters.registry_text import counted
from trialway.presenters.result_item import HitWords, hit_words
from trialway.presenters.sources import source_line
from trialway.screening.form import SHOWN_AT_ONCE, Form, without
from trialway.screening.step import ScreeningStep
from trialway.screening.trial_selection import TrialSelection
from trialway.trial import Trial

LABELS: dict[Verdict, str] = {
    "may fit": "May fit",
    "not sure": "Not sure",
    "does not seem to fit": "Seems not to fit",
}
TONES: dict[Verdict, str] = {"may fit": "open", "not sure": "active", "does not seem to fit": "done"}
MEANINGS: dict[Verdict, str] = {
    "may fit": "Nothing that you said speaks against these. The trial team must check the rest.",
    "not sure": "Nothing that you said speaks against these, but main rules are still open.",
    "does not seem to fit": "A rule speaks against each of these. We may have misread it: ask if in doubt.",
}
MOST_AGAINST = 3


class SaidWords(Struct, frozen=True):
    """``name`` goes into the buttons that change it or take it back; ``aside`` tells how many trials it set
    aside."""

    name: str
    question: str
    told: str
    aside: str


class TrialWords(Struct, frozen=True):
    """One trial of a search. ``rest`` says what is left to check."""

    hit: HitWords
    against: tuple[RuleWords, ...]
    more_against: str
    rest: str


class ResultGroup(Struct, frozen=True):
    label: str
    tone: str
    count: str
    meaning: str
    trials: tuple[TrialWords, ...]


class ResultPage(Struct, frozen=True):
    around: Around
    said: tuple[SaidWords, ...]
    said_count: str
    groups: tuple[ResultGroup, ...]
    more: str
    numbers: str
    shown: str
    upto: int
    place_query: str


class TrialPage(Struct, frozen=True):
    """One trial, rule by rule; ``contradicting`` are rules of the record that say different things,
    ``disagreements`` what other records state otherwise."""

    around: Around
    said: tuple[SaidWords, ...]
    label: str
    tone: str
    meaning: str
    against: tuple[RuleWords, ...]
    met: tuple[RuleWords, ...]
    answer: tuple[RuleWords, ...]
    result: tuple[RuleWords, ...]
    team: tuple[RuleWords, ...]
    contradicting: tuple[RuleWords, ...]
    disagreements: tuple[Disagreement, ...]
    more: str
    numbers: str
    registry: str
    link: str


def shown_places(found: Sequence[FitOutcome], upto: int) -> list[int]:
    """The best first; equals in the order of the search."""
    return sorted(range(len(found)), key=lambda place: ORDER.index(found[place].verdict))[:upto]


def result_page(
    looked: TrialSelection,
    screen: ScreeningStep,
    form: Form,
    found: Sequence[FitOutcome],
    trials: Mapping[int, Trial],
) -> ResultPage:
    """``trials`` are those to show, by their places, in order."""
    left = max(0, len(found) - form.upto)
    return ResultPage(
        around=around(looked, screen, form),
        said=said_words(looked, screen),
        said_count=counted(len(screen.said), "answer"),
        groups=tuple(
            _group(verdict, looked, found, trials, screen.said)
            for verdict in ORDER
            if any(found[place].verdict == verdict for place in trials)
        ),
        more=_more(screen.more),
        numbers=_numbers(screen.numbers),
        shown=f"{counted(left, 'trial')} not shown yet" if left else "",
        upto=form.upto + SHOWN_AT_ONCE,
        place_query=place_query(looked.query.near),
    )


def trial_page(
    looked: TrialSelection, screen: ScreeningStep, form: Form, found: FitOutcome, trial: Trial
) -> TrialPage:
    source = source_line(trial.eligibility)

    def words(rules: Sequence[Rule]) -> tuple[RuleWords, ...]:
        return tuple(rule_words(rule, trial.eligibility.record, screen.said) for rule in rules)

    return TrialPage(
        around=around(looked, screen, form),
        said=said_words(looked, screen),
        label=LABELS[found.verdict],
        tone=TONES[found.verdict],
        meaning=_meaning(found),
        against=words(found.fails),
        met=words(found.meets),
        answer=words(found.answer),
        result=words(found.result),
        team=(*words(found.team), *(unread_words(place, trial.eligibility.record) for place in found.unread)),
        contradicting=_contradicting(trial),
        disagreements=weighty(trial),
        more=_more(screen.more),
        numbers=_numbers(screen.numbers),
        registry=source.registry,
        link=source.url or "",
    )


def said_words(looked: TrialSelection, screen: ScreeningStep) -> tuple[SaidWords, ...]:
    return tuple(_said(looked, screen, each) for each in screen.said)


def _said(looked: TrialSelection, screen: ScreeningStep, said: GivenAnswer) -> SaidWords:
    return SaidWords(said.question.name, said.question.words, said.told, _aside(looked, screen, said))


def _aside(looked: TrialSelection, screen: ScreeningStep, said: GivenAnswer) -> str:
    if not said.answers:
        return ""
    fewer = combine_answers(without(screen.said, said.question.name))
    aside = count_ruled_out(looked.trials, screen.answers, fewer)
    if looked.slug:
        return "This speaks against the trial." if aside else ""
    return f"This set aside {counted(aside, 'trial')}." if aside else "This set aside no trial."


def _group(
    verdict: Verdict,
    looked: TrialSelection,
    found: Sequence[FitOutcome],
    trials: Mapping[int, Trial],
    said: tuple[GivenAnswer, ...],
) -> ResultGroup:
    every = sum(each.verdict == verdict for each in found)
    words = tuple(
        _trial(looked, place, found[place], trial, said)
        for place, trial in trials.items()
        if found[place].verdict == verdict
    )
    return ResultGroup(LABELS[verdict], TONES[verdict], counted(every, "trial"), MEANINGS[verdict], words)


def _trial(
    looked: TrialSelection, place: int, found: FitOutcome, trial: Trial, said: tuple[GivenAnswer, ...]
) -> TrialWords:
    against = tuple(rule_words(rule, trial.eligibility.record, said) for rule in found.fails[:MOST_AGAINST])
    more = len(found.fails) - len(against)
    return TrialWords(
        hit_words(looked.found(place), looked.query.near),
        against,
        f"and {counted(more, 'more rule')}" if more else "",
        "" if against else rest_words(found),
    )


def rest_words(found: FitOutcome) -> str:
    """``4 rules met. 2 need an answer of yours. 9 only the trial team can check.``"""
    parts = (
        (len(found.meets), "met"),
        (len(found.answer), "still open for an answer of yours"),
        (len(found.result), "about test results"),
        (len(found.team) + len(found.unread), "that only the trial team can check"),
    )
    said = [f"{counted(count, 'rule')} {words}" for count, words in parts if count]
    return ", ".join(said) + "." if said else "The record states no rules."


def _meaning(found: FitOutcome) -> str:
    match found.verdict:
        case "may fit":
            return "Nothing that you said speaks against this trial. The trial team must check the rest."
        case "not sure":
            return "Nothing that you said speaks against this trial, but main rules are still open."
        case _:
            return "A rule speaks against this trial. We may have misread it: ask if in doubt."


def _contradicting(trial: Trial) -> tuple[RuleWords, ...]:
    """Where a field and the text of a record differ, both: neither rules anybody out."""
    criteria = read_criteria(trial.eligibility.record.eligibility)
    fields = [rule for rule in criteria.stated if any(rule.field == one.field for one in criteria.conflicts)]
    places = sorted({(one.start, one.end) for one in criteria.conflicts})
    return (
        *(rule_words(Rule(rule.expression, 0, 0, rule.field), trial.eligibility.record) for rule in fields),
        *(unread_words(place, trial.eligibility.record) for place in places),
    )


def _more(count: int) -> str:
    return counted(count, "more question") if count else ""


def _numbers(count: int) -> str:
    return f"{counted(count, 'question')} about test results" if count else ""
