"""The values of one facet to tick, counted or looked for by name: Answer ─▶ **value lists** ─▶ form."""

from msgspec import Struct

from trialway.presenters.registry_text import RegistryText, number
from trialway.presenters.search import label
from trialway.search.document.facets import FACETS
from trialway.search.results.facet_options import FacetAnswer, FacetOption
from trialway.search.results.facet_value_search import FacetValueMatches

# What one value of a long list is called.
ONE = {
    "country": "country",
    "region": "state or region",
    "city": "city",
    "condition": "condition",
    "condition_group": "kind of condition",
    "intervention": "treatment",
    "sponsor": "sponsor",
}


class ListedValue(Struct, frozen=True):
    code: str
    label: RegistryText
    count: str
    chosen: bool


class ListedFacet(Struct, frozen=True):
    """``count`` says how many values are listed. ``open``: whether something in it is chosen or was looked
    for. ``one``: what a value is called where values can be looked for in it, ``find`` what was, and ``told``
    what became of that."""

    name: str
    label: str
    values: tuple[ListedValue, ...]
    count: str
    open: bool
    one: str = ""
    find: str = ""
    told: str = ""


def listed_facet(name: str, answer: FacetAnswer | None, find: str = "") -> ListedFacet:
    """The values that were counted; with ``find`` only those that hold it, and what is chosen."""
    listed = () if answer is None else answer.choices
    values = tuple(_value(name, choice) for choice in listed if _shows(choice, find))
    most = " most frequent" if answer is not None and answer.more else ""
    opened = bool(find) or any(value.chosen for value in values)
    count = f"{len(values)}{most}" if values else ""
    return ListedFacet(name, FACETS[name].label, values, count, opened, ONE.get(name, ""))


def found_facet(find: str, found: FacetValueMatches) -> ListedFacet:
    """The values that were found by what they are called."""
    values = tuple(_value(found.facet, choice) for choice in found.choices)
    one = ONE[found.facet]
    count = f"{number(found.found)} found"
    return ListedFacet(
        found.facet, FACETS[found.facet].label, values, count, True, one, find, _told(find, found)
    )


def _told(find: str, found: FacetValueMatches) -> str:
    """How many were found, by which words, and what is not listed."""
    sought = " or ".join(f"“{words}”" for words in (find, *found.also))
    if not found.found:
        more = f"; {number(found.elsewhere)} of other trials" if found.elsewhere else ""
        return f"None of these trials has one with {found.meant or sought}{more}."
    if found.meant:
        parts = [f"Nothing has {sought}; {number(found.found)} with “{found.meant}”"]
    else:
        parts = [f"{number(found.found)} with {sought}"]
    listed = sum(choice.count > 0 for choice in found.choices)
    if listed < found.found:
        parts.append(f"the {listed} most frequent are listed")
    if found.elsewhere:
        parts.append(f"{number(found.elsewhere)} more only in other trials")
    return f"{'; '.join(parts)}."


def _shows(choice: FacetOption, find: str) -> bool:
    return choice.chosen or (choice.count > 0 and find.casefold() in choice.label.casefold())


def _value(facet: str, choice: FacetOption) -> ListedValue:
    return ListedValue(choice.code, label(facet, choice), number(choice.count), choice.chosen)
