"""Who can take part: the short facts, then the registry's criteria, inclusion and exclusion apart."""

import re

from msgspec import Struct
from msgspec.structs import replace

from trialway.criteria import read_criteria
from trialway.presenters.criteria import mark, with_marks
from trialway.presenters.disagreeing import stated
from trialway.presenters.registry_text import LabelledRow, RegistryText, language
from trialway.presenters.source_reader import Section, SourceReader, rows
from trialway.record import TrialRecord
from trialway.registry_text import repair
from trialway.registry_text.blocks import Block, Heading, parse
from trialway.registry_text.html import blocks_html
from trialway.trial import Chosen, Trial
from trialway.vocabulary.age import Duration
from trialway.vocabulary.age_group import AGE_GROUP
from trialway.vocabulary.sex import SEX

_EXCLUSION = re.compile(r"\b(?:exclusion|exclude|non-?inclusion|ineligib)", re.IGNORECASE)
_INCLUSION = re.compile(r"\b(?:inclusion|include|eligib)", re.IGNORECASE)


class CriteriaBlock(Struct, frozen=True):
    """``kind`` is inclusion, exclusion or other; the heading is the registry's own, or None.

    ``marked`` is the same as ``html`` with what was read in each criterion beside it.
    """

    kind: str
    heading: RegistryText | None
    html: str
    marked: str


class EligibilitySection(Section, frozen=True, kw_only=True):
    rows: tuple[LabelledRow, ...]
    criteria: tuple[CriteriaBlock, ...]
    original: str
    lang: str


def eligibility(trial: Trial) -> EligibilitySection | None:
    reading = SourceReader(trial)
    facts = rows(
        ("Age", _ages(reading)),
        ("Sex", reading.coded(SEX, lambda record: record.eligibility.sex)),
        ("By gender identity", reading.flag(lambda record: record.eligibility.gender_based)),
        ("About gender", reading.prose(lambda record: record.eligibility.gender_description)),
        ("Healthy volunteers", _volunteers(reading)),
        ("Age groups", reading.all_coded(AGE_GROUP, lambda record: record.eligibility.age_groups)),
    )
    text = reading.chosen(lambda record: record.eligibility.criteria or None)
    if not facts and text is None:
        return None
    return EligibilitySection(
        id="eligibility",
        title="Who can take part",
        help="The registry's rules for joining. Only the study team can say whether they fit a person.",
        template="expert/eligibility.jinja",
        rows=facts,
        criteria=tuple(_criteria(text.value, text.source.record)) if text else (),
        original=repair(text.value) if text else "",
        lang=language(text.source.record) if text else "",
        sources=reading.sources,
    )


def _ages(reading: SourceReader) -> RegistryText | None:
    """``18 years and over``, ``up to 5 years``, ``18 to 65 years``."""
    least = reading.chosen(lambda record: record.eligibility.minimum_age)
    most = reading.chosen(lambda record: record.eligibility.maximum_age)
    words = _age_words(least, most)
    every = (*(stated(least, _from) if least else ()), *(stated(most, _up_to) if most else ()))
    return replace(words, disagreement=every) if words and every else words


def _from(age: Duration, _record: TrialRecord) -> RegistryText:
    return RegistryText(f"from {age.words}")


def _up_to(age: Duration, _record: TrialRecord) -> RegistryText:
    return RegistryText(f"up to {age.words}")


def _age_words(least: Chosen[Duration] | None, most: Chosen[Duration] | None) -> RegistryText | None:
    if least and most:
        same_unit = least.value.unit == most.value.unit
        start = f"{least.value.value:g}" if same_unit else least.value.words
        return RegistryText(f"{start} to {most.value.words}")
    if least:
        return RegistryText(f"{least.value.words} and over", note="no upper limit stated")
    if most:
        return RegistryText(f"Up to {most.value.words}", note="no lower limit stated")
    return None


def _volunteers(reading: SourceReader) -> RegistryText | None:
    return reading.value(
        lambda record: record.eligibility.healthy_volunteers,
        lambda accepted, _: RegistryText("Accepted" if accepted else "Not accepted"),
    )


def _criteria(text: str, record: TrialRecord) -> list[CriteriaBlock]:
    """Cut at the registry's own headings of inclusion and exclusion; its other headings stay inside."""
    read = read_criteria(record.eligibility)
    parts: list[tuple[str, str | None, list[Block]]] = [("other", None, [])]
    for block in parse(text):
        kind = _kind(block.text) if isinstance(block, Heading) else None
        if kind and isinstance(block, Heading):
            parts.append((kind, block.text, []))
        else:
            parts[-1][2].append(block)
    return [
        CriteriaBlock(
            kind,
            RegistryText(heading.rstrip(" :"), language(record)) if heading else None,
            blocks_html(inside),
            with_marks(blocks_html(mark(inside, read)), read),
        )
        for kind, heading, inside in parts
        if heading or inside
    ]


def _kind(heading: str) -> str | None:
    if _EXCLUSION.search(heading):
        return "exclusion"
    return "inclusion" if _INCLUSION.search(heading) else None
