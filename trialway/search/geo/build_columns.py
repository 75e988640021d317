"""Documents, or the columns before and what changed → SiteColumns."""

from array import array
from collections.abc import Iterable, Iterator

import numpy as np
from msgspec.structs import astuple
from numpy.typing import NDArray

from trialway.search.columns import Ints, join_rows, starts_of, take_rows
from trialway.search.document.dates import DAYS
from trialway.search.document.encode_document import EncodedDocument
from trialway.search.document.facet_codes import FacetCodes, FacetValue
from trialway.search.document.facets import FACETS
from trialway.search.document.sites import SitePlace
from trialway.search.geo.site_columns import (
    NONE,
    FacetColumn,
    SiteColumns,
)


class ColumnBuilder:
    """What columns need of documents that pass on their way to the engine, in the order of their coming."""

    def __init__(self, codebook: FacetCodes) -> None:
        self.codebook = codebook
        self.number, self.newest, self.updated = array("q"), array("Q"), array("Q")
        self.days = array("i")
        self.codes = {facet: array("i") for facet in FACETS}
        self.counts = {facet: array("q") for facet in FACETS}
        self.places: dict[SitePlace, int] = {}
        self.trial, self.at, self.place, self.status = array("i"), array("i"), array("i"), array("i")
        self.tier = array("b")

    def passing(self, documents: Iterable[EncodedDocument]) -> Iterator[EncodedDocument]:
        """The documents, each noted."""
        for document in documents:
            self._take(document)
            yield document

    def _take(self, document: EncodedDocument) -> None:
        trial = len(self.number)
        self.number.append(document.number)
        self.newest.append(document.newest)
        self.updated.append(document.updated)
        self.days.extend(astuple(document.days))
        for facet in FACETS:
            values = document.facets.get(facet, ())
            self.codes[facet].extend([self.codebook.number(facet, value) for value in values])
            self.counts[facet].append(len(values))
        for at, site in enumerate(document.sites):
            self.trial.append(trial)
            self.at.append(at)
            self.place.append(self.places.setdefault(site.place, len(self.places)))
            self.status.append(self._code("site_status", FacetValue(site.status, "")))
            self.tier.append(site.tier)

    def _code(self, facet: str, value: FacetValue | None) -> int:
        return NONE if value is None else self.codebook.number(facet, value)

    def columns(self) -> SiteColumns:
        """The columns of these documents alone."""
        places = list(self.places)
        known = {
            facet: np.array([self._code(facet, getattr(place, facet)) for place in places], np.int32)
            for facet in ("country", "region", "city")
        }
        by_place = np.argsort(np.asarray(self.place), kind="stable")
        sites = np.bincount(np.asarray(self.place), minlength=len(places)) if places else np.zeros(0, int)
        unordered = SiteColumns(
            number=np.asarray(self.number),
            newest=np.asarray(self.newest),
            updated=np.asarray(self.updated),
            days=np.asarray(self.days).reshape(-1, len(DAYS)),
            facets={f: FacetColumn(starts_of(self.counts[f]), np.asarray(self.codes[f])) for f in FACETS},
            # None becomes what is no number, and nothing is near that.
            lat=np.array([place.lat for place in places], np.float64),
            lon=np.array([place.lon for place in places], np.float64),
            **known,
            site_starts=starts_of(sites),
            trial=np.asarray(self.trial)[by_place],
            at=np.asarray(self.at)[by_place],
            status=np.asarray(self.status)[by_place],
            tier=np.asarray(self.tier)[by_place],
            of_trials=None,
        )
        return join_columns([unordered])


def update_columns(before: SiteColumns, new: SiteColumns, removed: Iterable[int]) -> SiteColumns:
    """The columns after some trials were replaced, added or taken out."""
    gone = np.concatenate([new.number, np.fromiter(removed, np.int64)])
    return join_columns([_without(before, gone), new])


def _without(columns: SiteColumns, numbers: Ints) -> SiteColumns:
    """The trials that are not among the numbers; their places stay."""
    kept = ~np.isin(columns.number, numbers)
    trials = np.flatnonzero(kept)
    renamed = np.cumsum(kept) - 1
    sites = kept[columns.trial]
    per_place = np.add.reduceat(np.append(sites, False), columns.site_starts[:-1], dtype=np.int64)
    per_place[np.diff(columns.site_starts) == 0] = 0  # reduceat gives an empty piece its first entry
    return SiteColumns(
        number=columns.number[trials],
        newest=columns.newest[trials],
        updated=columns.updated[trials],
        days=columns.days[trials],
        facets={facet: _of_trials(values, trials) for facet, values in columns.facets.items()},
        lat=columns.lat,
        lon=columns.lon,
        country=columns.country,
        region=columns.region,
        city=columns.city,
        site_starts=starts_of(per_place),
        trial=renamed[columns.trial[sites]].astype(np.int32),
        at=columns.at[sites],
        status=columns.status[sites],
        tier=columns.tier[sites],
    )


def join_columns(parts: list[SiteColumns]) -> SiteColumns:
    """One set of columns, trials by number, places by latitude, each place once and none without a site."""
    number = np.concatenate([part.number for part in parts])
    order = np.argsort(number, kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    before = np.cumsum([0, *(len(part.number) for part in parts)])
    trial = np.concatenate(
        [part.trial.astype(np.int64) + first for part, first in zip(parts, before, strict=False)]
    )
    places, place = _places(parts)
    by_place = np.argsort(place, kind="stable")
    return SiteColumns(
        number=number[order],
        newest=np.concatenate([part.newest for part in parts])[order],
        updated=np.concatenate([part.updated for part in parts])[order],
        days=np.concatenate([part.days for part in parts])[order],
        facets={facet: _of_trials(_one_after_another(parts, facet), order) for facet in FACETS},
        lat=places["lat"].copy(),
        lon=places["lon"].copy(),
        country=places["country"].copy(),
        region=places["region"].copy(),
        city=places["city"].copy(),
        site_starts=starts_of(np.bincount(place, minlength=len(places))),
        trial=rank[trial[by_place]],
        at=np.concatenate([part.at for part in parts])[by_place],
        status=np.concatenate([part.status for part in parts])[by_place],
        tier=np.concatenate([part.tier for part in parts])[by_place],
    )


_PLACE = np.dtype([("lat", "f8"), ("lon", "f8"), ("country", "i4"), ("region", "i4"), ("city", "i4")])


def _places(parts: list[SiteColumns]) -> tuple[NDArray[np.void], Ints]:
    """All places with a site, in order, and for every site of the parts which it stands on."""
    every = np.concatenate([_table(part) for part in parts])
    sites = np.concatenate([np.diff(part.site_starts) for part in parts])
    used = np.flatnonzero(sites)
    # Bytes are compared, so that unknown points, which equal nothing, are found to be the same.
    found, same = np.unique(every[used].view(f"V{_PLACE.itemsize}"), return_inverse=True)
    places = found.view(_PLACE)
    order = np.lexsort((places["city"], places["lon"], places["lat"]))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return places[order], np.repeat(rank[same], sites[used])


def _table(part: SiteColumns) -> NDArray[np.void]:
    table = np.empty(len(part.lat), _PLACE)
    for name in _PLACE.names or ():
        table[name] = getattr(part, name)
    return table


def _one_after_another(parts: list[SiteColumns], facet: str) -> FacetColumn:
    values = [part.facets[facet] for part in parts]
    return FacetColumn(*join_rows([(each.starts, each.codes) for each in values]))


def _of_trials(values: FacetColumn, trials: Ints) -> FacetColumn:
    return FacetColumn(*take_rows((values.starts, values.codes), trials))
