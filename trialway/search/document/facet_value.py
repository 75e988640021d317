"""A value by which trials can be narrowed down: record ─▶ **value** ─▶ facets, sites, codebook."""

from msgspec import Struct

LONGEST_CODE = 200


class FacetValue(Struct, frozen=True):
    """A value of a facet. A code that begins with ``raw:`` or ``text:`` is the registry's own word, none of
    ours."""

    code: str
    label: str


def registry_code(kind: str, raw: str) -> str:
    """The code of a registry's own word."""
    return f"{kind}:{' '.join(raw.split())}"[:LONGEST_CODE]
