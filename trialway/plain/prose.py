"""Sentences of a record's prose on a subject: TrialRecord ─▶ **sentences** ─▶ visits, risks, how.

A text may say that the record does not state something only where all prose was searched for it, and finds
nothing here either.
"""

import re
from collections.abc import Container, Iterator
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
    """``about``: the group or the treatment whose words they are, empty where they are on the trial."""

    field: str
    text: str
    about: str = ""

    @property
    def quoted(self) -> str:
        return f"{self.about}: {self.text}" if self.about else self.text


def sentences_on(record: TrialRecord, *subjects: str, unless: tuple[str, ...] = ()) -> list[ProseSentence]:
    """The sentences that a row of the ``subjects`` finds ("visits.") and none of ``unless`` does.

    In the order of the record's fields, each once.
    """
    wanted = PROSE_WORDS.any_of(*subjects)
    refused = PROSE_WORDS.any_of(*unless) if unless else None
    found: dict[str, ProseSentence] = {}
    for field, text, about in _prose_with_names(record):
        for sentence in _sentences(text) if wanted.search(_one_line(text)) else ():
            if wanted.search(sentence) and not (refused and refused.search(sentence)):
                found.setdefault(sentence.casefold(), ProseSentence(field, sentence, about))
    return list(found.values())


def sentences_matching(
    record: TrialRecord, wanted: re.Pattern[str], fields: Container[str] = _WHERE
) -> Iterator[str]:
    """The sentences of these fields that a pattern finds."""
    for field, text in prose_of(record):
        if field in fields and wanted.search(_one_line(text)):
            yield from (sentence for sentence in _sentences(text) if wanted.search(sentence))


@lru_cache(maxsize=256)
def _one_line(text: str) -> str:
    """Searched before its sentences are: most texts say nothing of most subjects."""
    return line(text)


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[str, ...]:
    """Kept, for a text is searched for one subject after the other."""
    return tuple(map(line, _SENTENCE.split(text)))


def prose_of(record: TrialRecord) -> Iterator[tuple[str, str]]:
    """Every text in which a record may say what its fields do not; not the criteria, nor the outcomes."""
    return ((field, text) for field, text, _ in _prose_with_names(record))


def _prose_with_names(record: TrialRecord) -> Iterator[tuple[str, str, str]]:
    design = record.design
    texts = (
        ("brief_summary", record.brief_summary, ""),
        ("detailed_description", record.detailed_description, ""),
        *(("arms.description", arm.description, line(arm.label)) for arm in record.arms),
        *(("interventions.description", one.description, line(one.name)) for one in record.interventions),
        ("design.intervention_model_description", design.intervention_model_description, ""),
        ("design.masking_description", design.masking_description, ""),
    )
    return ((field, text, about) for field, text, about in texts if text)


def quotations(
    record: TrialRecord, *subjects: str, title: str, unless: tuple[str, ...] = (), most: int = 3
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
            text="\n\n".join(each.quoted for each in fitting if each.field == field),
            field=field,
        )
        for field in dict.fromkeys(each.field for each in fitting)
    )
