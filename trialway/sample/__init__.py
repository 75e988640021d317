"""The bundled sample: real records to try Trialway with; README.md says whence they come."""

from pathlib import Path

FOLDER = Path(__file__).parent
FILES = (FOLDER / "sample.jsonl.zst", FOLDER / "seed_pages.jsonl")
