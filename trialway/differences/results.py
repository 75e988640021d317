"""Which parts of the results changed, and in how many values: raw results × raw results ─▶ changes."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Raw

from trialway.differences.change import ADDED, CHANGED, REMOVED, Change, Piece

_PARTS = {
    "participantFlowModule": "participant flow",
    "baselineCharacteristicsModule": "baseline characteristics",
    "outcomeMeasuresModule": "outcome measures",
    "adverseEventsModule": "adverse events",
    "moreInfoModule": "agreements, contact and limits",
}


def compare_results(before: Raw, after: Raw, path: str) -> Iterator[Change]:
    """One change for each part; ``before`` and ``after`` of a change count its values."""
    old, new = _parts(before), _parts(after)
    for part in dict.fromkeys((*_PARTS, *old, *new)):
        if old.get(part) != new.get(part):
            yield _change(part, old.get(part), new.get(part), path)


def _parts(results: Raw) -> dict[str, Any]:
    decoded = msgspec.json.decode(results)
    return decoded if isinstance(decoded, dict) else {}


def _change(part: str, before: Any, after: Any, path: str) -> Change:
    old, new = Counter(_leaves(before)), Counter(_leaves(after))
    kind = ADDED if before is None else REMOVED if after is None else CHANGED
    name = _PARTS.get(part) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", part.removesuffix("Module")).lower()
    return Change(
        field=f"results.{part}",
        path=f"{path}.{part}",
        kind=kind,
        before=old.total() or None,
        after=new.total() or None,
        pieces=(Piece(f"Results, {name}: {_told(old, new)}"),),
    )


def _told(old: Counter[tuple[str, str]], new: Counter[tuple[str, str]]) -> str:
    gone, come = old - new, new - old
    changed = sum(min(count, _at(come)[place]) for place, count in _at(gone).items() if place in _at(come))
    counts = {"changed": changed, "added": come.total() - changed, "removed": gone.total() - changed}
    parts = [f"{_values(count)} {verb}" for verb, count in counts.items() if count]
    return ", ".join(parts) or "the same values in another order"


def _at(leaves: Counter[tuple[str, str]]) -> Counter[str]:
    places: Counter[str] = Counter()
    for (place, _), count in leaves.items():
        places[place] += count
    return places


def _values(count: int) -> str:
    return "1 value" if count == 1 else f"{count:,} values"


def _leaves(value: Any) -> Iterator[tuple[str, str]]:
    """Every value with its path; positions in lists are left out."""
    waiting: list[tuple[str, Any]] = [("", value)]
    while waiting:
        path, each = waiting.pop()
        if isinstance(each, dict):
            waiting += ((f"{path}.{key}", inner) for key, inner in each.items())
        elif isinstance(each, list):
            waiting += ((path, inner) for inner in each)
        elif each is not None:
            yield path, repr(each)
