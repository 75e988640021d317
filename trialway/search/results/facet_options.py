"""Counts by facet → options with code, label and count, as a reader chooses among them."""

import difflib
from collections.abc import Mapping

from msgspec import Struct

from trialway.registry_text.comparable import comparable
from trialway.search.document.facet_codes import FacetCodes, FacetCount
from trialway.search.document.facets import FACETS, Facet
from trialway.search.query.query import Query, QueryProblem


class FacetOption(Struct, frozen=True):
    """A value, and how many trials match with it under the other facets' choices."""

    code: str
    label: str
    count: int
    chosen: bool


class FacetAnswer(Struct, frozen=True):
    """``more``: there may be further values, rarer than those listed."""

    name: str
    label: str
    choices: tuple[FacetOption, ...]
    more: bool


def facet_options(
    codebook: FacetCodes, query: Query, counts: Mapping[str, tuple[FacetCount, ...]]
) -> tuple[FacetAnswer, ...]:
    """The counted facets with their values, in the order of their vocabulary or the most frequent first."""
    return tuple(_facet(FACETS[name], codebook, query.chosen(name), found) for name, found in counts.items())


def _facet(
    facet: Facet, codebook: FacetCodes, chosen: tuple[str, ...], counts: tuple[FacetCount, ...]
) -> FacetAnswer:
    found = []
    for count in counts:
        value = codebook.values[facet.name][count.number]
        label = facet.labels.get(value.code, value.label)
        found.append(FacetOption(value.code, label, count.trials, value.code in chosen))
    listed = {choice.code for choice in found}
    found += [
        FacetOption(code, facet.labels.get(code, code), 0, True) for code in chosen if code not in listed
    ]
    return FacetAnswer(facet.name, facet.label, tuple(_ordered(facet, found)), len(counts) >= facet.most)


def _ordered(facet: Facet, found: list[FacetOption]) -> list[FacetOption]:
    place = {code: at for at, code in enumerate(facet.labels)}
    last = len(place)
    return sorted(
        found, key=lambda choice: (place.get(choice.code, last), -choice.count, choice.label, choice.code)
    )


def unknown_codes(codebook: FacetCodes, query: Query) -> list[QueryProblem]:
    """A sentence on each chosen code that no trial ever had, with the nearest that some have."""
    return [
        QueryProblem(item.facet, _unknown(FACETS[item.facet], codebook, code))
        for item in query.filters
        for code in item.codes
        if codebook.find(item.facet, code) is None
    ]


def _unknown(facet: Facet, codebook: FacetCodes, code: str) -> str:
    sentence = f"No trial here has the {facet.label.lower()} ‘{code}’"
    if code in facet.labels:
        return f"{sentence} ({facet.labels[code]}); choose another."
    near = nearest_code(facet, codebook, code)
    if near:
        return f"{sentence}; did you mean ‘{near}’?"
    return (
        f"{sentence}; choose one of {', '.join(facet.labels)}."
        if facet.labels
        else f"{sentence}; choose another."
    )


def code_of(facet: Facet, codebook: FacetCodes, typed: str) -> str:
    """The code that was typed, in any case, or whose label was; what is neither stays as it is."""
    return _spellings(facet, codebook).get(comparable(typed), typed)


def nearest_code(facet: Facet, codebook: FacetCodes, code: str) -> str | None:
    """The code that is written most like this one, or whose label is."""
    codes = _spellings(facet, codebook)
    near = difflib.get_close_matches(code.casefold(), codes, n=1, cutoff=0.75)
    return codes[near[0]] if near else None


def _spellings(facet: Facet, codebook: FacetCodes) -> dict[str, str]:
    """Labels and codes in small letters → code; codes go before labels, earlier values before later ones."""
    labels = {label.casefold(): code for code, label in facet.labels.items()}
    values = list(reversed(codebook.values.get(facet.name, [])))
    seen = {value.label.casefold(): value.code for value in values if value.code not in facet.labels}
    codes = {code.casefold(): code for code in (*facet.labels, *(value.code for value in values))}
    return seen | labels | codes
