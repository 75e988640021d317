"""Which sentences of an answer stand together: statements ─▶ **short paragraphs, one on each matter**."""

from collections.abc import Iterator
from itertools import groupby

from trialway.plain.statement import Statement

# Templates by how they begin; what is not named here stays with the sentences before it.
_MATTERS = (
    ("status", ("status", "why-stopped", "confirmed")),
    ("dates", ("start", "end-")),
    ("size", ("people", "nobody", "places", "no-places")),
    ("kind", ("observational", "expanded-access", "purpose", "phase")),
    ("groups", ("one-group", "groups", "single-group", "model", "not-randomised", "randomised", "chance")),
    ("hidden", ("open-label", "blind", "placebo", "sham", "vehicle", "open-placebo")),
    ("measures", ("measure", "more-measures")),
)
_LONG = 4


def paragraphs(statements: tuple[Statement, ...]) -> tuple[tuple[Statement, ...], ...]:
    """A short answer is one paragraph; a longer one begins anew with each matter. Without what is general."""
    told = tuple(one for one in statements if not one.general)
    if len(told) <= _LONG:
        return (told,) if told else ()
    by_matter = zip(_matters(told), told, strict=True)
    return tuple(tuple(one for _, one in some) for _, some in groupby(by_matter, key=lambda pair: pair[0]))


def _matters(statements: tuple[Statement, ...]) -> Iterator[str]:
    last = ""
    for one in statements:
        last = next((matter for matter, begins in _MATTERS if one.template.startswith(begins)), last)
        yield last
