# ruff: noqa: S608 - the benchmark writes its own SQL from its own names
"""PostgreSQL full text as a peer: a weighted tsvector with a GIN index, on a throwaway server."""

import os
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from bench.relational import TABLES, Peer, Row, Sql

SETTINGS = {
    "work_mem": "256MB",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "effective_cache_size": "8GB",
}
_QUERY = "websearch_to_tsquery('english', %s)"
_VECTOR = " || ".join(f"setweight(to_tsvector('english', %s), '{weight}')" for weight in "ABCD")
_START = """
. scripts/test_servers.sh
can_apt() { false; }
step() { echo "$@" >&2; }
start_postgres
echo "${TRIALWAY_TEST_POSTGRES:-}"
read -r _
stop_postgres
"""


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that ends with this; empty when there is none."""
    started = subprocess.Popen(
        ["/bin/sh", "-euc", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
        env=dict(os.environ),
    )
    assert started.stdout
    try:
        yield started.stdout.readline().strip()
    finally:
        started.communicate("\n")


def make(address: str, rows: Iterable[Row]) -> Peer:
    """The tables filled, indexed and vacuumed."""
    began = time.perf_counter()
    base = psycopg.connect(address, autocommit=True)
    for name, value in SETTINGS.items():
        base.execute(f"SET {name} = '{value}'")  # type: ignore[arg-type]
    base.execute(
        "CREATE TABLE trial (id integer PRIMARY KEY, newest integer, updated integer, words tsvector)"
    )
    base.execute(TABLES[0].format(""))  # type: ignore[arg-type]

    def run(sql: str, values: list[Any]) -> list[Any]:
        return base.execute(sql, values).fetchall()  # type: ignore[arg-type]

    sql = Sql(
        run,
        f"SELECT id FROM trial WHERE words @@ {_QUERY} {{}}",
        f"SELECT id FROM trial, {_QUERY} AS asked WHERE words @@ asked {{}} "
        "ORDER BY ts_rank(words, asked) DESC LIMIT 20",
        "id",
    )
    with base.transaction(), base.cursor() as cursor:
        for row in rows:
            cursor.execute(
                f"INSERT INTO trial VALUES (%s, %s, %s, {_VECTOR})",
                (row.number, row.newest, row.updated, *(text.replace("\0", "") for text in row.texts)),
            )
            cursor.executemany("INSERT INTO value VALUES (%s, %s, %s)", list(sql.value_rows(row)))
    for statement in (*TABLES[1:], "CREATE INDEX words ON trial USING gin (words)", "VACUUM ANALYZE"):
        base.execute(statement)  # type: ignore[arg-type]
    size = run("SELECT pg_database_size(current_database())", [])[0][0] / 1e6
    configuration = (
        f"{run('SHOW server_version', [])[0][0]}, tsvector 'english' weighted A to D, GIN, ts_rank, "
        "fsync off, "
        f"{', '.join(f'{name} {value}' for name, value in SETTINGS.items())}; {size:,.0f} MB, "
        f"made in {time.perf_counter() - began:,.0f} s"
    )
    return Peer("PostgreSQL", configuration, sql.find)
