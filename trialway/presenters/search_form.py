"""Everything that a search can be narrowed down by, as one form: Query and Answer ─▶ **search form**."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from trialway.presenters.active_filters import AREA_LABELS
from trialway.presenters.histogram import Histogram, histogram
from trialway.presenters.interpretation import Problem, told
from trialway.presenters.registry_text import counted
from trialway.presenters.value_lists import ListedFacet, found_facet, listed_facet
from trialway.search.document.facets import FACETS
from trialway.search.engine.year_counts import YearCounts
from trialway.search.interpretation.interpret_request import InterpretedQuery
from trialway.search.query.fielded_text import BOXES, split_fields
from trialway.search.query.query import DATES, Query
from trialway.search.results.answer import Answer
from trialway.search.results.facet_options import FacetAnswer
from trialway.search.results.facet_value_search import FacetValueMatches, long_facets

HINTS = {
    "title": "Words of the trial’s title",
    "condition": "Such as asthma",
    "intervention": "A medicine, a device, an operation",
    "sponsor": "Who pays for it or runs it",
    "place": "A town, a hospital, a country",
    "outcome": "Such as survival, pain, blood pressure",
    "eligibility": "Words of the rules on who can join",
    "identifier": "A number or a short name",
}


class Box(Struct, frozen=True):
    name: str
    label: str
    hint: str
    value: str


class PeriodBoxes(Struct, frozen=True):
    name: str
    label: str
    first: str
    last: str
    years: Histogram | None


class SearchFormPage(Struct, frozen=True):
    typed: str
    total: str
    query: str
    boxes: tuple[Box, ...]
    age: str
    periods: tuple[PeriodBoxes, ...]
    numbers: str
    unknown_numbers: str
    facets: tuple[ListedFacet, ...]
    find: str
    found: str
    carried: tuple[tuple[str, str], ...]
    expand: bool
    problems: tuple[Problem, ...]


class ValueSearch(Struct, frozen=True):
    """What was looked for in the lists: in the one that is named or in all, and what was found by list."""

    find: str = ""
    where: str = ""
    found: Mapping[str, FacetValueMatches] = {}


def search_form_page(
    question: InterpretedQuery, answer: Answer, years: Mapping[str, YearCounts], looked: ValueSearch
) -> SearchFormPage:
    """``answer`` has the most frequent values of each facet."""
    query = question.query
    facets = tuple(_facets(answer.facets, looked))
    everywhere = looked.find if not looked.where else ""
    return SearchFormPage(
        typed=split_fields(query.text.typed).rest,
        total=counted(answer.total, "trial"),
        query=f"?{query.query_string()}",
        boxes=tuple(_boxes(query)),
        age="" if query.age is None else str(query.age),
        periods=tuple(_periods(query, years)),
        numbers="\n".join(query.numbers),
        unknown_numbers=", ".join(answer.unknown_numbers),
        facets=facets,
        find=everywhere,
        found=counted(sum(len(facet.values) for facet in facets), "value") if everywhere else "",
        carried=carried(query),
        expand=query.expand,
        problems=tuple(told(problem, question.typed) for problem in answer.problems),
    )


def carried(query: Query) -> tuple[tuple[str, str], ...]:
    """What a form sends along so that the search stays as it is."""
    return tuple(pair for pair in query.to_params() if pair[0] != "page")


def _boxes(query: Query) -> Iterable[Box]:
    words: dict[str, str] = {}
    for part in split_fields(query.text.typed).parts:
        value = part.whole.partition(":")[2].strip("()")
        words[part.area] = f"{words[part.area]} {value}" if part.area in words else value
    return (Box(name, AREA_LABELS[area], HINTS[area], words.get(area, "")) for name, area in BOXES.items())


def _periods(query: Query, years: Mapping[str, YearCounts]) -> Iterable[PeriodBoxes]:
    ends = {period.date: period for period in query.periods}
    for name, text in DATES.items():
        period = ends.get(name)
        first = period.first.isoformat() if period and period.first else ""
        last = period.last.isoformat() if period and period.last else ""
        yield PeriodBoxes(name, text, first, last, histogram(query, name, years[name]))


def _facets(answers: Iterable[FacetAnswer], looked: ValueSearch) -> Iterable[ListedFacet]:
    """In the order of FACETS; a long list stands there even when nothing is counted for it."""
    counted_ = {answer.name: answer for answer in answers}
    for name in FACETS:
        if name in looked.found:
            facet = found_facet(looked.find, looked.found[name])
            if facet.values or looked.where:
                yield facet
        elif name in counted_ or name in long_facets():
            facet = listed_facet(name, counted_.get(name), "" if looked.where else looked.find)
            if facet.values or (facet.one and (looked.where or not looked.find)):
                yield facet
