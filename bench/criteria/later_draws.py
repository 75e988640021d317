"""The criteria drawn after the first labels were made, from records and words that those do not hold.

``later``: 210 criteria with a time, of the tuning half, labelled for windows alone; and "fresh", 250 criteria
of the other records, drawn and labelled after the readers were written. ``newest``: "second fresh", 160
criteria with words of five kinds. ``newest_of_all``: "third fresh", 150 criteria with words of six kinds, of
records that no label was ever of; drawn before the work that they measure, labelled after it.
``of_spread``: 25 criteria about how far a cancer has spread.
"""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

from bench.criteria.draw import CUES, half_of

_SPREAD = r"metasta|\bspread\b|\bearly[- ]stage\b|\bstages? ?(?:i|ii|iii|iv|[0-4])[abc]?\b|\bearly breast"


def later(rows: list[dict[str, Any]], known: set[str]) -> Iterator[dict[str, Any]]:
    """The draws made after the first labels; ``known`` are the words labelled already, small and
    single-spaced."""
    fresh = [row for row in rows if half_of(row["record"]) == "report"]
    random.Random(20261121).shuffle(fresh)
    counts = {
        "": 120,
        "time": 36,
        "prior": 26,
        "other trial": 22,
        "contraception": 16,
        "pregnancy": 10,
        "bmi": 10,
        "age": 10,
    }
    for cue, count in counts.items():
        find = re.compile(CUES.get(cue, ""), re.IGNORECASE).search
        yield from _new(fresh, known, find, count, {"half": "fresh", "sample": cue or "base"})
    tuning = [row for row in rows if half_of(row["record"]) == "tuning"]
    for seed, count in ((777, 110), (778, 100)):
        turn = list(tuning)
        random.Random(seed).shuffle(turn)
        short = [row for row in turn if len(" ".join(row["text"].split())) <= 420]
        find = re.compile(CUES["time"], re.IGNORECASE).search
        yield from _new(short, known, find, count, {"half": "tuning", "sample": "time"})


def newest(rows: list[dict[str, Any]], known: set[str]) -> Iterator[dict[str, Any]]:
    """The draw made before the second round of work on five kinds, of the report half's records; labelled
    after it."""
    fresh = [row for row in rows if half_of(row["record"]) == "report"]
    random.Random(20261122).shuffle(fresh)
    counts = {"age": 26, "contraception": 26, "prior": 40, "time": 34, "other trial": 34}
    for cue, count in counts.items():
        find = re.compile(CUES[cue], re.IGNORECASE).search
        yield from _new(fresh, known, find, count, {"half": "second fresh", "sample": cue})


def newest_of_all(rows: list[dict[str, Any]], known: set[str], records: set[str]) -> Iterator[dict[str, Any]]:
    """The draw made before the third round of work on six kinds; ``records`` are those that labels are of."""
    fresh = [row for row in rows if half_of(row["record"]) == "report" and row["record"] not in records]
    random.Random(20261123).shuffle(fresh)
    counts = {"bmi": 22, "contraception": 22, "pregnancy": 12, "prior": 44, "age": 20, "time": 30}
    for cue, count in counts.items():
        find = re.compile(CUES[cue], re.IGNORECASE).search
        yield from _new(fresh, known, find, count, {"half": "third fresh", "sample": cue})


def of_spread(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """25 criteria that speak of how far a cancer has spread, of all records, labelled for that alone."""
    find = re.compile(_SPREAD, re.IGNORECASE).search
    words: dict[str, dict[str, Any]] = {}
    for row in rows:
        if find(row["text"]):
            words.setdefault(" ".join(row["text"].lower().split()), row)
    found = list(words.values())
    random.Random(20261124).shuffle(found)
    return [{**row, "half": "spread", "sample": "spread", "only": "cancer spread"} for row in found[:25]]


def _new(
    rows: list[dict[str, Any]],
    known: set[str],
    find: Callable[[str], object],
    count: int,
    marks: dict[str, str],
) -> Iterator[dict[str, Any]]:
    taken = 0
    for row in rows:
        key = " ".join(row["text"].lower().split())
        if taken < count and key not in known and find(row["text"]):
            known.add(key)
            taken += 1
            yield {**row, **marks}
