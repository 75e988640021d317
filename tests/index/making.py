"""Trials and indexes for the tests, made as the program makes them."""

import datetime as dt
import io

import zstandard

from trialway.index.build import bring_up_to_date
from trialway.index.document import document
from trialway.index.opening import open_index
from trialway.index.packing import pack
from trialway.record import TrialRecord
from trialway.registries.ctgov.normalise import normalise
from trialway.sample import FILES, SEEN
from trialway.trial import Source, Trial

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
        folder, lambda change: [pack(document(trial)) for trial in held if trial.change > change], **options
    )


def open_with(folder, *trials):
    bring(folder, trials)
    return open_index(folder)
