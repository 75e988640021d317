"""SQLite FTS5 as a peer: contentless, Porter stemmer, BM25 with the weights of our areas."""

import sqlite3
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.relational import TABLES, Peer, Row, Sql

TOKENS = "porter unicode61 remove_diacritics 2"
WEIGHTS = "bm25(4.0, 3.5, 3.0, 1.0)"
PRAGMAS = ("journal_mode = off", "synchronous = off", "cache_size = -262144", "mmap_size = 2147483648")


def make(rows: Iterable[Row]) -> Peer:
    """A database in a temporary folder that is gone with the process."""
    began = time.perf_counter()
    folder = tempfile.TemporaryDirectory(prefix="trialway-fts5-")
    path = Path(folder.name) / "peer.sqlite3"
    base = sqlite3.connect(path)
    for pragma in PRAGMAS:
        base.execute(f"PRAGMA {pragma}")
    base.execute(
        "CREATE VIRTUAL TABLE words USING "
        f"fts5(title, condition, intervention, rest, content='', tokenize='{TOKENS}')"
    )
    base.execute("INSERT INTO words (words, rank) VALUES ('rank', ?)", (WEIGHTS,))
    base.execute("CREATE TABLE trial (id integer PRIMARY KEY, newest integer, updated integer)")
    base.execute(TABLES[0].format(" WITHOUT ROWID"))

    def run(sql: str, values: list[Any]) -> list[Any]:
        return base.execute(sql, values).fetchall()

    sql = Sql(
        run,
        "SELECT words.rowid AS id FROM words WHERE words MATCH ? {}",
        "SELECT words.rowid FROM words WHERE words MATCH ? {} ORDER BY rank LIMIT 20",
        # With the plus SQLite asks for the words once, not once for every trial that a filter allows.
        "+words.rowid",
    )
    for row in rows:
        base.execute(
            "INSERT INTO words (rowid, title, condition, intervention, rest) VALUES (?, ?, ?, ?, ?)",
            (row.number, *row.texts),
        )
        base.execute("INSERT INTO trial VALUES (?, ?, ?)", (row.number, row.newest, row.updated))
        base.executemany("INSERT INTO value VALUES (?, ?, ?)", sql.value_rows(row))
    for statement in TABLES[1:]:
        base.execute(statement)
    base.execute("INSERT INTO words (words) VALUES ('optimize')")
    base.execute("ANALYZE")
    base.commit()
    size = path.stat().st_size / 1e6
    configuration = (
        f"SQLite {sqlite3.sqlite_version}, contentless, tokenize '{TOKENS}', {WEIGHTS}, optimised, "
        f"{', '.join(PRAGMAS)}; {size:,.0f} MB, made in {time.perf_counter() - began:,.0f} s"
    )

    def find(query: Any, facets: tuple[str, ...], _folder: object = folder) -> int:
        return sql.find(query, facets)

    return Peer("FTS5", configuration, find)
