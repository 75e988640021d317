"""A plain sentence → filters of a Query: status, age, place.

"her2 breast cancer recruiting in Lyon for a 70 year old" is words, a status, a place and an age. Only what
can mean nothing else is taken; every reading is told and can be undone by one click; what is not understood
stays words.
"""

import re
from collections.abc import Callable, Container, Iterator

from msgspec import Struct
from msgspec.structs import replace

from trialway.places.lookup import find_place
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.document.identifiers import registry_number
from trialway.search.interpretation.phrases import PHRASES, Extracted
from trialway.search.query.fielded_text import has_no_syntax
from trialway.search.query.parameters import USUAL_KM
from trialway.search.query.query import Near, Query, Text
from trialway.vocabulary.country import country_code

IN_PLACE = re.compile(
    r"\b(in|near|around)\s+((?:[^\W\d_][\w.'’-]*)(?:\s+[^\W\d_][\w.'’-]*){0,3})", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s,;]+")


class ResolvedPlace(Struct, frozen=True):
    """A country's code, or a point to be near."""

    country: str = ""
    near: Near | None = None


def resolve_place(
    name: str, certain: bool, codebook: FacetCodes, known_towns: Container[str]
) -> ResolvedPlace | None:
    """The country or the town of that name; None for anything else.

    ``certain``: that it stands behind a word that only places stand behind (near), so that it need not be a
    town where trials have sites.
    """
    code = country_code(name)
    if code and codebook.find("country", code) is not None:
        return ResolvedPlace(country=code)
    if not certain and name.casefold() not in known_towns:
        return None
    spot = find_place(name).spot
    return ResolvedPlace(near=Near(spot.lat, spot.lon, USUAL_KM, name)) if spot else None


# Given a name, and whether what stands before it leaves no doubt that it is a place.
PlaceResolver = Callable[[str, bool], ResolvedPlace | None]


class Interpretation(Struct, frozen=True):
    """Words that were taken as a filter; ``parameter`` and ``codes`` say as which. Without a parameter they
    were left out."""

    words: str
    parameter: str
    codes: tuple[str, ...] = ()


def interpret(query: Query, places: PlaceResolver) -> tuple[Query, tuple[Interpretation, ...]]:
    """The query with its sentence read; as it was when it is to be taken plainly or holds any syntax."""
    typed = query.text.typed
    if query.plain or query.text.tree is None or not has_no_syntax(typed):
        return query, ()
    numbers = _numbers(typed)
    if numbers:
        read = replace(query, text=Text(), numbers=numbers)
        return read, (Interpretation(typed, "numbers", numbers),)
    readings: list[Interpretation] = []
    for taken in _taken(typed, places):
        typed = _without(typed, taken.words)
        query = _narrowed(query, taken)
        readings.append(Interpretation(taken.words, taken.parameter, taken.codes))
    if not readings:
        return query, ()
    return replace(query, text=Text.read(typed)), tuple(readings)


def _numbers(typed: str) -> tuple[str, ...]:
    """Several registry numbers and nothing else."""
    parts = [part for part in _BETWEEN.split(typed) if part]
    numbers = [registry_number(part) for part in parts]
    return tuple(dict.fromkeys(filter(None, numbers))) if len(parts) > 1 and all(numbers) else ()


def _taken(typed: str, places: PlaceResolver) -> Iterator[Extracted]:
    """What can be taken out, one after the other, until nothing is left to take."""
    while taken := _place(typed, places) or _phrase(typed):
        yield taken
        typed = _without(typed, taken.words)


def _phrase(typed: str) -> Extracted | None:
    return next((taken for phrase in PHRASES if (taken := phrase.taken(typed))), None)


def _place(typed: str, places: PlaceResolver) -> Extracted | None:
    """``in`` or ``near`` and a place that trials have, the longest name that is one."""
    for found in IN_PLACE.finditer(typed):
        words = found[2].split()
        certain = found[1].lower() != "in"
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count]).rstrip(".,")
            called = places(name, certain)
            if called:
                whole = typed[found.start() : found.start(2)] + " ".join(words[:count])
                near = called.near
                return (
                    Extracted(whole, "near", (name,), near)
                    if near
                    else Extracted(whole, "country", (called.country,))
                )
    return None


def _without(typed: str, words: str) -> str:
    # The words were taken from this text, in which blanks are single.
    return " ".join(typed.replace(words, " ", 1).split()).strip(" ,;?.")


def _narrowed(query: Query, taken: Extracted) -> Query:
    if taken.parameter == "age":
        return replace(query, age=int(taken.codes[0]), page=1)
    if taken.near:
        return query.with_near(taken.near)
    if not taken.parameter:
        return query
    for code in taken.codes:
        query = query.with_filter(taken.parameter, code)
    return query
