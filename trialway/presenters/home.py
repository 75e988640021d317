"""The first page's numbers and examples in words."""

from msgspec import Struct

from trialway.presenters.near_place import WhereForm, where_form
from trialway.presenters.registry_text import number
from trialway.search.query.query import Query

# Common conditions and one treatment; the first three that find something are offered.
CANDIDATES = (
    "breast cancer",
    "asthma",
    "heart failure",
    "diabetes",
    "depression",
    "vaccine",
    "pain",
    "cancer",
)


class Figures(Struct, frozen=True):
    trials: int = 0
    recruiting: int = 0
    with_results: int = 0
    countries: int = 0
    examples: tuple[str, ...] = ()


class HomeNumber(Struct, frozen=True):
    number: str
    words: str


class HomePage(Struct, frozen=True):
    numbers: tuple[HomeNumber, ...]
    examples: tuple[str, ...]
    where: WhereForm


def home_page(figures: Figures) -> HomePage:
    """A number that is nought is left out."""
    stated = (
        (figures.trials, "trial to search", "trials to search"),
        (figures.recruiting, "is looking for people now", "are looking for people now"),
        (figures.with_results, "has published results", "have published results"),
        (figures.countries, "country with a site", "countries with sites"),
    )
    numbers = tuple(
        HomeNumber(number(count), one if count == 1 else many) for count, one, many in stated if count
    )
    return HomePage(numbers, figures.examples, where_form(Query()))
