"""The chance of each group, where a record states it: TrialRecord ─▶ **ratio** ─▶ section ``how``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trialway.plain.phrases import line
from trialway.plain.section_rules import SECTION_WORDS
from trialway.record import TrialRecord

_RATIO = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:\s*:\s*(\d{1,2})){1,7}(?![\d:%])(?!\s*(?:am|pm|a\.m|p\.m))", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z(])|\n+")
_ABOUT_GROUPS = SECTION_WORDS["section.allocation"]
# "a 1:1000 dilution", "matched 1:2 with controls", "at 8:00".
_OTHER = SECTION_WORDS["section.other-ratio"]


@dataclass(frozen=True)
class Ratio:
    """``parts`` are the numbers of the ratio, ``words`` the record's own, ``fields`` where they are."""

    parts: tuple[int, ...]
    words: str
    fields: tuple[str, ...]


def stated_ratios(record: TrialRecord) -> list[Ratio]:
    """Every ratio in a sentence on allocation, in record order."""
    return [ratio for field, text in _texts(record) for ratio in _ratios(field, text)]


def agreed_ratio(record: TrialRecord, ratios: list[Ratio]) -> Ratio | None:
    """The ratio, when all sentences state the same and it fits the number of groups; None otherwise."""
    parts = {ratio.parts for ratio in ratios}
    if len(parts) != 1 or len(record.arms) < 2 or len(ratios[0].parts) != len(record.arms):
        return None
    fields = tuple(dict.fromkeys(field for ratio in ratios for field in ratio.fields))
    return Ratio(ratios[0].parts, ratios[0].words, fields)


def _texts(record: TrialRecord) -> Iterator[tuple[str, str]]:
    yield "official_title", record.official_title or ""
    yield "brief_summary", record.brief_summary or ""
    yield "detailed_description", record.detailed_description or ""
    yield "design.intervention_model_description", record.design.intervention_model_description or ""
    yield "design.masking_description", record.design.masking_description or ""
    for arm in record.arms:
        yield "arms.description", arm.description or ""


def _ratios(field: str, text: str) -> Iterator[Ratio]:
    if ":" not in text:
        return
    for sentence in _SENTENCE.split(text):
        if not _ABOUT_GROUPS.search(sentence) or _OTHER.search(sentence):
            continue
        for match in _RATIO.finditer(sentence):
            parts = tuple(int(part) for part in match[0].split(":"))
            if all(1 <= part <= 20 for part in parts):
                yield Ratio(parts, line(sentence), (field,))
