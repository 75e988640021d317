# ruff: noqa: S608 - the benchmark writes its own SQL from its own names
"""The same sites and circles in SQLite's R*Tree and PostgreSQL's earthdistance, beside ours in one run.

Each gives the 20 nearest trials with a recruiting site in the circle, and how many there are. Words and
facets are left out, for the peers know only sites here. Both look a box up in their index and reckon the
distances after.
"""

import math
import sqlite3
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import psycopg

from bench import machine, postgres
from bench.queries import Kind
from bench.timing import percentile
from trialway.places.distances import EARTH_KM
from trialway.search.engine.base import Engine
from trialway.search.geo.site_filters import DEGREE_KM
from trialway.search.query.query import Near, Query

Site = tuple[int, int, float, float, bool]
Find = Callable[[Near], int]


class Peer(NamedTuple):
    name: str
    made: str
    find: Find


def compare(engine: Engine, kinds: list[Kind], rounds: int) -> None:
    nears = [query.near for query in kinds[1].queries if query.near]
    recruiting = engine.codebook.find("site_status", "recruiting")
    assert recruiting is not None

    def ours(near: Near) -> int:
        return engine.match(Query(near=near).with_filter("site_status", "recruiting"), limit=20).total

    with postgres.server() as address:
        peers = [Peer("ours", "", ours), rtree(_sites(engine, recruiting))]
        if address:
            peers.append(earthdistance(address, _sites(engine, recruiting)))
        else:
            print("No PostgreSQL server was found or could be started, so it is left out.")
        for peer in peers[1:]:
            print(f"{peer.name}: {peer.made}")
        _print(engine, peers, nears, rounds)


def _print(engine: Engine, peers: list[Peer], nears: list[Near], rounds: int) -> None:
    taken: list[list[list[float]]] = [[[] for _ in nears] for _ in peers]
    for turn in range(rounds + 1):
        for at, near in enumerate(nears):
            for way, peer in zip(taken, peers, strict=True):
                engine._without_words.clear()
                began = time.perf_counter()
                peer.find(near)
                if turn:
                    way[at].append((time.perf_counter() - began) * 1000)
    rows = []
    for way, peer in zip(taken, peers, strict=True):
        best = [min(each) for each in way]
        same = sum(peer.find(near) == peers[0].find(near) for near in nears)
        rows.append((peer.name, float(np.median(best)), percentile(best, 0.95), f"{same} of {len(nears)}"))
    print(machine.table(("ms, 100 km, recruiting there", "median", "p95", "same number of trials"), rows))


def _sites(engine: Engine, recruiting: int) -> Iterator[Site]:
    columns = engine.columns
    assert columns is not None
    place = np.repeat(np.arange(len(columns.lat)), np.diff(columns.site_starts))
    for at, (where, trial) in enumerate(zip(place.tolist(), columns.trial.tolist(), strict=True)):
        lat, lon = float(columns.lat[where]), float(columns.lon[where])
        if not math.isnan(lat):
            yield at, int(columns.number[trial]), lat, lon, bool(columns.status[at] == recruiting)


def rtree(sites: Iterator[Site]) -> Peer:
    began = time.perf_counter()
    base = sqlite3.connect(":memory:")
    columns = "id, south, north, west, east, +trial, +lat, +lon, +open"
    base.execute(f"CREATE VIRTUAL TABLE box USING rtree({columns})")
    rows = ((at, lat, lat, lon, lon, trial, lat, lon, int(open_)) for at, trial, lat, lon, open_ in sites)
    base.executemany("INSERT INTO box VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    base.create_function("away", 4, _away, deterministic=True)
    inside = (
        "SELECT trial, min(away(?, ?, lat, lon)) AS km FROM box WHERE south >= ? AND north <= ? "
        "AND west >= ? AND east <= ? AND open = 1 GROUP BY trial HAVING km <= ?"
    )

    def find(near: Near) -> int:
        found = base.execute(
            f"{inside} ORDER BY km, trial", (near.lat, near.lon, *_box(near), near.km)
        ).fetchall()
        return len(found)

    made = f"{sqlite3.sqlite_version}, in memory, made in {time.perf_counter() - began:,.0f} s"
    return Peer("SQLite R*Tree", made, find)


def _away(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    a, b = math.radians(lat), math.radians(other_lat)
    share = math.sin((b - a) / 2) ** 2
    share += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(share)))


def _box(near: Near) -> tuple[float, float, float, float]:
    """South, north, west, east; circles of this benchmark touch neither a pole nor the date line."""
    up = near.km / DEGREE_KM + 1e-6
    along = up / max(0.05, math.cos(math.radians(abs(near.lat) + up)))
    return near.lat - up, near.lat + up, near.lon - along, near.lon + along


def earthdistance(address: str, sites: Iterator[Site]) -> Peer:
    began = time.perf_counter()
    base = psycopg.connect(address, autocommit=True)
    base.execute("CREATE EXTENSION IF NOT EXISTS earthdistance CASCADE")
    base.execute("CREATE TABLE site (id integer, trial integer, point earth, open boolean)")
    base.execute("CREATE TABLE raw (id integer, trial integer, lat float8, lon float8, open boolean)")
    with base.cursor() as cursor, cursor.copy("COPY raw FROM STDIN") as copy:
        for row in sites:
            copy.write_row(row)
    base.execute("INSERT INTO site SELECT id, trial, ll_to_earth(lat, lon), open FROM raw")
    base.execute("CREATE INDEX ON site USING gist (point) WHERE open")
    base.execute("VACUUM ANALYZE site")
    factor = "earth() / 1000 / 6371.0088"

    def find(near: Near) -> int:
        here, metres = f"ll_to_earth({near.lat!r}, {near.lon!r})", f"{near.km!r} * 1000 * {factor}"
        sql = (
            f"SELECT trial, min(earth_distance({here}, point)) AS away FROM site WHERE open AND "
            f"earth_box({here}, {metres}) @> point AND earth_distance({here}, point) <= {metres} "
            "GROUP BY trial ORDER BY away, trial"
        )
        return len(base.execute(sql).fetchall())  # type: ignore[arg-type]

    (version,) = base.execute("SHOW server_version").fetchone() or ("",)
    made = f"{version}, earthdistance with GiST, made in {time.perf_counter() - began:,.0f} s"
    return Peer("PostgreSQL", made, find)
