"""Can I take part? Age, sex, healthy volunteers, then the main rules that were read. **Section ``join``**."""

import datetime as dt
import re
from collections.abc import Iterator

from trialway.criteria import Criteria, Criterion, read_criteria
from trialway.plain.phrases import is_health, line
from trialway.plain.rule_words import RULE_WORDS
from trialway.plain.rules import every_criterion, holds_by_group, in_tense, is_unsure, main_rules
from trialway.plain.section_rules import SECTION_WORDS
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
from trialway.plain.subject import conditions
from trialway.plain.tense import Voice, voice_of
from trialway.record import Eligibility, TrialRecord
from trialway.registry_text import repair

_LONGEST_MAIN_RULE = 400
_MOST_MAIN_RULES = 3
# Rules of every trial, and rules that stand in other lines.
_ANYBODY = SECTION_WORDS.any_of("section.anybody.")
_ILL = SECTION_WORDS["section.illness"]
# A number with its unit, where one stands beside it: "18 to 49 years" has 18 without one.
_AGE = re.compile(r"(\d+)(?:[ -]?(years?|months?|weeks?|days?)\b)?", re.IGNORECASE)
_GROWN_UP = 18 * 365.25


def write_joining(record: TrialRecord, _today: dt.date) -> PlainSection:
    voice = voice_of(record)
    past = voice.tense in ("past", "unheld")
    criteria = read_criteria(record.eligibility)
    by_group, named = holds_by_group(record), len(record.arms) > 1
    groups = () if by_group else (*_main_rule(criteria, record), *_rules(criteria, voice))
    return PlainSection(
        id="join",
        question="Who could take part?" if past else "Can I take part?",
        statements=(*_fields(record, voice), *_conflicts(criteria, record, voice)),
        groups=groups,
        closing=tuple(_closing(criteria, voice, shown=groups, by_group=by_group and named)),
        quotations=tuple(_all_rules(record)),
    )


def _fields(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    rules, past = record.eligibility, voice.tense in ("past", "unheld")
    yield from _ages(rules, voice)
    if voice.reader and rules.maximum_age is not None and rules.maximum_age.days < _GROWN_UP:
        yield general("you-the-child", "On this page, “you” is the child who takes part.")
    exception = RULE_WORDS["rules.age-exception"].search(rules.criteria or "")
    if exception and (rules.minimum_age or rules.maximum_age):
        yield make_statement(
            "age-exception",
            ("eligibility.criteria",),
            f"The rules {'named' if past else 'name'} people of other ages who may join.",
            rests_on=(line(exception[0]),),
        )
    yield from _sex(rules, voice)
    yield from _healthy(record, voice)


def _sex(rules: Eligibility, voice: Voice) -> Iterator[Statement]:
    sex, past = rules.sex, voice.tense in ("past", "unheld")
    if sex is not None and sex.code is not None:
        who = {"all": "People of any sex", "female": "Only women", "male": "Only men"}[sex.code]
        children = rules.maximum_age is not None and rules.maximum_age.days < _GROWN_UP
        if children:
            who = who.replace("women", "girls").replace("men", "boys")
        could = "could" if past else "can"
        others = {"female": "rules.men", "male": "rules.women-take-part"}.get(sex.code)
        against = RULE_WORDS[others].search(rules.criteria or "") if others else None
        if against:
            field = f"{who[0].lower()}{who[1:]} {could} join"
            yield make_statement(
                "sex-unclear",
                ("eligibility.sex", "eligibility.criteria"),
                f"A field of the record says: {field}. But its rules speak of others too.",
                rests_on=(sex.raw, line(against[0])),
            )
            return
        yield make_statement("sex", ("eligibility.sex",), f"{who} {could} join.", rests_on=(sex.raw,))
        found = RULE_WORDS["rules.women"].search(rules.criteria or "") if sex.code == "all" else None
        if found:
            yield make_statement(
                "sex-more",
                ("eligibility.criteria",),
                f"Some of the rules {'were' if past else 'are'} for {_whose(rules)} only.",
                rests_on=(line(found[0]),),
            )


def _healthy(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    healthy, past = record.eligibility.healthy_volunteers, voice.tense in ("past", "unheld")
    if healthy is not None:
        place, rests = ("eligibility.healthy_volunteers",), ("Yes" if healthy else "No",)
        illness = any(not is_health(name) for name in record.conditions)
        if illness and names_healthy_people(record) is not healthy:
            if not healthy:
                words = "A field of the record says that it takes no healthy volunteers."
                yield make_statement("healthy-field", place, words, rests_on=rests)
            # A yes that no other word of the record bears out is often a slip.
            return
        words = (
            ("People who were well could join." if past else "People who are well can join.")
            if healthy
            else f"It {voice.active('take', 'took', many=False)} no healthy volunteers."
        )
        yield make_statement("healthy-volunteers", place, words, rests_on=rests)


def _conflicts(criteria: Criteria, record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    """A limit in a field that the rules' own words do not have."""
    text = record.eligibility.criteria or ""
    ask = "" if voice.tense in ("past", "unheld") else " Ask which of the two holds."
    differ = [one for one in criteria.conflicts if one.field in ("minimum_age", "maximum_age")]
    if differ and not _criteria_agree(record):
        yield make_statement(
            "age-conflict",
            (*tuple(f"eligibility.{one.field}" for one in differ), "eligibility.criteria"),
            f"The rules in the record’s own words say something else of the age.{ask}",
            rests_on=tuple(line(text[one.start : one.end]) for one in differ),
        )


def _whose(rules: Eligibility) -> str:
    """Of whom more is asked: women, or women and men each by rules of their own."""
    men = RULE_WORDS["rules.men-alone"].search(rules.criteria or "")
    return "women, some for men" if men else "women"


def _criteria_agree(record: TrialRecord) -> bool:
    """Whether the criteria name the numbers of the fields too: what differs is then of some rule alone."""
    text = record.eligibility.criteria or ""
    limits = [one for one in (record.eligibility.minimum_age, record.eligibility.maximum_age) if one]
    found = {(number, unit.casefold().rstrip("s")) for number, unit in _AGE.findall(text)}
    return all(
        any(number == f"{limit.value:g}" and unit in ("", limit.unit) for number, unit in found)
        for limit in limits
    )


def names_healthy_people(record: TrialRecord) -> bool:
    """Whether titles, summary, groups or criteria speak of people who are well."""
    groups = [f"{line(arm.label)} {line(arm.description)}" for arm in record.arms]
    texts = (record.brief_title, record.official_title, record.brief_summary, record.eligibility.criteria)
    return any(RULE_WORDS["rules.healthy-people"].search(line(text)) for text in (*texts, *groups))


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
        yield from _no_age(rules)


def _no_age(rules: Eligibility) -> Iterator[Statement]:
    place = ("eligibility.minimum_age", "eligibility.maximum_age")
    if RULE_WORDS["rules.age"].search(rules.criteria or ""):
        yield make_statement("age-in-words", place, "Only the rules in the record’s own words speak of age.")
    else:
        yield make_statement("age-missing", place, "The record gives no limit of age.")


def _rules(criteria: Criteria, voice: Voice) -> Iterator[PlainGroup]:
    rules = main_rules(criteria)
    past = voice.tense in ("past", "unheld")
    for side, title in (
        ("inclusion", "Some of the rules for joining"),
        ("exclusion", "Some of what rules people out" if not past else "Some of what ruled people out"),
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


def _closing(
    criteria: Criteria, voice: Voice, *, shown: tuple[PlainGroup, ...], by_group: bool
) -> Iterator[Statement]:
    place = ("eligibility.criteria",)
    if not criteria.criteria:
        yield make_statement("rules-missing", place, "The record lists no other rules.")
        return
    told = sum(len(group.statements) for group in shown)
    if by_group:
        be = "were" if voice.tense in ("past", "unheld") else "are"
        yield make_statement("rules-by-group", place, f"Some of the rules {be} for one group of people only.")
    elif sum(1 for _ in every_criterion(criteria)) > told:
        # Not how many: a line may be one rule or three, or a heading.
        words = "The rules that the record gives stand below."
        yield make_statement("more-rules", place, words)
    if voice.tense in ("future", "present"):
        yield general("who-decides", "Only the trial team can tell who can take part.")


def _all_rules(record: TrialRecord) -> Iterator[Quotation]:
    words = repair(record.eligibility.criteria or "")
    if words.strip():
        yield Quotation(title="The rules, in the record's words", text=words, field="eligibility.criteria")


def _may_be_main(one: Criterion) -> bool:
    refused = _ANYBODY.search(one.text) or RULE_WORDS["rules.no-illness"].search(one.text) or one.scope
    joined = one.alternative or one.join == "any" or RULE_WORDS["rules.goes-on"].search(one.text)
    return not refused and not joined and len(one.text) <= _LONGEST_MAIN_RULE


def _main_rule(criteria: Criteria, record: TrialRecord) -> Iterator[PlainGroup]:
    """The rules on the illness, in the record's words, which come before the others: several, since each may
    be one of several ways to join."""
    inclusions = [one for one in criteria.criteria if one.side == "inclusion"]
    rules = [one for one in inclusions if one.reading != "whole" or is_unsure(one)]
    able = [one for one in rules if _may_be_main(one)]
    ills = [name.casefold() for name in conditions(record)]
    named = [one for one in able if any(ill in one.text.casefold() for ill in ills) or _ILL.search(one.text)]
    first = able[:1] if able and able[0] is rules[0] else []
    shown = (named or first)[:_MOST_MAIN_RULES]
    if shown:
        title = "Some of the rules, in the record’s words"
        text = "\n\n".join(line(one.text).rstrip(" ;") for one in shown)
        words = Quotation(title=title, text=text, field="eligibility.criteria")
        yield PlainGroup(title=(TextPiece(title),), statements=(), quotation=words)
