"""Files of records ─▶ **number and eligibility text** of each, once."""

import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import zstandard


def eligibility_texts(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Every record that has a text, in the order of the files; of a record in several files the first."""
    seen: set[str] = set()
    for file in files:
        with file.open("rb") as packed:
            stream = zstandard.ZstdDecompressor().stream_reader(packed)
            for line in io.TextIOWrapper(stream, encoding="utf-8"):
                study = json.loads(line)["protocolSection"]
                number = study["identificationModule"]["nctId"]
                text = study.get("eligibilityModule", {}).get("eligibilityCriteria")
                if text and number not in seen:
                    seen.add(number)
                    yield number, text
