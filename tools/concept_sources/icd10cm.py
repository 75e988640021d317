"""ICD-10-CM (U.S. public domain), the tabular XML of `simple-icd-10-cm` ─▶ **rows**.

Titles and inclusion terms that name one illness in a few words; what only a coder says ("unspecified",
"other",
"right eye", "initial encounter") is no name.
"""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.concept_sources.packages import member, pins
from tools.concept_sources.rows import SourceRead, SourceRow

PACKAGE = "simple-icd-10-cm"
MOST_WORDS = 7
# Chapters by letter: illnesses, symptoms (R); not accidents, encounters and poisonings.
ILLNESSES = "ABCDEFGHIJKLMNOQ"
NO_NAME = re.compile(
    r"\b(other|unspecified|NOS|NEC|not elsewhere|elsewhere|classified|classifiable|specified|without"
    r"|due to|following"
    r"|encounter|left|right|bilateral|trimester|unilateral|affected|status|history|multiple sites|with"
    r"|by|as|or"
    r"|conditions?|code|any|site|see|such|use|counts?|type [B-Z]|in diseases|and|sequelae|newborn"
    r"|adverse)\b|[,:;\[\]/]|\d{3}|\.\d",
    re.IGNORECASE,
)  # fmt: skip
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def read(cache: Path) -> SourceRead:
    xml = member(cache, PACKAGE, "simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml")
    counts: Counter[str] = Counter()
    rows = []
    for diag in ET.fromstring(xml).iter("diag"):  # noqa: S314
        code = diag.findtext("name", "")
        if code[0] not in ILLNESSES + "R":
            counts["codes of accidents and encounters"] += 1
            continue
        kind = "symptom" if code[0] == "R" else "condition"
        above: list[str] = []
        for number, name in enumerate(_names(diag)):
            if NO_NAME.search(name) or len(name.split()) > MOST_WORDS:
                counts["names that only coding needs"] += 1
                continue
            short = _BRACKETS.sub("", name)
            own = f"icd10cm:{code}" + (f"/{number}" if number else "")
            rows.append(SourceRow(own, kind, short, [short], "ICD-10-CM", broader=above or _above(code)))
            above = [f"icd10cm:{code}"] if not number else above
            counts["names taken"] += 1
    version, digest = pins()[PACKAGE]
    return SourceRead(
        "ICD-10-CM April 2026",
        f"{PACKAGE} {version}",
        "2026-04-01",
        "U.S. public domain",
        digest,
        rows,
        counts,
    )


def _names(diag: ET.Element) -> Iterator[str]:
    yield diag.findtext("desc", "")
    for part in diag.findall("inclusionTerm"):
        for note in part.findall("note"):
            yield note.text or ""


def _above(code: str) -> list[str]:
    """Codes one step up and further: the nearest that is a concept counts."""
    return [f"icd10cm:{code[:length].rstrip('.')}" for length in range(len(code) - 1, 2, -1)]
