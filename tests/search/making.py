"""Trials and indexes for the tests, made as the program makes them."""

import datetime as dt
import io
import subprocess
import sys
import textwrap
from pathlib import Path

import msgspec
import zstandard

from trialway.record import Recruitment, TrialRecord
from trialway.registries.ctgov.normalise import normalise
from trialway.sample import FILES, SEEN
from trialway.search.document.document import document
from trialway.search.document.encode_document import encode_document
from trialway.search.engine.build import bring_up_to_date
from trialway.search.engine.reader import open_index
from trialway.trial import Source, Trial
from trialway.vocabulary.coded import Coded

FIRST_SEEN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def a_trial(number: int, record: TrialRecord, change: int | None = None) -> Trial:
    return Trial(number, record.record_id, change or number, (Source(record, FIRST_SEEN, SEEN),))


def read_sample() -> list[Trial]:
    packed, plain = (file.read_bytes() for file in FILES)
    whole = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(packed)).read() + b"\n" + plain
    records = [normalise(line) for line in whole.splitlines() if line.strip()]
    return [a_trial(number, record) for number, record in enumerate(records, start=1)]


def bring(folder, trials, **options):
    """What the archive's caller does, with a list for an archive."""
    held = sorted(trials, key=lambda trial: trial.change)
    options.setdefault("total", len(held))
    return bring_up_to_date(
        folder,
        lambda change: [encode_document(document(trial)) for trial in held if trial.change > change],
        **options,
    )


def open_with(folder, *trials):
    bring(folder, trials)
    return open_index(folder)


def renewed(trial: Trial, change: int) -> Trial:
    """The same trial after its record changed."""
    record = msgspec.structs.replace(
        trial.main, brief_title="Zzyzx salt", recruitment=Recruitment(status=Coded(None, "ON_HOLIDAY"))
    )
    return a_trial(trial.number, record, change)


def start(program: str, *arguments) -> subprocess.Popen:
    """A program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
