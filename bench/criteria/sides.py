"""Records with a heading of exclusions and no exclusion read: files of records ─▶ **their count and names**.

The headings are looked for by a pattern of this module alone, so that what the reader misses is seen.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import zstandard

from trialway.criteria import Criterion, read_criteria
from trialway.record import Eligibility

_HEADING = re.compile(
    r"(?im)^[\W\d]{0,8}(?P<before>(?:[\w-]{1,20} ){0,4}?)(?:exclusion|non-?inclusion|ineligibility)s?"
    r"(?: criteri\w{0,3})?(?:[^\n:.;]{0,50}[:：.]|\s{0,4}$)(?P<rest>.*)$"
)
# "Inclusion/Exclusion Criteria:" names both; "no exclusion criteria" names none.
_NOT_ONE = re.compile(r"(?i)\b(?:inclusion|and|or|no|not|without|meet|any|the|of|are)\b")
_NOTHING = re.compile(
    r"(?i)^\W{0,8}(?:none|no\b.{0,20}(?:exclusions?|criteria)|not applicable|n/?a|there (?:is|are) no"
    r"|inclusion|(?:[\w-]{1,20} ){0,3}(?:inclusion|contact)\b[^.]{0,40}:)"
)


@dataclass
class Sides:
    """``headed``: records whose exclusion heading gives something; ``missed``: those of them with no
    exclusion read."""

    headed: int = 0
    missed: list[str] = field(default_factory=list)


def count_sides(files: Iterable[Path]) -> Sides:
    """Every record of the files that has an eligibility text."""
    counted = Sides()
    for identifier, text in _texts(files):
        if not gives_exclusions(text):
            continue
        counted.headed += 1
        if not any(map(_excludes, read_criteria(Eligibility(criteria=text)).criteria)):
            counted.missed.append(identifier)
    return counted


def gives_exclusions(text: str) -> bool:
    """Whether a text has a heading of exclusions with words below it, other than "none"."""
    return any(
        not _NOT_ONE.search(found["before"]) and _gives(found["rest"] + text[found.end() : found.end() + 200])
        for found in _HEADING.finditer(text)
    )


def _gives(words: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", words)) and not _NOTHING.match(words.strip())


def _excludes(criterion: Criterion) -> bool:
    return criterion.side == "exclusion" or any(map(_excludes, criterion.children))


def _texts(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for file in files:
        with file.open("rb") as packed:
            reader = zstandard.ZstdDecompressor().stream_reader(packed)
            for line in io.TextIOWrapper(reader, encoding="utf-8"):
                section = json.loads(line)["protocolSection"]
                text = section.get("eligibilityModule", {}).get("eligibilityCriteria")
                if text:
                    yield section["identificationModule"]["nctId"], text
