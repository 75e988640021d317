"""Draws records that nobody has looked at, for readers who judge texts: files ─▶ **drawn records**.

    python -m bench.draw_records --files a.jsonl.zst b.jsonl.zst --seed 7 --purpose "patient text" --to look/

Only records whose sha1(nctId) begins with c to f are drawn: no rule or test is made from these. What was
drawn once stands in ``bench/draws.tsv`` and is never drawn again. Of each file the same number is taken;
each record is written beside the text that patients are shown, so that a reader needs nothing else.
"""

import argparse
import datetime as dt
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from trialway.archive.files.raw_record import RawRecord
from trialway.archive.files.read_files import read_file
from trialway.commands.print_patient_text import patient_lines
from trialway.registries.ctgov.normalise import normalise
from trialway.trial import Source, Trial

DRAWS = Path(__file__).parent / "draws.tsv"
_NUMBER = re.compile(rb'"nctId"\s*:\s*"(NCT\d{8})"')
# Long tables that no text for patients tells.
_LEFT_OUT = ("derivedSection", "documentSection", "annotationSection")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.draw_records",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--files", nargs="+", type=Path, required=True, help="files of records")
    parser.add_argument("--seed", type=int, required=True, help="a number that was not used before")
    parser.add_argument("--each", type=int, default=20, help="so many records of each file; 20")
    parser.add_argument("--purpose", required=True, help="what is measured, for bench/draws.tsv")
    parser.add_argument("--not", dest="spent", nargs="*", default=[], help="numbers that are named elsewhere")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to")
    wanted = parser.parse_args()
    drawn = list(draw(wanted.files, wanted.seed, wanted.each, spent() | set(wanted.spent)))
    wanted.to.mkdir(parents=True, exist_ok=True)
    for number, raw in drawn:
        (wanted.to / f"{number}.txt").write_text(with_text(raw), encoding="utf-8")
    today = dt.datetime.now(dt.UTC).date()
    with DRAWS.open("a", encoding="utf-8") as file:
        file.writelines(f"{number}\t{today}\t{wanted.seed}\t{wanted.purpose}\n" for number, _ in drawn)
    print(f"{len(drawn)} records written to {wanted.to}; their numbers stand in {DRAWS.name}")


def spent() -> set[str]:
    """The numbers that were drawn before."""
    lines = DRAWS.read_text("utf-8").splitlines() if DRAWS.exists() else []
    return {line.partition("\t")[0] for line in lines}


def is_for_measuring(number: str) -> bool:
    return hashlib.sha1(number.encode(), usedforsecurity=False).hexdigest()[0] in "cdef"


def draw(files: list[Path], seed: int, each: int, without: set[str]) -> Iterator[tuple[str, bytes]]:
    """``each`` records of every file, none twice."""
    chance = random.Random(seed)
    for path in files:
        found = {
            match[1].decode(): piece.found.raw
            for piece in read_file(path)
            if isinstance(piece.found, RawRecord) and (match := _NUMBER.search(piece.found.raw))
        }
        able = sorted(number for number in found if is_for_measuring(number) and number not in without)
        taken = chance.sample(able, min(each, len(able)))
        without = without | set(taken)
        yield from ((number, found[number]) for number in taken)


def with_text(raw: bytes) -> str:
    """The record as indented JSON, then the text as ``trialway show`` prints it."""
    study = json.loads(raw)
    study = study.get("study", study)
    for section in _LEFT_OUT:
        study.pop(section, None)
    sites = study["protocolSection"].get("contactsLocationsModule", {}).get("locations", [])
    del sites[12:]
    record = normalise(json.dumps(study).encode())
    seen = dt.datetime.now(dt.UTC)
    trial = Trial(1, record.record_id, 1, (Source(normalise(raw), seen, seen),))
    text = "\n".join(line for line, _ in patient_lines(trial, seen.date()))
    return f"RECORD\n{json.dumps(study, indent=1, ensure_ascii=False)}\n\nTEXT\n{text}\n"


if __name__ == "__main__":
    main()
