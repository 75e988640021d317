"""Whether the disease can be measured on scans: "Measurable disease per RECIST 1.1"."""

from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, contains_any
from trialway.criteria.expressions import Exists, Not
from trialway.criteria.readers.measurable_disease_rules import MEASURABLE_DISEASE

CUES = ("measu", "evalu", "asses", "recis", "targe", "lesio", "nonme")

_MEASURABLE = MEASURABLE_DISEASE.any_of("measurable.named.")
_NEEDLES = ("measur", "evaluable", "assessable", "target", "lesion")
_WHATEVER = MEASURABLE_DISEASE["measurable.whatever"]
_EITHER = MEASURABLE_DISEASE["measurable.either"]
_PAST = MEASURABLE_DISEASE["measurable.past"]
_OTHER = MEASURABLE_DISEASE.any_of("measurable.other.")
_ABSENT = MEASURABLE_DISEASE["measurable.absent-before"]


def read(text: str) -> Iterator[RuleMatch]:
    for match in _MEASURABLE.finditer(text) if contains_any(text, _NEEDLES) else ():
        before = text[max(0, match.start() - 40) : match.start()]
        if _WHATEVER.search(before) or _EITHER.search(match[0]):
            return
        if _PAST.match(text[match.end() : match.end() + 12]) or _OTHER.search(before):
            continue
        measurable = Exists(kind="measurable disease", variable="measurable_disease")
        absent = match["non"] or match["not"] or _ABSENT.search(before)
        expression = Not(part=measurable) if absent else measurable
        yield RuleMatch(match.start(), match.end(), "measurable disease", expression)
        return
