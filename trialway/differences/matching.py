"""Which entry of a list became which: before × after ─▶ **pairs**; the order of a list means nothing."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
Key = Callable[[T], Hashable | None]

# With six of ten groups of three letters in common a text is reworded; with fewer it is another text.
_ALIKE = 0.6
_MOST_COMPARED = 900
_READ = 300


class MatchingRules(NamedTuple, Generic[T]):
    """How entries are recognised; a key gives None for an entry that it cannot name.

    ``keys``, best first: the same thing, even if it stands there twice. ``lone``: the same if no other has
    that key.
    ``group`` and ``text``: among entries of one group, those whose texts are most alike.
    """

    keys: Sequence[Key[T]]
    lone: Sequence[Key[T]]
    group: Key[T]
    text: Callable[[T], str]


def pair(before: Sequence[T], after: Sequence[T], rules: MatchingRules[T]) -> list[tuple[T | None, T | None]]:
    """Every entry once; what stays alone was removed (first) or added."""
    olds, news = dict(enumerate(before)), dict(enumerate(after))
    pairs: dict[int, tuple[T | None, T | None]] = {}

    def settle(old: int, new: int) -> None:
        pairs[new] = olds.pop(old), news.pop(new)

    for key in rules.keys:
        for old, new in _equal(olds, news, key):
            settle(old, new)
    for key in rules.lone:
        for old, new in _lone(olds, news, key):
            settle(old, new)
    for old, new in _alike(olds, news, rules):
        settle(old, new)
    removed: list[tuple[T | None, T | None]] = [(entry, None) for entry in olds.values()]
    pairs.update((place, (None, entry)) for place, entry in news.items())
    return removed + [pairs[place] for place in sorted(pairs)]


def _equal(olds: dict[int, T], news: dict[int, T], key: Key[T]) -> list[tuple[int, int]]:
    return [each for left, right in _groups(olds, news, key) for each in zip(left, right, strict=False)]


def _lone(olds: dict[int, T], news: dict[int, T], key: Key[T]) -> list[tuple[int, int]]:
    groups = _groups(olds, news, key)
    return [(left[0], right[0]) for left, right in groups if len(left) == len(right) == 1]


def _groups(olds: dict[int, T], news: dict[int, T], key: Key[T]) -> list[tuple[list[int], list[int]]]:
    """The places of entries with the same key, before and after."""
    groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, entries in enumerate((olds, news)):
        for place, entry in entries.items():
            groups[key(entry)][side].append(place)
    groups.pop(None, None)
    return list(groups.values())


def _alike(olds: dict[int, T], news: dict[int, T], rules: MatchingRules[T]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for left, right in _groups(olds, news, rules.group):
        if 0 < len(left) * len(right) <= _MOST_COMPARED:
            found += _best(
                {place: rules.text(olds[place])[:_READ] for place in left},
                {place: rules.text(news[place])[:_READ] for place in right},
            )
    return found


def _best(olds: dict[int, str], news: dict[int, str]) -> list[tuple[int, int]]:
    """Most alike first; each entry once."""
    left = {place: _threes(text) for place, text in olds.items()}
    right = {place: _threes(text) for place, text in news.items()}
    scores = [(_likeness(one, other), old, new) for old, one in left.items() for new, other in right.items()]
    found: dict[int, int] = {}
    for score, old, new in sorted(scores, key=lambda each: -each[0]):
        if score >= _ALIKE and old not in found and new not in found.values():
            found[old] = new
    return list(found.items())


def _threes(text: str) -> set[str]:
    """Every three letters that follow each other."""
    padded = f" {text.casefold()} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}


def _likeness(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
