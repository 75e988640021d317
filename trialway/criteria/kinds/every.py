"""All readers of kinds, and which words call them: folded words ─▶ **what is found in them**."""

import re
from collections.abc import Callable, Iterable

from trialway.criteria.kinds import (
    age,
    biomarkers,
    cns,
    consent,
    contraception,
    healthy,
    infections,
    language,
    life,
    lines_of_therapy,
    measurable,
    nyha,
    other_trials,
    performance,
    pregnancy,
    prior,
    quantities,
    sex,
    spread,
    windows,
)
from trialway.criteria.words import Found

_MODULES = (
    age,
    sex,
    healthy,
    pregnancy,
    contraception,
    performance,
    windows,
    quantities,
    nyha,
    cns,
    infections,
    biomarkers,
    spread,
    lines_of_therapy,
    prior,
    life,
    measurable,
    language,
    consent,
    other_trials,
)
_CUE_LENGTH = 5
_READERS: tuple[Callable[[str], Iterable[Found]], ...] = tuple(module.read for module in _MODULES)
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


def find(text: str) -> list[Found]:
    """Everything the readers find, in the order of the text."""
    called = {place for cue in _CUES.intersection(_LEADS.findall(text)) for place in _CALLED_BY[cue]}
    if not called:
        return []
    found = [one for place in sorted(called) for one in _READERS[place](text)]
    return sorted(found, key=lambda one: (one.start, one.end))
