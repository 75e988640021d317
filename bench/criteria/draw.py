"""Draws the criteria that were labelled: ``python -m bench.criteria.draw FILE... > drawn.jsonl``. Run
once, before
any reader of a kind existed; seeded, so that it can be run again on the same records.

A base of 300 criteria is drawn at random from all records. Then, for each kind in the order below and for
each half,
criteria that hold a broad word of the kind are drawn until the half has 26 of them, so that rare kinds can be
measured too; both samples are reported apart. The half follows the record, so that no record stands in
both. The same
words are drawn once only.

What was drawn later is in ``later_draws``.
"""

import io
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import zstandard

from trialway.criteria.outline import build_outline
from trialway.criteria.outline_nodes import OutlineNode

SEED = 20261120
BASE = 300
PER_CUE = 26
CUES = {
    "age": r"\b(?:age[ds]?|years?[- ]old|years of age|yrs?)\b",
    "sex": r"\b(?:male|female|men|women|gender|sex)s?\b",
    "healthy": r"\bhealthy\b",
    "pregnancy": r"pregnan|lactat|breast-? ?feed|nursing",
    "contraception": r"contracepti|birth control|abstinen|abstain",
    "performance": r"\becog\b|karnofsky|lansky|\bkps\b|performance (?:status|score)|zubrod",
    "time": r"\b(?:within|past|last|previous|prior|preceding|less than|before)\b.{0,60}\b(?:hours?|days?"
    r"|weeks?|months?|years?)\b",
    "lab": r"platelet|neutrophil|\banc\b|ha?emoglobin|bilirubin|\bal[ta]t?\b|\bast\b|creatinine|\buln\b"
    r"|potassium|albumin|\binr\b|wbc|leukocyte",
    "cns": r"\bcns\b|central nervous|brain metasta|leptomening|intracranial metasta|cerebral metasta",
    "infection": r"\bhiv\b|immunodeficiency virus|hepatitis|\bhbv\b|\bhcv\b|hbsag",
    "biomarker": r"her-?2|pd-?l1|\begfr\b.{0,20}mut|estrogen receptor|\ber\b|brca|kras|braf|\balk\b|\bros1\b"
    r"|hormone receptor|triple.negative",
    "lines": r"\blines?\b|prior (?:systemic|chemotherapy|regimen)|previous (?:systemic|chemotherapy"
    r"|regimen)|regimens?\b|naive|naïve",
    "prior": r"\b(?:prior|previous(?:ly)?|received|history of)\b.{0,40}(?:treat|therap|radio|surg|chemo"
    r"|transplant|antibod|inhibit)",
    "life": r"life[- ]expectan|expected (?:survival|life)|survival (?:time|of)|expectancy",
    "measurable": r"measurable|evaluable|recist",
    "bmi": r"\bbmi\b|body mass",
    "nyha": r"\bnyha\b|new york heart",
    "lvef": r"\blvef\b|ejection fraction|\bef\b",
    "hba1c": r"hba1c|\ba1c\b|glycated|glycosylated",
    "gfr": r"\be?gfr\b|glomerular|creatinine clearance|\bcrcl\b|\bccr\b",
    "language": r"\b(?:english|spanish|language|french|german|chinese|speak|speaking)\b",
    "consent": r"consent|assent",
    "other trial": r"(?:clinical|another|other|investigational|interventional) .{0,20}(?:trial|stud(?:y|ies))"
    r"|investigational (?:drug|agent|product|device)|participat",
}
# After the first round of labels some kinds had fewer than 20 cases in a half: so many more, with
# narrower words.
TOP_UP = {
    "lines": (22, r"\b(?:prior|previous) (?:\w+ ){0,2}(?:lines?|regimens?|therapies)\b|\blines? of\b"),
    "other trial": (
        18,
        (
            r"another (?:\w+ ){0,2}(?:trial|study)\b|participat\w+ (?:in|to)\b.{0,30}(?:trial|stud)"
            r"|investigational"
        ),
    ),
    "sex": (
        12,
        (
            r"^(?:\w+ ){0,2}(?:males?|females?|men|women)\b|\b(?:males?|females?|men"
            r"|women)\b.{0,20}\b(?:aged?|years|between)\b"
        ),
    ),
    "language": (10, r"\b(?:english|spanish|speaks?|speaking)\b"),
    "biomarker": (
        12,
        (
            r"(?:her-?2|egfr|pd-?l1|receptor|alk|ros1|kras|braf|brca).{0,30}(?:positive|negative|mutat"
            r"|express|rearrang|\+)"
        ),
    ),
    "healthy": (
        6,
        r"\bhealthy (?:\w+ )?(?:volunteer|subject|participant|male|female|adult|individual|control)",
    ),
    "cns": (6, r"(?:brain|cns|central nervous system|leptomeningeal).{0,20}metasta"),
    "consent": (6, r"\bconsent\b"),
}


def main() -> None:
    drawn = list(draw(list(every_criterion(*map(Path, sys.argv[1:])))))
    for row in drawn:
        print(json.dumps(row, ensure_ascii=False))


def every_criterion(*files: Path) -> Iterator[dict[str, Any]]:
    """One row a criterion, of each record once; the words are its own, without those nested below it."""
    seen: set[str] = set()
    for file in files:
        with file.open("rb") as packed:
            for line in io.TextIOWrapper(
                zstandard.ZstdDecompressor().stream_reader(packed), encoding="utf-8"
            ):
                study = json.loads(line)["protocolSection"]
                record_id = study["identificationModule"]["nctId"]
                text = study.get("eligibilityModule", {}).get("eligibilityCriteria") or ""
                if record_id not in seen:
                    seen.add(record_id)
                    yield from _rows(record_id, text, build_outline(text))


def _rows(record_id: str, text: str, nodes: list[OutlineNode]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        yield {
            "record": record_id,
            "side": node.side,
            "topic": node.topic,
            "start": node.start,
            "end": node.end,
            "text": text[node.start : node.end],
        }
        yield from _rows(record_id, text, node.children)


def half_of(record_id: str) -> str:
    """Half of the records are for tuning, half for the report."""
    return random.Random(f"{SEED} {record_id}").choice(("tuning", "report"))


def draw(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The labelled criteria, in the order in which they were drawn."""
    random.Random(SEED).shuffle(rows)
    words: set[str] = set()
    chosen: list[dict[str, Any]] = []

    def take(row: dict[str, Any], sample: str) -> bool:
        key = " ".join(row["text"].lower().split())
        if key in words:
            return False
        words.add(key)
        chosen.append({**row, "half": half_of(row["record"]), "sample": sample})
        return True

    for row in rows:
        if len(chosen) == BASE:
            break
        take(row, "base")
    for cue, pattern in CUES.items():
        for half in ("tuning", "report"):
            find = re.compile(pattern, re.IGNORECASE).search
            have = sum(1 for row in chosen if row["half"] == half and find(row["text"]))
            _take_some(rows, half, find, PER_CUE - have, lambda row, cue=cue: take(row, cue))
    for cue, (count, pattern) in TOP_UP.items():
        for half in ("tuning", "report"):
            find = re.compile(pattern, re.IGNORECASE).search
            _take_some(rows, half, find, count, lambda row, cue=cue: take(row, cue))
    yield from chosen


def _take_some(
    rows: list[dict[str, Any]],
    half: str,
    find: Callable[[str], object],
    count: int,
    take: Callable[[dict[str, Any]], bool],
) -> None:
    """Takes rows of a half that hold the words looked for, until there are enough."""
    taken = 0
    for row in rows:
        if taken >= count:
            return
        if half_of(row["record"]) == half and find(row["text"]):
            taken += take(row)


if __name__ == "__main__":
    main()
