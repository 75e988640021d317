"""Everything that a search can be narrowed down by, as one form: Query and Answer ─▶ **search form**."""

from collections.abc import Iterable

from msgspec import Struct

from trialway.index.answer import Answer
from trialway.index.asking import Question
from trialway.index.choices import Choice, FacetAnswer
from trialway.index.query import DATES, Query
from trialway.index.typed import BOXES, cut
from trialway.site.presenters.chips import AREA_LABELS
from trialway.site.presenters.histogram import Histogram, histogram
from trialway.site.presenters.search import label
from trialway.site.presenters.understood import Problem, told
from trialway.site.presenters.words import Words, counted, number

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


class Period(Struct, frozen=True):
    name: str
    label: str
    first: str
    last: str


class Value(Struct, frozen=True):
    code: str
    label: Words
    count: str
    chosen: bool


class Facet(Struct, frozen=True):
    """``open``: whether something in it is chosen or was looked for."""

    name: str
    label: str
    values: tuple[Value, ...]
    more: bool
    open: bool


class SearchFormPage(Struct, frozen=True):
    typed: str
    total: str
    query: str
    boxes: tuple[Box, ...]
    age: str
    periods: tuple[Period, ...]
    numbers: str
    unknown_numbers: str
    facets: tuple[Facet, ...]
    starts: Histogram | None
    find: str
    found: str
    carried: tuple[tuple[str, str], ...]
    expand: bool
    problems: tuple[Problem, ...]


def search_form_page(question: Question, answer: Answer, find: str) -> SearchFormPage:
    """``find`` leaves only those values of facets that hold it."""
    query = question.query
    facets = tuple(_facets(answer.facets, find))
    return SearchFormPage(
        typed=cut(query.text.typed).rest,
        total=counted(answer.total, "trial"),
        query=f"?{query.query_string()}",
        boxes=tuple(_boxes(query)),
        age="" if query.age is None else str(query.age),
        periods=tuple(_periods(query)),
        numbers="\n".join(query.numbers),
        unknown_numbers=", ".join(answer.unknown_numbers),
        facets=facets,
        starts=histogram(query, answer.facets),
        find=find,
        found=counted(sum(len(facet.values) for facet in facets), "value") if find else "",
        carried=tuple(pair for pair in query.to_params() if pair[0] != "page"),
        expand=query.expand,
        problems=tuple(told(problem, question.typed) for problem in answer.problems),
    )


def _boxes(query: Query) -> Iterable[Box]:
    words: dict[str, str] = {}
    for part in cut(query.text.typed).parts:
        value = part.whole.partition(":")[2].strip("()")
        words[part.area] = f"{words[part.area]} {value}" if part.area in words else value
    return (Box(name, AREA_LABELS[area], HINTS[area], words.get(area, "")) for name, area in BOXES.items())


def _periods(query: Query) -> Iterable[Period]:
    ends = {period.date: period for period in query.periods}
    for name, text in DATES.items():
        period = ends.get(name)
        first = period.first.isoformat() if period and period.first else ""
        last = period.last.isoformat() if period and period.last else ""
        yield Period(name, text, first, last)


def _facets(answers: Iterable[FacetAnswer], find: str) -> Iterable[Facet]:
    for facet in answers:
        if facet.name == "start_year":
            continue
        values = tuple(_value(facet, choice) for choice in facet.choices if _shows(choice, find))
        if values:
            opened = bool(find) or any(value.chosen for value in values)
            yield Facet(facet.name, facet.label, values, facet.more, opened)


def _shows(choice: Choice, find: str) -> bool:
    return choice.chosen or (choice.count > 0 and find.casefold() in choice.label.casefold())


def _value(facet: FacetAnswer, choice: Choice) -> Value:
    return Value(choice.code, label(facet, choice), number(choice.count), choice.chosen)
