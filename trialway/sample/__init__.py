"""The bundled sample: real records to try Trialway with; README.md says whence they come."""

import datetime as dt
from pathlib import Path

REGISTRY = "ctgov"
# Two of its trials, for examples; the second has results.
TRIAL, WITH_RESULTS = "NCT04740918", "NCT00089661"
FOLDER = Path(__file__).parent
FILES = (FOLDER / "sample.jsonl.zst", FOLDER / "seed_pages.jsonl")
# The day of the newest record (its versionHolder): the day of the load would make it look fresher than it is.
SEEN = dt.datetime(2026, 6, 18, tzinfo=dt.UTC)
