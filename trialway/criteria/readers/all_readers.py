"""All readers, and the words on which each is run: normalised text ─▶ **findings** ─▶ build_expression."""

import re
from collections.abc import Callable, Iterable

from trialway.criteria.cues import RuleMatch
from trialway.criteria.readers import (
    adverse_event_grades,
    age,
    allergies,
    biomarkers,
    blood_pressure,
    child_pugh,
    cns_metastases,
    consent,
    contraception,
    healthy_volunteers,
    infections,
    lab_values,
    language,
    life_expectancy,
    lines_of_therapy,
    measurable_disease,
    metastasis,
    nyha_class,
    other_trials,
    performance_status,
    pregnancy,
    prior_treatment,
    sex,
    team_decisions,
    time_windows,
)

_MODULES = (
    age,
    sex,
    healthy_volunteers,
    pregnancy,
    contraception,
    performance_status,
    time_windows,
    lab_values,
    nyha_class,
    cns_metastases,
    infections,
    biomarkers,
    metastasis,
    lines_of_therapy,
    prior_treatment,
    life_expectancy,
    measurable_disease,
    language,
    consent,
    other_trials,
    allergies,
    team_decisions,
    blood_pressure,
    child_pugh,
    adverse_event_grades,
)
_CUE_LENGTH = 5
_READERS: tuple[Callable[[str], Iterable[RuleMatch]], ...] = tuple(module.read for module in _MODULES)
# The first letters of each word.
_LEADS = re.compile(rf"([a-zï0-9]{{1,{_CUE_LENGTH}}})[a-zï0-9]{{0,{40 - _CUE_LENGTH}}}")


def _table() -> dict[str, tuple[int, ...]]:
    table: dict[str, set[int]] = {}
    for place, module in enumerate(_MODULES):
        for cue in module.CUES:
            table.setdefault(cue[:_CUE_LENGTH], set()).add(place)
    return {cue: tuple(places) for cue, places in table.items()}


_CALLED_BY = _table()
_CUES = frozenset(_CALLED_BY)


def find_rules(text: str) -> list[RuleMatch]:
    """Everything the readers find, in the order of the text."""
    called = {place for cue in _CUES.intersection(_LEADS.findall(text)) for place in _CALLED_BY[cue]}
    if not called:
        return []
    found = [one for place in sorted(called) for one in _READERS[place](text)]
    return sorted(found, key=lambda one: (one.start, one.end))
