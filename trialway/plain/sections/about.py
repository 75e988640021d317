"""What is this trial about? TrialRecord ─▶ **the section ``about``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.arms import bare_name
from trialway.plain.phrases import (
    counted,
    is_health,
    join_list,
    line,
    noun_of,
)
from trialway.plain.statement import (
    PlainSection,
    Quotation,
    Statement,
    make_statement,
    quote,
)
from trialway.plain.subject import (
    checks,
    conditions,
    in_summary,
    in_title,
    is_illness,
    is_narrowed,
    tested,
    tested_count,
)
from trialway.plain.tense import Voice, voice_of
from trialway.record import TrialRecord
from trialway.registry_text import repair

_MOST_NAMES = 4
# In the words of somebody who explains it, for one thing and for several.
_KINDS = {
    "drug": ("a medicine", "medicines"),
    "biological": ("a biological medicine or a vaccine", "biological medicines or vaccines"),
    "device": ("a device", "devices"),
    "procedure": ("a procedure, such as an operation", "procedures, such as operations"),
    "radiation": ("radiation treatment", "radiation treatments"),
    "behavioural": ("something to learn or to do", "things to learn or to do"),
    "genetic": ("a treatment or a test of genes", "treatments or tests of genes"),
    "dietary_supplement": ("a food supplement", "food supplements"),
    "diagnostic_test": ("a test", "tests"),
    "combination_product": (
        "a medicine and a device in one",
        "products that are a medicine and a device in one",
    ),
}


def write_about(record: TrialRecord, _today: dt.date) -> PlainSection:
    return PlainSection(
        id="about",
        question=f"What is this {noun_of(record)} about?",
        statements=tuple(_statements(record, voice_of(record))),
        quotations=tuple(_own_words(record)),
    )


def _statements(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    yield from _illnesses(record, voice)
    names = tested(record)
    if names:
        verb = ("give", "gave") if noun_of(record) == "programme" else ("look at", "looked at")
        looks = voice.active(*verb, many=False)
        shown = names[:_MOST_NAMES]
        begins = "It" if len(shown) == tested_count(record) else "Among other things, it"
        words = (f"{begins} {looks} ", join_list(shown, most=_MOST_NAMES), ".")
        yield make_statement("tested", ("interventions.name",), *words, rests_on=tuple(names))
        yield from _kind(record, shown, many=len(shown) > 1)

    beside = checks(record)
    if beside:
        others = ", among other things," if len(beside) > _MOST_NAMES else ""
        yield make_statement(
            "checks",
            ("interventions.name",),
            f"As part of it, the record lists{others} ",
            join_list(beside, most=_MOST_NAMES),
            ".",
            rests_on=tuple(beside),
        )


def _kind(record: TrialRecord, shown: list[str], *, many: bool) -> Iterator[Statement]:
    """What it is, where the registry lists all that is looked at as the same: a name alone says little."""
    wanted = {name.casefold() for name in shown}
    kinds = [one.kind for one in record.interventions if line(bare_name(one.name)).casefold() in wanted]
    codes = {kind.code if kind else None for kind in kinds}
    one, several = _KINDS.get(codes.pop() or "", ("", "")) if len(codes) == 1 else ("", "")
    if one:
        listed = f"The registry lists {'them as ' + several if many else 'it as ' + one}."
        rests = tuple(dict.fromkeys(kind.raw for kind in kinds if kind))
        yield make_statement("kind-of-treatment", ("interventions.kind",), listed, rests_on=rests)


def _illnesses(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    """What the title or the summary names is what it is about; the others are where the registry lists it."""
    found = conditions(record)
    sure = [
        name
        for name in found
        if is_illness(name)
        and not is_narrowed(name, record)
        and (in_title(name, record) or in_summary(name, record))
    ]
    listed = [name for name in found if name not in sure]
    be = "was" if voice.tense in ("past", "unheld") else "is"
    if sure:
        yield make_statement(
            "conditions",
            ("conditions",),
            f"This {noun_of(record)} {be} about ",
            join_list(sure, most=_MOST_NAMES),
            ".",
            rests_on=record.conditions,
        )
    if listed:
        also = " also" if sure else ""
        yield make_statement(
            "conditions-listed",
            ("conditions",),
            f"The registry{also} lists it under ",
            join_list(listed, most=_MOST_NAMES),
            ".",
            rests_on=record.conditions,
        )
    if not found and record.conditions:
        words = line(record.conditions[0])
        yield make_statement(
            "condition-long",
            ("conditions",),
            "The registry lists it under ",
            quote(words),
            ".",
            rests_on=record.conditions,
        )
        listed = [words]
    every = {line(name).casefold() for name in record.conditions if not is_health(name)}
    more = len(every) - len(sure[:_MOST_NAMES]) - len(listed[:_MOST_NAMES])
    if more > 0:
        yield make_statement(
            "more-conditions",
            ("conditions",),
            f"The record lists {counted(more, 'more condition')}.",
            derivation="count",
        )


def _own_words(record: TrialRecord) -> Iterator[Quotation]:
    if line(record.brief_summary):
        yield Quotation(
            title="In the words of those who run the trial",
            text=repair(record.brief_summary or ""),
            field="brief_summary",
        )
    if line(record.detailed_description):
        yield Quotation(
            title="Their longer description",
            text=repair(record.detailed_description or ""),
            field="detailed_description",
        )
