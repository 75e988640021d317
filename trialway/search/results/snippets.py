"""Texts of a hit and the words searched for → marked pieces of text that say why it matched.

Data, never HTML. Areas come in the order of areas.py; one is shown when it holds a word that none before it
held.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from trialway.registry_text.repair import repair
from trialway.search.document.areas import AREAS, Area, AreaTexts
from trialway.search.language.analysis import (
    WordSpan,
    analyse,
    split_words,
    terms,
)
from trialway.search.query.query import Text
from trialway.search.query.syntax_tree import (
    Leaf,
    Node,
    Term,
    expansions,
    positive_terms,
)

MOST_EXCERPTS = 3
LONGEST = 240
BEFORE = 80
_BLANKS = str.maketrans("\r\n\t", "   ")


class Segment(Struct, frozen=True):
    """A stretch of an excerpt, and whether it is what was asked for."""

    text: str
    matched: bool = False


class Snippet(Struct, frozen=True):
    """Where the words stand, by name and for people, and the registry's text around them."""

    area: str
    label: str
    segments: tuple[Segment, ...]


# The field to look in, None for everywhere, or TOPIC; and the terms.
Wanted = tuple[str | None, tuple[str, ...]]
# Everywhere but in names.
TOPIC = ""
# Ways to say one thing, each of words that all must be there.
Group = tuple[tuple[Wanted, ...], ...]
Place = tuple[int, int]


def snippets(text: Text, texts: AreaTexts) -> tuple[Snippet, ...]:
    """At most three excerpts that together show as many of the words asked for as they can.

    Other words for what was typed are looked for only where what was typed does not stand.
    """
    groups = _groups(text.tree) if text.tree else ()
    found: list[Snippet] = []
    shown = _shown({item for group in groups for item in group[0]}, texts, found)
    missing = [group for group in groups if not shown.issuperset(group[0])]
    _shown({item for group in missing for way in group[1:] for item in way}, texts, found)
    return tuple(found)


def _shown(wanted: set[Wanted], texts: AreaTexts, found: list[Snippet]) -> set[Wanted]:
    """Those of the wanted words that are shown, in excerpts that are added to what was found."""
    missing = set(wanted)
    for area in AREAS:
        asked = {item for item in missing if _is_asked(item[0], area)}
        while asked and len(found) < MOST_EXCERPTS:
            segments, seen = _best(texts.get(area.name, ()), asked)
            if not seen:
                break
            found.append(Snippet(area.name, area.label, segments))
            asked -= seen
            missing -= seen
    return wanted - missing


def _is_asked(field: str | None, area: Area) -> bool:
    if field:
        return field == area.field
    return area.everywhere and not (area.names and field == TOPIC)


def _best(values: Sequence[str], asked: set[Wanted]) -> tuple[tuple[Segment, ...], set[Wanted]]:
    """The value that holds the most of what is asked for, the first of several."""
    best: tuple[tuple[Segment, ...], set[Wanted]] = (), set()
    # A trial may have a thousand places; most areas hold nothing of what is asked for.
    if not _may_hold(" ".join(map(analyse, values)), asked):
        return best
    for value in values:
        if not _may_hold(analyse(value), asked):
            continue
        shown = _excerpt(repair(value), asked)
        if len(shown[1]) > len(best[1]):
            best = shown
        if len(best[1]) == len(asked):
            break
    return best


def _may_hold(terms: str, asked: Iterable[Wanted]) -> bool:
    """Whether a closer look is worth it: to find the places of words takes ten times as long."""
    held = f" {terms} "
    return any(all(f" {term} " in held for term in item[1]) for item in asked)


# The same for every hit of a page.
@lru_cache(maxsize=100)
def _groups(tree: Node) -> tuple[Group, ...]:
    """Each word or phrase; where other words stand for some of them, the ways to say the same, as typed
    first."""
    return tuple(_grouped(tree))


def _grouped(tree: Node) -> Iterator[Group]:
    said: set[Wanted] = set()
    for field, part in expansions(tree):
        said.update(_wanted(part.part, field))
        inside = TOPIC if field is None and not part.names else field
        typed = tuple(_wanted(part.part, inside))
        forms = ((inside, terms(_typed(form))) for form in part.forms)
        yield (typed, *((form,) for form in forms if form[1]))
    yield from (((item,),) for item in _wanted(tree) if item not in said)


def _wanted(node: Node, field: str | None = None) -> Iterator[Wanted]:
    """Each word or phrase as its terms, with the field that it must stand in."""
    for name, leaf in positive_terms(node, field):
        if found := terms(_typed(leaf)):
            yield name, found


def _typed(leaf: Leaf) -> str:
    return leaf.word if isinstance(leaf, Term) else " ".join(leaf.words)


def _excerpt(value: str, asked: Iterable[Wanted]) -> tuple[tuple[Segment, ...], set[Wanted]]:
    """The part of the value around the first word found, its words marked; and which words it holds."""
    stream = [piece for piece in split_words(value) if piece.term != "s" or not _is_possessive(value, piece)]
    places: list[Place] = []
    seen: set[Wanted] = set()
    for item in asked:
        if found := list(_places(stream, item[1])):
            places += found
            seen.add(item)
    return (_marked(value, _merged(places)), seen) if places else ((), seen)


def _is_possessive(value: str, piece: WordSpan) -> bool:
    return piece.start > 0 and value[piece.start - 1] in "'’"


def _places(stream: Sequence[WordSpan], asked: tuple[str, ...]) -> Iterable[Place]:
    for at in range(len(stream) - len(asked) + 1):
        if stream[at].term == asked[0] and all(
            stream[at + step].term == term for step, term in enumerate(asked)
        ):
            yield stream[at].start, stream[at + len(asked) - 1].end


def _merged(places: Iterable[Place]) -> list[Place]:
    """In order, without overlaps."""
    merged: list[Place] = []
    for start, end in sorted(places):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _marked(value: str, places: list[Place]) -> tuple[Segment, ...]:
    start, end = _window(value, places[0])
    inside = [(first, last) for first, last in places if first >= start and last <= end]
    segments = [Segment("… ")] if start else []
    at = start
    for first, last in inside:
        segments += [Segment(value[at:first]), Segment(value[first:last], matched=True)]
        at = last
    segments += [Segment(value[at:end]), Segment(" …" if end < len(value) else "")]
    return tuple(Segment(_one_line(item.text), item.matched) for item in segments if item.text)


def _window(value: str, place: Place) -> Place:
    """What is shown of the value: whole words around the first place, all of it when it is short."""
    if len(value) <= LONGEST:
        return 0, len(value)
    start = max(0, place[0] - BEFORE)
    if start:
        start = value.find(" ", start, place[0]) + 1 or place[0]
    end = max(start + LONGEST, place[1])
    if end < len(value):
        end = max(value.rfind(" ", place[1], end), place[1])
    return start, min(end, len(value))


def _one_line(text: str) -> str:
    return text.translate(_BLANKS)
