"""What is offered when nothing is near enough: Query ─▶ **farther** ─▶ Answer."""

from msgspec import Struct
from msgspec.structs import replace

from trialway.places.distances import FARTHEST_KM, KM
from trialway.search.engine.hit import Hit
from trialway.search.query.query import Query
from trialway.search.tantivy_engine.engine import TantivyEngine

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


def beyond_radius(engine: TantivyEngine, query: Query) -> BeyondRadius | None:
    """None when no distance was asked."""
    near = query.near
    if near is None:
        return None
    anywhere = query.with_near(replace(near, km=FARTHEST_KM)).with_sort("nearest")
    hits = engine.match(anywhere, most=MOST_HITS).hits
    return BeyondRadius(hits, _wider(engine, query) if hits else (), _any_status(engine, query))


def _wider(engine: TantivyEngine, query: Query) -> tuple[Wider, ...]:
    """Steps that find more than the one before, the last of them anywhere."""
    assert query.near is not None, "there is no radius to widen"
    radii = [step * KM[query.near.unit] for step in STEPS]
    found: list[Wider] = []
    for km in [*(km for km in radii if km > query.near.km), FARTHEST_KM]:
        wide = _asked(engine, query.with_near(replace(query.near, km=km)))
        if wide.trials > (found[-1].trials if found else 0):
            found.append(wide)
        if len(found) == MOST_STEPS:
            break
    return tuple(found)


def _any_status(engine: TantivyEngine, query: Query) -> Wider | None:
    if not query.chosen("site_status"):
        return None
    wide = _asked(engine, query.without_filter("site_status"))
    return wide if wide.trials else None


def _asked(engine: TantivyEngine, query: Query) -> Wider:
    return Wider(query, engine.match(query, most=1).total)
