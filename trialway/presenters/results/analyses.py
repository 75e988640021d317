"""The statistical comparisons of an outcome as rows of words; p-values as they are given."""

from msgspec import Struct

from trialway.presenters.registry_text import (
    LabelledRow,
    RegistryText,
    coded,
    prose,
    said,
    yes_no,
)
from trialway.record import TrialRecord
from trialway.record_results import Analysis, OutcomeMeasure
from trialway.vocabulary.coded import Coded, Vocabulary
from trialway.vocabulary.comparison_type import COMPARISON_TYPE
from trialway.vocabulary.dispersion import DISPERSION
from trialway.vocabulary.interval_sides import INTERVAL_SIDES


class ShownAnalysis(Struct, frozen=True):
    """``groups``: the titles of the groups that are compared."""

    number: int
    groups: tuple[RegistryText, ...]
    rows: tuple[LabelledRow, ...]


def shown_analyses(measure: OutcomeMeasure, record: TrialRecord) -> tuple[ShownAnalysis, ...]:
    """In the record's order, numbered from 1."""
    titles = {group.id: group.title for group in measure.groups}
    return tuple(
        ShownAnalysis(
            number,
            tuple(words for group in each.groups if (words := said(titles.get(group) or group, record))),
            tuple(_rows(each, record)),
        )
        for number, each in enumerate(measure.analyses, 1)
    )


def _rows(each: Analysis, record: TrialRecord) -> list[LabelledRow]:
    estimate = said(each.estimate, record)
    found = [
        _row("What was compared", each.compared, record),
        LabelledRow("Estimate", (estimate,)) if estimate else None,
        _row("Value", each.value, record),
        _interval(each, record),
        _dispersion(each, record),
        _row("Note on the estimate", each.estimate_comment, record),
        _row("P-value, as given", each.p_value, record),
        _row("Note on the p-value", each.p_value_comment, record),
        _row("Method", each.method, record),
        _row("Note on the method", each.method_comment, record),
        _coded("Kind of comparison", COMPARISON_TYPE, each.comparison, record),
        _row("Note on the comparison", each.comparison_comment, record),
        LabelledRow("Non-inferiority or equivalence was tested", (yes_no(each.tested_non_inferiority),))
        if each.tested_non_inferiority is not None
        else None,
        _row("Other analysis", each.other, record),
    ]
    return [row for row in found if row]


def _interval(each: Analysis, record: TrialRecord) -> LabelledRow | None:
    interval = each.interval
    limits = [interval.lower, interval.upper]
    if not any(limits):
        level = said(interval.percent and f"{interval.percent}%, no limits given", record)
        return LabelledRow("Confidence level", (level,)) if level else None
    name = f"{interval.percent}% confidence interval" if interval.percent else "Confidence interval"
    sides = coded(INTERVAL_SIDES, interval.sides, record).text if interval.sides else ""
    words = said(" to ".join(limit or "no limit" for limit in limits), record)
    notes = [said(interval.lower_comment, record), said(interval.upper_comment, record)]
    shown = [RegistryText(words.text, words.lang, sides.lower())] if words else []
    return LabelledRow(name, (*shown, *(note for note in notes if note)))


def _dispersion(each: Analysis, record: TrialRecord) -> LabelledRow | None:
    value = said(each.dispersion_value, record)
    if value is None:
        return None
    name = coded(DISPERSION, each.dispersion, record).text if each.dispersion else "Spread"
    return LabelledRow(name, (value,))


def _coded(term: str, vocabulary: Vocabulary, value: Coded | None, record: TrialRecord) -> LabelledRow | None:
    return LabelledRow(term, (coded(vocabulary, value, record),)) if value else None


def _row(term: str, text: str | None, record: TrialRecord) -> LabelledRow | None:
    """Long texts keep their paragraphs."""
    if text and ("\n" in text or len(text) > 300):
        long = prose(text, record)
        return LabelledRow(term, prose=long) if long else None
    words = said(text, record)
    return LabelledRow(term, (words,)) if words else None
