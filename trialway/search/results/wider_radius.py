"""What lies farther away when nothing is near enough: Query ─▶ wider queries ─Batch▶ **BeyondRadius**."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from trialway.places.distances import FARTHEST_KM, KM
from trialway.search.engine.hit import Hit
from trialway.search.query.query import Near, Query
from trialway.search.results.batch import Batch

# In the reader's own unit.
STEPS = (25, 50, 100, 200, 500, 1000)
MOST_STEPS = 3
MOST_HITS = 3


class Wider(Struct, frozen=True):
    """How many trials there are within a wider radius, or wherever they are; ``query`` asks for them."""

    query: Query
    trials: int


class BeyondRadius(Struct, frozen=True):
    """The nearest trials beyond the radius, wider radii that find something, and the same radius with places
    that do not say that they recruit; the last is None when it finds nothing either."""

    hits: tuple[Hit, ...]
    wider: tuple[Wider, ...]
    any_status: Wider | None


def add_wider_queries(expanded: Query, batch: Batch) -> None:
    """Add what ``beyond_radius`` needs; nothing when no distance was asked."""
    if expanded.near is not None:
        batch.add([_anywhere(expanded, expanded.near)], limit=MOST_HITS, expanded=True)
        batch.add([*_steps(expanded, expanded.near), _any_status(expanded)], expanded=True)


def beyond_radius(expanded: Query, batch: Batch) -> BeyondRadius | None:
    """None when no distance was asked."""
    near = expanded.near
    if near is None:
        return None
    hits = batch.matched(_anywhere(expanded, near)).hits
    wider = _wider(expanded, near, batch) if hits else ()
    any_status = Wider(_any_status(expanded), batch.total(_any_status(expanded)))
    asked = expanded.chosen("site_status") and any_status.trials
    return BeyondRadius(hits, wider, any_status if asked else None)


def _wider(expanded: Query, near: Near, batch: Batch) -> tuple[Wider, ...]:
    """Steps that find more than the one before, the last of them anywhere."""
    found: list[Wider] = []
    for query in _steps(expanded, near):
        trials = batch.total(query)
        if trials > (found[-1].trials if found else 0):
            found.append(Wider(query, trials))
    return tuple(found[:MOST_STEPS])


def _steps(expanded: Query, near: Near) -> Iterator[Query]:
    radii = [step * KM[near.unit] for step in STEPS]
    for km in [*(km for km in radii if km > near.km), FARTHEST_KM]:
        yield expanded.with_near(replace(near, km=km))


def _anywhere(expanded: Query, near: Near) -> Query:
    return expanded.with_near(replace(near, km=FARTHEST_KM)).with_sort("nearest")


def _any_status(expanded: Query) -> Query:
    return expanded.without_filter("site_status")
