"""Parameters of an address or a command → Query, with what was left out.

Nothing here raises: what makes no sense is left out with a sentence: what, which value, what to do.
"""

from collections.abc import Iterable
from urllib.parse import parse_qsl

from msgspec import Struct

from trialway.places.distances import FARTHEST_KM, read_distance
from trialway.places.lookup import PlaceLookup, find_place
from trialway.search.document.facet_codes import LONGEST_CODE
from trialway.search.document.facets import FACETS
from trialway.search.query.fielded_text import text_with_fields
from trialway.search.query.parser import parse
from trialway.search.query.query import (
    SORTS,
    Filter,
    Near,
    Query,
    QueryProblem,
    Text,
)
from trialway.search.query.ranges import (
    quote_value,
    read_age,
    read_numbers,
    read_periods,
)

MOST_CODES = 50
MOST_PARAMETERS = 1000
# How far to look when nobody says how far.
USUAL_KM = 100.0


class ParsedParameters(Struct, frozen=True):
    """The query, and what was left out of it. ``where`` is what became of a place that was typed."""

    query: Query
    problems: tuple[QueryProblem, ...] = ()
    where: PlaceLookup | None = None


def from_query_string(query_string: str) -> ParsedParameters:
    """Read what stands behind the question mark of an address."""
    pairs = "&".join(query_string.split("&")[:MOST_PARAMETERS])
    return from_params(parse_qsl(pairs, errors="replace"))


def from_params(params: Iterable[tuple[str, str]]) -> ParsedParameters:
    """Read pairs of name and value; unknown names are ignored; of what can be said once the last one
    counts."""
    given = [(name, value) for name, value in params]
    last = dict(given)
    problems: list[QueryProblem] = []
    read = parse(text_with_fields(last))
    problems += [QueryProblem("q", fault.sentence, fault.at) for fault in read.problems]
    where = find_place(last["near"]) if last.get("near", "").strip() else None
    query = Query(
        text=Text(read.text, read.tree),
        filters=tuple(_filters(given, problems)),
        near=_near(last, where, problems),
        sort=_sort(last.get("sort", ""), problems),
        page=_page(last.get("page", ""), problems),
        age=read_age(last.get("age", ""), problems),
        periods=read_periods(last, problems),
        numbers=read_numbers(last.get("numbers", ""), problems),
        expand=last.get("expand", "").strip() != "no",
        plain=last.get("plain", "").strip() == "yes",
        not_also=_not_also(given),
    )
    return ParsedParameters(query, tuple(problems), where)


def _filters(given: list[tuple[str, str]], problems: list[QueryProblem]) -> Iterable[Filter]:
    for facet in sorted(FACETS):
        codes = sorted({value.strip() for name, value in given if name == facet and value.strip()})
        usable = [code for code in codes if len(code) <= LONGEST_CODE and code.isprintable()]
        if len(usable) < len(codes):
            problems.append(QueryProblem(facet, f"A value of {facet} is no code; choose one from the list."))
        if len(usable) > MOST_CODES:
            sentence = (
                f"Only the first {MOST_CODES} of {len(usable)} values of {facet} were used; choose fewer."
            )
            problems.append(QueryProblem(facet, sentence))
        if usable:
            yield Filter(facet, tuple(usable[:MOST_CODES]))


def _not_also(given: list[tuple[str, str]]) -> tuple[str, ...]:
    """Other words that shall not be searched for, each once, in small letters."""
    words = (" ".join(value.split()).casefold() for name, value in given if name == "not_also")
    return tuple(sorted({each for each in words if each and len(each) <= LONGEST_CODE}))[:MOST_CODES]


def _sort(value: str, problems: list[QueryProblem]) -> str:
    value = value.strip()
    if value in SORTS or not value:
        return value
    ways = ", ".join(SORTS)
    problems.append(QueryProblem("sort", f"There is no order {quote_value(value)}; choose one of {ways}."))
    return ""


def _page(value: str, problems: list[QueryProblem]) -> int:
    value = value.strip()
    if not value:
        return 1
    if value.isascii() and value.isdigit() and len(value) < 10 and int(value) > 0:
        return int(value)
    sentence = f"{quote_value(value)} is no page, so the first one is shown; write a whole number from 1."
    problems.append(QueryProblem("page", sentence))
    return 1


def _near(last: dict[str, str], where: PlaceLookup | None, problems: list[QueryProblem]) -> Near | None:
    if where is None:
        return _in_degrees(last, problems)
    km, unit = _within(last.get("within", "").strip(), problems)
    if where.spot is None:
        problems.append(QueryProblem("near", where.problem))
        return None
    return Near(where.spot.lat, where.spot.lon, km, where.typed, unit)


def _within(value: str, problems: list[QueryProblem]) -> tuple[float, str]:
    found = read_distance(value) if value else (USUAL_KM, "km")
    if found is None:
        remedy = f"write one up to {FARTHEST_KM:,.0f}km, such as 100km or 60mi."
        sentence = f"{quote_value(value)} is no distance, so {USUAL_KM:g} km was taken; {remedy}"
        problems.append(QueryProblem("within", sentence))
        return USUAL_KM, "km"
    return found


def _in_degrees(last: dict[str, str], problems: list[QueryProblem]) -> Near | None:
    given = {name: last.get(name, "").strip() for name in ("lat", "lon", "km")}
    if not any(given.values()):
        return None
    lat = _number("lat", given["lat"], -90, 90, problems)
    lon = _number("lon", given["lon"], -180, 180, problems)
    km = _number("km", given["km"], 0.001, FARTHEST_KM, problems)
    return None if lat is None or lon is None or km is None else Near(lat, lon, km)


def _number(name: str, value: str, least: float, most: float, problems: list[QueryProblem]) -> float | None:
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if least <= number <= most:
        return number
    what = {"lat": "latitude in degrees", "lon": "longitude in degrees", "km": "distance in kilometres"}[name]
    remedy = f"so the place was left out; write {name} as a number from {least:g} to {most:g}."
    problems.append(QueryProblem(name, f"{quote_value(value)} is no {what}, {remedy}"))
    return None
