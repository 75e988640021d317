"""Find a place near me: the sites of a trial and a place ─▶ **finder** ─▶ the sites, nearest first."""

from collections.abc import Sequence

from msgspec import Struct

from trialway.places.distances import distance_words
from trialway.places.location import Location, distance_km
from trialway.places.lookup import PlaceLookup
from trialway.presenters.dates import date_words
from trialway.record import Site, TrialRecord
from trialway.search.document.sites import site_point

CLOSED = {
    "completed": "This trial is over. The places below took part, as the registry last listed them.",
    "terminated": "This trial was stopped. The places below took part, as the registry last listed them.",
    "withdrawn": "This trial never took anybody in. The places below were planned.",
    "suspended": "This trial is suspended: for now no place takes anybody in.",
    "active_not_recruiting": "This trial goes on, but takes nobody new in, at none of the places below.",
    "unknown": "Nobody has confirmed for long what happens in this trial. The places below may have closed.",
}
CENTRES = (
    "As the crow flies, from and to the middle of towns: the registry does not give addresses. "
    "Ask the place before you travel."
)
ALL_PLACED = " Here it gives no coordinates either: each place stands where the town is that it names."


class AskedPlace(Struct, frozen=True):
    """A place to measure from, as typed and as understood, and the unit to say distances in."""

    where: PlaceLookup
    unit: str = "km"


class Finder(Struct, frozen=True):
    """The field above the list. ``name`` is empty until a place is known; ``others`` are places to choose
    from; ``closed`` says that the list is history, ``as_of`` how old what it says is."""

    typed: str
    unit: str
    name: str
    problem: str
    others: tuple[Location, ...]
    centres: str
    closed: str
    as_of: str
    other_unit: str


def finder(record: TrialRecord, sites: Sequence[Site], asked: AskedPlace | None) -> Finder:
    """``record`` says how the trial stands, and when that was checked."""
    where = asked.where if asked else PlaceLookup("")
    unit = asked.unit if asked else "km"
    status = record.recruitment.status
    return Finder(
        typed=where.typed,
        unit=unit,
        name=where.spot.label if where.spot else "",
        problem=where.problem,
        others=where.others,
        centres=CENTRES + ALL_PLACED * _all_placed(sites) if where.spot else "",
        closed=CLOSED.get(status.code or "", "") if status else "",
        as_of=_as_of(record),
        other_unit="mi" if unit == "km" else "km",
    )


def _as_of(record: TrialRecord) -> str:
    checked, updated = record.recruitment.verified, record.dates.last_update_posted
    if checked:
        return f"What is said of each place is as of {date_words(checked)}, when the sponsor last checked."
    return f"What is said of each place is as of {date_words(updated)}." if updated else ""


class Away(Struct, frozen=True):
    """Which of the sites, how far it is in words, and whether its point is ours; empty when nobody knows."""

    at: int
    distance: str
    placed: str


def by_distance(sites: Sequence[Site], asked: AskedPlace) -> tuple[Away, ...]:
    """The nearest first, those of unknown place last, each kind in the record's order."""
    assert asked.where.spot is not None, "distances are from a known place"
    kilometres = [_kilometres(site, asked.where.spot) for site in sites]
    order = sorted(range(len(sites)), key=lambda at: (kilometres[at] is None, kilometres[at] or 0.0))
    # What holds for all of them is said once, above.
    tell = not _all_placed(sites)
    return tuple(_away(at, sites[at], kilometres[at], asked.unit, tell) for at in order)


def _all_placed(sites: Sequence[Site]) -> bool:
    return len(sites) > 1 and all(site.point is None for site in sites)


def _kilometres(site: Site, spot: Location) -> float | None:
    point = site_point(site)
    return None if point is None else distance_km(Location("", "", point.latitude, point.longitude), spot)


def _away(at: int, site: Site, km: float | None, unit: str, tell: bool) -> Away:
    if km is None:
        return Away(at, "Distance not known", "")
    placed = (
        "Placed by us in this town; the registry gives no coordinates." if tell and not site.point else ""
    )
    return Away(at, "In this town" if km < 1 else distance_words(km, unit), placed)
