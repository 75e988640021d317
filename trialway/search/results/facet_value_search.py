"""Values of facets searched by name: typed words ─labels▶ values ─engine▶ **FacetValueMatches** ─▶ form.

The most frequent are shown with every answer; a rare disease is never among them.
"""

from collections.abc import Iterable

from msgspec import Struct

from trialway.search.document.facet_codes import FacetCount
from trialway.search.document.facets import FACETS
from trialway.search.engine.base import Engine
from trialway.search.language.expansion import expand_query
from trialway.search.query.query import Query
from trialway.search.results.facet_options import FacetOption, facet_options

MOST_LISTED = 200
# Facets whose values have other words for the same thing.
IN_OTHER_WORDS = {"condition", "condition_group", "intervention"}


class FacetValueMatches(Struct, frozen=True):
    """``choices``: what was found and is chosen, the most frequent first. ``found``: how many values trials
    of the search have; ``elsewhere``: how many more only other trials have. ``meant``: how the words were
    put right. ``also``: other words that were looked for."""

    facet: str
    choices: tuple[FacetOption, ...] = ()
    found: int = 0
    elsewhere: int = 0
    meant: str = ""
    also: tuple[str, ...] = ()


class _Looked(Struct, frozen=True):
    """Values of a facet whose labels hold the words, by number."""

    numbers: list[int]
    meant: str
    also: tuple[str, ...]


def search_facet_values(
    engine: Engine, query: Query, facets: Iterable[str], typed: str
) -> dict[str, FacetValueMatches]:
    """The values of each facet that hold the typed words; a slip is put right where nothing else is found."""
    looked = {facet: _look(engine, facet, typed) for facet in facets}
    numbers = {facet: found.numbers for facet, found in looked.items()}
    counts = engine.count_values(expand_query(engine.words, query).query, numbers)
    return {facet: _matches(engine, query, facet, looked[facet], counts[facet]) for facet in looked}


def _look(engine: Engine, facet: str, typed: str) -> _Looked:
    labels = engine.words.labels(facet)
    also = _other_words(engine, typed) if facet in IN_OTHER_WORDS else ()
    numbers, meant = labels.holding((typed, *also)), ""
    if not numbers and (meant := labels.mended(typed)):
        numbers = labels.holding((meant,))
    return _Looked(numbers, meant if numbers else "", tuple(form for form in also if labels.holding((form,))))


def _matches(
    engine: Engine, query: Query, facet: str, looked: _Looked, counts: tuple[FacetCount, ...]
) -> FacetValueMatches:
    listed = facet_options(engine.codebook, query, {facet: counts})[0].choices
    ranked = sorted(listed, key=lambda choice: (not choice.chosen, -choice.count, choice.label))
    return FacetValueMatches(
        facet,
        tuple(ranked[:MOST_LISTED]),
        len(counts),
        # A town that goes by several names stands under one of them, and the others are nowhere.
        len(looked.numbers) - len(counts) if facet != "city" else 0,
        looked.meant,
        looked.also,
    )


def _other_words(engine: Engine, typed: str) -> tuple[str, ...]:
    return tuple(form.words for form in engine.words.vocabulary.forms(typed) if form.source)


def long_facets() -> tuple[str, ...]:
    """Those whose values no vocabulary lists, so that there can be any number of them."""
    return tuple(name for name, facet in FACETS.items() if not facet.labels and name != "start_year")
