"""Trial → studies that its records name, and those whose records name it, each with the sentence.

Extensions, follow-ups and parts of one study name each other by number in their titles, numbers and texts.
What they are to each other is told in the record's own sentence, for no field says it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from trialway.record import TrialRecord
from trialway.registries.known import REGISTRIES
from trialway.registry_text import repair
from trialway.search.document.identifiers import registry_number
from trialway.search.document.result_summary import ResultSummary
from trialway.search.engine.base import Engine
from trialway.search.engine.hit import Hit
from trialway.search.query.query import Query, Text
from trialway.trial import Trial

# Numbers of registries that texts name, whether or not Trialway reads them: ISRCTN, EudraCT and EU CT.
_OTHER_NUMBERS = (r"\bISRCTN ?\d{8}\b", r"\b20\d\d-\d{6}-\d\d(?:-\d\d)?\b")
# What each of them has: few texts have to be looked at closely.
_DIGITS = re.compile(r"\d{6}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(])|\n+")
LONGEST_QUOTE = 300
MOST = 20


class MentionedTrial(Struct, frozen=True):
    """Another study and the words that name it; ``card`` is None when it is not in this collection.

    ``names_us``: the words stand in the other study's record, else in this one's.
    """

    record_id: str
    card: ResultSummary | None
    quote: str
    names_us: bool


def mentioned_trials(engine: Engine, trial: Trial) -> tuple[MentionedTrial, ...]:
    """At most 20 studies, each once, those that this trial's records name first."""
    own = {trial.slug, *(number for source in trial.sources for number in _own(source.record))}
    found: dict[str, MentionedTrial] = {}
    for record in (source.record for source in trial.sources):
        for number, quote in _named(record):
            if number not in own:
                found.setdefault(number, MentionedTrial(number, _card(engine, number), quote, names_us=False))
    for hit in (hit for source in trial.sources for hit in _naming(engine, source.record.record_id)):
        if hit.number != trial.number:
            quote = _quote(_all_texts(hit), own)
            number = hit.card.record_id
            found.setdefault(number, MentionedTrial(number, hit.card, quote, names_us=True))
    return tuple(found.values())[:MOST]


def _own(record: TrialRecord) -> Iterator[str]:
    """Numbers of the record itself. One of the same registry that it gives as another number of its own is
    another study's: an extension gives its parent's."""
    yield record.record_id
    for item in record.identifiers:
        if item.role == "alias" or not _numbers(record.registry).search(item.value):
            yield _plain(item.value)


def _named(record: TrialRecord) -> Iterator[tuple[str, str]]:
    """Numbers that the record names, each with the sentence around it."""
    for text in filter(_DIGITS.search, _texts(record)):
        for sentence in _SENTENCE.split(text):
            for match in _every_number().finditer(sentence):
                yield _plain(match[0]), _cut(sentence, match.start())


def _texts(record: TrialRecord) -> Iterable[str]:
    titles = (record.brief_title, record.official_title, record.brief_summary, record.detailed_description)
    yield from (repair(text) for text in titles if text)
    for item in record.identifiers:
        # An alias is this record under an older number.
        if item.role != "alias":
            yield item.value
    yield from (repair(arm.description) for arm in record.arms if arm.description)
    yield from (repair(text) for text in (record.eligibility.criteria,) if text)


def _every_number() -> re.Pattern[str]:
    return _pattern((*(registry.number_pattern for registry in REGISTRIES.values()), *_OTHER_NUMBERS))


def _numbers(registry: str) -> re.Pattern[str]:
    return _pattern((REGISTRIES[registry].number_pattern,))


@cache
def _pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


def _plain(number: str) -> str:
    return registry_number(number) or number.replace(" ", "").upper()


def _cut(sentence: str, at: int) -> str:
    """The sentence, or of a long one what stands around the number."""
    sentence, before = " ".join(sentence.split()), " ".join(sentence[:at].split())
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    first = max(0, min(len(before) - LONGEST_QUOTE // 2, len(sentence) - LONGEST_QUOTE))
    part = sentence[first : first + LONGEST_QUOTE]
    return ("… " if first else "") + part + (" …" if first + LONGEST_QUOTE < len(sentence) else "")


def _naming(engine: Engine, record_id: str) -> tuple[Hit, ...]:
    return engine.match(Query(text=Text.read(f'"{record_id}"')), limit=MOST).hits


def _card(engine: Engine, number: str) -> ResultSummary | None:
    hits = (hit for hit in _naming(engine, number) if number in {hit.card.record_id, hit.card.slug})
    return next((hit.card for hit in hits), None)


def _all_texts(hit: Hit) -> Iterable[str]:
    return (text for texts in hit.texts.values() for text in texts)


def _quote(texts: Iterable[str], own: set[str]) -> str:
    for text in filter(_DIGITS.search, texts):
        for sentence in _SENTENCE.split(text):
            for match in _every_number().finditer(sentence):
                if _plain(match[0]) in own:
                    return _cut(sentence, match.start())
    return ""
