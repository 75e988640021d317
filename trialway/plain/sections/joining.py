"""Can I take part? Age, sex, healthy volunteers, then the main rules that were read. **Section ``join``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.criteria import Criteria, read_criteria
from trialway.plain.phrases import counted, line
from trialway.plain.rules import criteria_count, in_tense, main_rules
from trialway.plain.section_rules import SECTION_WORDS
from trialway.plain.sections.title import conditions
from trialway.plain.statement import (
    PlainGroup,
    PlainSection,
    Quotation,
    Statement,
    TextPiece,
    general,
    make_statement,
    name,
)
from trialway.plain.tense import Voice, voice_of
from trialway.record import Eligibility, TrialRecord

_LONGEST_MAIN_RULE = 400
# Rules of every trial, and rules that stand in other lines.
_ANYBODY = SECTION_WORDS.any_of("section.anybody.")
_ILL = SECTION_WORDS["section.illness"]
_GROWN_UP = 18 * 365.25


def write_joining(record: TrialRecord, _today: dt.date) -> PlainSection:
    voice = voice_of(record)
    past = voice.tense in ("past", "unheld")
    criteria = read_criteria(record.eligibility)
    return PlainSection(
        id="join",
        question="Who could take part?" if past else "Can I take part?",
        statements=tuple(_fields(record.eligibility, voice)),
        groups=(*_main_rule(criteria, record), *_rules(criteria, voice)),
        closing=tuple(_closing(criteria, voice)),
    )


def _fields(rules: Eligibility, voice: Voice) -> Iterator[Statement]:
    yield from _ages(rules, voice)
    if voice.reader and rules.maximum_age is not None and rules.maximum_age.days < _GROWN_UP:
        yield general("you-the-child", "On this page, “you” is the child who takes part.")
    sex = rules.sex
    if sex is not None and sex.code is not None:
        who = {"all": "People of any sex", "female": "Only women", "male": "Only men"}[sex.code]
        children = rules.maximum_age is not None and rules.maximum_age.days < _GROWN_UP
        if children:
            who = who.replace("women", "girls").replace("men", "boys")
        could = "could" if voice.tense in ("past", "unheld") else "can"
        yield make_statement("sex", ("eligibility.sex",), f"{who} {could} join.", rests_on=(sex.raw,))
    healthy = rules.healthy_volunteers
    if healthy is not None:
        past = voice.tense in ("past", "unheld")
        words = (
            ("People who were well could join." if past else "People who are well can join.")
            if healthy
            else f"It {voice.active('take', 'took', many=False)} no healthy volunteers."
        )
        yield make_statement(
            "healthy-volunteers",
            ("eligibility.healthy_volunteers",),
            words,
            rests_on=("Yes" if healthy else "No",),
        )


def _ages(rules: Eligibility, voice: Voice) -> Iterator[Statement]:
    least, most = rules.minimum_age, rules.maximum_age
    must = (
        "You must be"
        if voice.reader
        else "People had to be"
        if voice.tense in ("past", "unheld")
        else "People must be"
    )
    low, high = ("eligibility.minimum_age",), ("eligibility.maximum_age",)
    if least and most and least.unit == most.unit:
        span = (name(f"{least.value:g}"), " to ", name(most.words), " old")
        yield make_statement("age-range", low + high, f"{must} ", *span, ".", rests_on=(least.raw, most.raw))
    elif least and most:
        yield make_statement(
            "age-range",
            low + high,
            f"{must} ",
            name(least.words),
            " to ",
            name(most.words),
            " old.",
            rests_on=(least.raw, most.raw),
        )
    elif least:
        yield make_statement(
            "age-from", low, f"{must} ", name(least.words), " old or older.", rests_on=(least.raw,)
        )
    elif most:
        yield make_statement(
            "age-to", high, f"{must} ", name(most.words), " old or younger.", rests_on=(most.raw,)
        )
    else:
        yield make_statement("age-missing", low + high, "The record gives no limit of age.")


def _rules(criteria: Criteria, voice: Voice) -> Iterator[PlainGroup]:
    rules = main_rules(criteria)
    past = voice.tense in ("past", "unheld")
    for side, title in (
        ("inclusion", "Rules for joining"),
        ("exclusion", "What rules people out" if not past else "What ruled people out"),
    ):
        shown = [rule for rule in rules if rule.side == side]
        statements = tuple(
            make_statement(
                f"rule-{side}",
                ("eligibility.criteria",),
                sentence,
                rests_on=(rule.text.strip(),),
                derivation="values within a limit, or a change of unit",
            )
            for rule in shown
            for sentence in in_tense(rule.sentence, voice)
        )
        if statements:
            yield PlainGroup(title=(TextPiece(title),), statements=statements)


def _closing(criteria: Criteria, voice: Voice) -> Iterator[Statement]:
    place = ("eligibility.criteria",)
    shown_count = len(main_rules(criteria))
    more = criteria_count(criteria) - shown_count
    if not criteria.criteria:
        yield make_statement("rules-missing", place, "The record lists no other rules.")
        return
    if more > 0:
        words = (
            f"The record lists {counted(more, 'more rule')}."
            if shown_count
            else f"The record lists {counted(more, 'rule')}."
        )
        yield make_statement("more-rules", place, words, derivation="count")
    if voice.tense in ("future", "present"):
        yield general("who-decides", "Only the trial team can tell who can take part.")


def _main_rule(criteria: Criteria, record: TrialRecord) -> Iterator[PlainGroup]:
    """The rule on the illness, in the record's words, which comes before the others."""
    rules = [one for one in criteria.criteria if one.side == "inclusion" and one.reading != "whole"]
    able = [one for one in rules if not _ANYBODY.search(one.text) and len(one.text) <= _LONGEST_MAIN_RULE]
    ills = [name.casefold() for name in conditions(record)]
    main = next(
        (one for one in able if _ILL.search(one.text) or any(ill in one.text.casefold() for ill in ills)),
        able[0] if able and able[0] is rules[0] else None,
    )
    if main is not None:
        title = "A main rule, in the record’s words"
        words = Quotation(title=title, text=line(main.text).rstrip(" ;"), field="eligibility.criteria")
        yield PlainGroup(title=(TextPiece(title),), statements=(), quotation=words)
