"""What a place is called, as far as the loaded trials know it: name ─**called**▶ filter.

One function, so that a gazetteer can take its place.
"""

from collections.abc import Iterable

from msgspec import Struct

from trialway.index.codebook import Codebook
from trialway.index.lexicon import Name
from trialway.vocabulary.country import country_code


class Called(Struct, frozen=True):
    """``parameter`` is ``country`` with a code, or ``place`` with the name of a town."""

    parameter: str
    code: str


def towns(names: Iterable[Name]) -> dict[str, str]:
    """Towns with sites, by their name in small letters."""
    return {name.text.casefold(): name.text for name in names if name.kind == "place"}


def place_called(name: str, codebook: Codebook, known_towns: dict[str, str]) -> Called | None:
    """The country or the town of that name in which a trial has a site; None for anything else."""
    code = country_code(name)
    if code and codebook.find("country", code) is not None:
        return Called("country", code)
    town = known_towns.get(name.casefold())
    return Called("place", town) if town else None
