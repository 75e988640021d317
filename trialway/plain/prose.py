"""Sentences of a record's prose on a subject: TrialRecord ─▶ **sentences** ─▶ visits, risks, how.

A text may say that the record does not state something only where all prose was searched for it, and finds
nothing here either.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from trialway.plain.phrases import line
from trialway.plain.prose_words import PROSE_WORDS
from trialway.plain.readability import PROMISES
from trialway.plain.statement import Quotation
from trialway.record import TrialRecord

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n\s*\n|\n\s*[*•-]\s*")
_SHORTEST, _LONGEST = 25, 400
_WHERE = {
    "brief_summary": "its summary",
    "detailed_description": "its description",
    "arms.description": "its words on the groups",
    "interventions.description": "its words on what is given",
    "design.intervention_model_description": "its words on the design",
    "design.masking_description": "its words on who knows what",
}


class ProseSentence(Struct, frozen=True):
    field: str
    text: str


def sentences_on(record: TrialRecord, *subjects: str, unless: str = "") -> list[ProseSentence]:
    """The sentences that a row of the ``subjects`` finds ("visits.") and the row ``unless`` does not.

    In the order of the record's fields, each once.
    """
    wanted = PROSE_WORDS.any_of(*subjects)
    refused = PROSE_WORDS[unless] if unless else None
    found: dict[str, ProseSentence] = {}
    for field, text in prose_of(record):
        for sentence in _sentences(text):
            if wanted.search(sentence) and not (refused and refused.search(sentence)):
                found.setdefault(sentence.casefold(), ProseSentence(field, sentence))
    return list(found.values())


def sentences_matching(record: TrialRecord, wanted: re.Pattern[str]) -> Iterator[str]:
    """The sentences that a pattern finds."""
    for _, text in prose_of(record):
        yield from (sentence for sentence in _sentences(text) if wanted.search(sentence))


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[str, ...]:
    """Kept, for a text is searched for one subject after the other."""
    return tuple(map(line, _SENTENCE.split(text)))


def prose_of(record: TrialRecord) -> Iterator[tuple[str, str]]:
    """Every text in which a record may say what its fields do not; not the criteria, nor the outcomes."""
    design = record.design
    yield from _stated("brief_summary", record.brief_summary)
    yield from _stated("detailed_description", record.detailed_description)
    for arm in record.arms:
        yield from _stated("arms.description", arm.description)
    for one in record.interventions:
        yield from _stated("interventions.description", one.description)
    yield from _stated("design.intervention_model_description", design.intervention_model_description)
    yield from _stated("design.masking_description", design.masking_description)


def quotations(
    record: TrialRecord, *subjects: str, title: str, unless: str = "", most: int = 3
) -> tuple[Quotation, ...]:
    """The first sentences on a subject that are not too long to be shown and promise nothing; one quotation
    for each field."""
    fitting = [
        each
        for each in sentences_on(record, *subjects, unless=unless)
        if _SHORTEST <= len(each.text) <= _LONGEST and not PROMISES.search(each.text)
    ][:most]
    return tuple(
        Quotation(
            title=f"{title}, in {_WHERE[field]}",
            text="\n\n".join(each.text for each in fitting if each.field == field),
            field=field,
        )
        for field in dict.fromkeys(each.field for each in fitting)
    )


def _stated(field: str, text: str | None) -> Iterator[tuple[str, str]]:
    if text:
        yield field, text
