"""What will I be given? Each group in parallel. TrialRecord ─▶ **the section ``given``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.arms import bare_name
from trialway.plain.design_conflicts import gives_treatment
from trialway.plain.phrases import LONGEST_NAME, line
from trialway.plain.prose import quotations
from trialway.plain.section_rules import SECTION_WORDS
from trialway.plain.sections.deduplicate import deduplicate
from trialway.plain.sections.given_group import write_groups
from trialway.plain.statement import PlainSection, Quotation, Statement, general, make_statement, name
from trialway.plain.tense import Voice, voice_of
from trialway.record import Intervention, TrialRecord
from trialway.registry_text import repair

_NOTHING = SECTION_WORDS["section.nothing-said"]
_MOST_DESCRIBED = 12
_TESTS = "Some tests and samples that may be part of it"


def write_given(record: TrialRecord, _today: dt.date) -> PlainSection:
    voice = voice_of(record)
    return PlainSection(
        id="given",
        question=_question(record, voice),
        statements=tuple(_opening(record, voice)),
        groups=deduplicate(tuple(write_groups(record, voice))),
        quotations=(
            *_described(record),
            *_samples(record),
            *quotations(
                record,
                "done.samples-and-tests",
                title=_TESTS,
                most=6,
                unless=("done.not-to-people",),
            ),
        ),
    )


def _question(record: TrialRecord, voice: Voice) -> str:
    """People are given drugs; advice and exercise they get, and do themselves."""
    kinds = {one.kind.code for one in record.interventions if one.kind}
    if kinds and kinds <= {"behavioural", "other", "procedure", "device", "diagnostic_test"}:
        return {
            "future": "What will I get or do?",
            "past": "What did people get or do?",
            "unheld": "What were people going to get or do?",
        }.get(voice.tense, "What do people get or do?")
    return {
        "future": "What will I be given?",
        "past": "What were people given?",
        "unheld": "What were people going to be given?",
    }.get(voice.tense, "What are people given?")


def _opening(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    model = record.design.intervention_model
    crossover = model is not None and model.code == "crossover"
    observational = record.design.study_type is not None and record.design.study_type.code == "observational"
    if len(record.arms) > 1 and voice.reader and not crossover and not observational:
        yield make_statement(
            "one-of-groups",
            ("arms.label",),
            f"You will be in one of {len(record.arms)} groups.",
            derivation="count",
        )
    if observational and not gives_treatment(record):
        yield general("observed", "A study that only watches does not choose a treatment for anybody.")
    if not record.arms:
        for one in record.interventions[:8]:
            yield from _alone(one)


def _described(record: TrialRecord) -> Iterator[Quotation]:
    """The record's words on each thing that is given or done, which say more than we could read."""
    for one in record.interventions[:_MOST_DESCRIBED]:
        words = repair(one.description or "")
        if words.strip() and not _NOTHING.fullmatch(line(words)):
            yield Quotation(
                title=f"The record's words on {line(one.name) or 'what is given'}",
                text=words,
                field="interventions.description",
            )


def _samples(record: TrialRecord) -> Iterator[Quotation]:
    words = repair(record.design.biospecimen_description or "")
    if words.strip():
        kept = record.design.biospecimen_retention
        dna = ", with DNA" if kept and kept.code == "samples_with_dna" else ""
        yield Quotation(
            title=f"Samples that are kept{dna}", text=words, field="design.biospecimen_description"
        )


def _alone(one: Intervention) -> Iterator[Statement]:
    words = bare_name(one.name)
    if words and len(words) <= LONGEST_NAME:
        yield make_statement(
            "intervention",
            ("interventions.name",),
            "The record names ",
            name(words),
            ".",
            rests_on=(line(one.name),),
        )
