"""The result of the check for programs: outcomes ─▶ **Verdicts** ─▶ JSON and terminal."""

from collections.abc import Sequence

from msgspec import Struct

from trialway.fit.outcomes import FitOutcome, Verdict
from trialway.fit.rules import Rule
from trialway.fit.variables import variables_of
from trialway.interop.fhir_patient import Unknown
from trialway.presenters.fit.rule import quote_of
from trialway.record import TrialRecord
from trialway.screening.step import ScreeningStep
from trialway.screening.trial_selection import TrialSelection

NOTE = "Information to talk about, not medical advice; only the trial team can say who can join."
_STATES = ("fails", "meets", "answer", "result", "team")


class RuleVerdict(Struct, frozen=True, omit_defaults=True):
    """``state``: fails, meets, or waits for an ``answer``, a test ``result``, the ``team``. ``quote`` is
    ``source[start:end]`` of the eligibility text or the value of ``field``; lists of many trials leave it
    out."""

    state: str
    start: int
    end: int
    field: str = ""
    sentence: str = ""
    quote: str = ""
    variables: tuple[str, ...] = ()


class TrialVerdict(Struct, frozen=True):
    """``unread`` counts the rules that nobody could read, which only the trial team can check."""

    slug: str
    verdict: Verdict
    rules: tuple[RuleVerdict, ...]
    unread: int


class Verdicts(Struct, frozen=True):
    """``left`` of the ``trials`` are not ruled out; ``total`` is how many the search finds;
    ``not_read_yet`` are trials whose turn has not come: ask again. ``unknown`` are elements of a Bundle
    that were not read."""

    said: tuple[str, ...]
    unknown: tuple[Unknown, ...]
    left: int
    total: int
    not_read_yet: int
    trials: tuple[TrialVerdict, ...]
    note: str = NOTE


def verdicts(
    looked: TrialSelection,
    screen: ScreeningStep,
    found: Sequence[FitOutcome],
    unknown: tuple[Unknown, ...] = (),
) -> Verdicts:
    """In the order of the search; of one trial every rule with its quote, of many those that fail."""
    record = looked.trial.eligibility.record if looked.trial else None
    return Verdicts(
        tuple(each.text for each in screen.said),
        unknown,
        screen.left,
        looked.total,
        looked.unread,
        tuple(_trial(slug, outcome, record) for slug, outcome in zip(_slugs(looked), found, strict=True)),
    )


def _slugs(looked: TrialSelection) -> list[str]:
    if looked.trial:
        return [looked.slug]
    slugs = {hit.number: hit.card.slug for hit in looked.hits}
    return [slugs[number] for number in looked.numbers]


def _trial(slug: str, found: FitOutcome, record: TrialRecord | None) -> TrialVerdict:
    states = _STATES if record else ("fails",)
    rules = [_rule(state, rule, record) for state in states for rule in getattr(found, state)]
    if record:
        rules += [
            RuleVerdict("team", start, end, quote=(record.eligibility.criteria or "")[start:end])
            for start, end in found.unread
        ]
    return TrialVerdict(slug, found.verdict, tuple(rules), len(found.unread))


def _rule(state: str, rule: Rule, record: TrialRecord | None) -> RuleVerdict:
    return RuleVerdict(
        state,
        rule.start,
        rule.end,
        rule.field,
        rule.sentence,
        quote_of(rule, record) if record else "",
        tuple(sorted(variables_of(rule.expression))),
    )
