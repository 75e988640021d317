"""One rule of a trial for the check: what it asks in plain words, the registry's own words, and what was
said."""

from collections.abc import Iterable

from msgspec import Struct

from trialway.fit.parse_answers import UNKNOWN, GivenAnswer
from trialway.fit.rules import Rule
from trialway.fit.variables import variables_of
from trialway.presenters.registry_text import RegistryText, said
from trialway.record import Eligibility, TrialRecord

LONGEST_QUOTE = 500
_FIELDS = {
    "minimum_age": "Minimum age",
    "maximum_age": "Maximum age",
    "sex": "Sex",
    "healthy_volunteers": "Healthy volunteers",
}


class RuleWords(Struct, frozen=True):
    """``sentence`` is ours, "" when there is no plain form; ``label`` names the registry's field; ``yours``
    repeats what was said about it."""

    sentence: str
    quote: RegistryText | None
    label: str = ""
    yours: tuple[str, ...] = ()


def rule_words(rule: Rule, record: TrialRecord, told: Iterable[GivenAnswer] = ()) -> RuleWords:
    asked = variables_of(rule.expression)
    yours = tuple(
        each.told for each in told if each.value != UNKNOWN and asked & {name for name, _ in each.answers}
    )
    words = _field(rule.field, record.eligibility) if rule.field else _text(record, rule.start, rule.end)
    return RuleWords(rule.sentence, said(words, record), _FIELDS.get(rule.field, ""), yours)


def quote_of(rule: Rule, record: TrialRecord) -> str:
    """The rule as the registry wrote it."""
    if rule.field:
        return _field(rule.field, record.eligibility)
    return (record.eligibility.criteria or "")[rule.start : rule.end]


def unread_words(place: tuple[int, int], record: TrialRecord) -> RuleWords:
    """A rule that nobody could read: its own words alone."""
    return RuleWords("", said(_text(record, *place), record))


def _text(record: TrialRecord, start: int, end: int) -> str:
    words = (record.eligibility.criteria or "")[start:end]
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _field(field: str, eligibility: Eligibility) -> str:
    match field:
        case "minimum_age" if eligibility.minimum_age:
            return eligibility.minimum_age.raw
        case "maximum_age" if eligibility.maximum_age:
            return eligibility.maximum_age.raw
        case "sex" if eligibility.sex:
            return eligibility.sex.raw
        case _:
            return "No"
