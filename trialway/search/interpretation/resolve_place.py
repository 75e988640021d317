"""What a place is called: name ─**called**▶ a country to choose or a point to be near.

A name counts as a place when trials have sites in a town of that name, or when a preposition leaves no doubt.
"""

from collections.abc import Container

from msgspec import Struct

from trialway.places.reading import find_place
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.query.parameters import USUAL_KM
from trialway.search.query.query import Near
from trialway.vocabulary.country import country_code


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
