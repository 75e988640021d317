"""What narrows a search down besides facets, as links that take it back: Query ─▶ **chips** ─▶ page."""

from collections.abc import Iterator

from msgspec import Struct

from trialway.presenters.dates import day_words
from trialway.presenters.registry_text import RegistryText, counted
from trialway.search.document.areas import AREAS
from trialway.search.query.fielded_text import BOXES, remove_part, split_fields
from trialway.search.query.query import DATES, Period, Query

AREA_LABELS = {area.field: area.label for area in AREAS if area.field}
_BOX_OF = {area: box for box, area in BOXES.items()}


class ChosenLink(Struct, frozen=True):
    """A filter in effect; ``query`` is the search without it."""

    facet: str
    label: RegistryText
    query: str


def active_filters(query: Query) -> Iterator[ChosenLink]:
    """Words for one area, age, dates, numbers, and that other words are not searched for."""
    typed = query.text.typed
    for part in split_fields(typed).parts:
        other = query.with_text(remove_part(typed, part))
        yield ChosenLink(
            AREA_LABELS[part.area], RegistryText(f"{AREA_LABELS[part.area]}: {part.words}"), _address(other)
        )
    if query.age is not None:
        words = RegistryText(f"Takes people aged {query.age}")
        yield ChosenLink("Age", words, _address(query.without("age")))
    for period in query.periods:
        label = DATES[period.date]
        words = RegistryText(f"{label}: {_between(period)}")
        yield ChosenLink(label, words, _address(query.without(period.date)))
    if query.numbers:
        words = RegistryText(f"Among {counted(len(query.numbers), 'number')}")
        yield ChosenLink("Numbers", words, _address(query.without("numbers")))


def kept(query: Query) -> Iterator[tuple[str, str]]:
    """What a form sends along with the words of its box, so that a new search keeps what narrows it down."""
    for part in split_fields(query.text.typed).parts:
        yield _BOX_OF[part.area], part.whole.partition(":")[2].strip("()")
    for name, value in query.to_params():
        if name not in {"q", "page", "plain"}:
            yield name, value


def _address(query: Query) -> str:
    return f"?{query.query_string()}"


def _between(period: Period) -> str:
    if period.first and period.last:
        return f"{day_words(period.first)} to {day_words(period.last)}"
    return (
        f"from {day_words(period.first)}"
        if period.first
        else f"until {day_words(period.last)}"
        if period.last
        else ""
    )
