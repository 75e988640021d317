"""The real records that are measured: files of studies ─▶ trials."""

from collections.abc import Iterator
from pathlib import Path

import zstandard

from trialway.registries.ctgov.normalise import normalise
from trialway.sample import FILES, SEEN
from trialway.trial import Source, Trial

TODAY = SEEN.date()


def trials(files: tuple[Path, ...] = FILES) -> Iterator[Trial]:
    """One trial a study, as the archive would make it."""
    for number, raw in enumerate(raw for file in files for raw in _lines(file)):
        record = normalise(raw)
        yield Trial(number, record.record_id.lower(), 1, (Source(record, SEEN, SEEN),))


def _lines(file: Path) -> list[bytes]:
    data = file.read_bytes()
    if file.suffix == ".zst":
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    return [line for line in data.split(b"\n") if line.strip()]
