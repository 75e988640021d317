"""Which parts of the results changed, and in how many values: raw results × raw results ─▶ changes."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Raw

from trialway.differences.change import ADDED, CHANGED, REMOVED, Change, Piece

_PARTS = {
    "flow": "participant flow",
    "baseline": "baseline characteristics",
    "outcomes": "outcome measures",
    "events": "adverse events",
    "more": "agreements, contact and limits",
}


def compare_results(before: Raw, after: Raw, path: str, part_of: Callable[[str], str]) -> Iterator[Change]:
    """One change for each part; ``before`` and ``after`` of a change count its values.

    ``part_of``: which part of TrialResults a name at the top of the raw results stands for.
    """
    old, new = _parts(before), _parts(after)
    ranks = {part: rank for rank, part in enumerate(_PARTS)}
    names = sorted(dict.fromkeys((*old, *new)), key=lambda name: ranks.get(part_of(name), len(ranks)))
    for name in names:
        if old.get(name) != new.get(name):
            yield _change(name, part_of(name), old.get(name), new.get(name), path)


def _parts(results: Raw) -> dict[str, Any]:
    decoded = msgspec.json.decode(results)
    return decoded if isinstance(decoded, dict) else {}


def _change(name: str, part: str, before: Any, after: Any, path: str) -> Change:
    old, new = Counter(_leaves(before)), Counter(_leaves(after))
    kind = ADDED if before is None else REMOVED if after is None else CHANGED
    return Change(
        field=f"results.{name}",
        path=f"{path}.{name}",
        kind=kind,
        before=old.total() or None,
        after=new.total() or None,
        pieces=(Piece(f"Results, {_PARTS.get(part, part)}: {_told(old, new)}"),),
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
