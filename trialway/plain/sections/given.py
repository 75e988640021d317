"""What will I be given? Each group in parallel. TrialRecord ─▶ **the section ``given``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.arms import bare_name
from trialway.plain.dosing.schedule import Schedule
from trialway.plain.intervention_rules import INTERVENTION_WORDS
from trialway.plain.phrases import (
    LONGEST_NAME,
    is_dummy,
    join_chain,
    line,
    noun_of,
)
from trialway.plain.regimen import Regimen, regimens
from trialway.plain.sections.deduplicate import deduplicate
from trialway.plain.statement import (
    PlainGroup,
    PlainSection,
    Quotation,
    Statement,
    Strip,
    StripDay,
    TextPiece,
    make_statement,
    name,
    quote,
)
from trialway.plain.stop_conditions import in_past, plain_until
from trialway.plain.tense import Voice, voice_of
from trialway.record import Arm, Intervention, TrialRecord
from trialway.registry_text import repair

_ROLES = {
    "experimental": "This group gets what is being tested.",
    "active_comparator": "This group is there to compare with.",
    "placebo_comparator": "This group is there to compare with.",
    "sham_comparator": "This group is there to compare with.",
    "no_intervention": "The record names no treatment for this group.",
}
_VERBS = {
    "device": "used",
    "procedure": "done",
    "behavioural": "done",
    "diagnostic_test": "done",
}
_PHASES = {
    "loading": "The first dose",
    "maintenance": "After that, it",
    "then": "After that, it",
    "or": "Or it",
}
_LOADING = INTERVENTION_WORDS["intervention.loading"]
# Names of several things at once: "TY-9591 + pemetrexed".
_SEVERAL = INTERVENTION_WORDS["intervention.several"]


def write_given(record: TrialRecord, _today: dt.date) -> PlainSection:
    voice = voice_of(record)
    return PlainSection(
        id="given",
        question=_question(record, voice),
        statements=tuple(_opening(record, voice)),
        groups=deduplicate(tuple(_group(record, arm, voice) for arm in record.arms)),
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
            f"You will be in one of {len(record.arms)} groups{_by_match(record)}.",
            derivation="count",
        )
    if observational:
        does = "did" if voice.tense in ("past", "unheld") else "does"
        yield make_statement(
            "observed", ("design.study_type",), f"This study {does} not choose a treatment for anybody."
        )
    if not record.arms:
        for one in record.interventions[:8]:
            yield from _alone(one)


def _by_match(record: TrialRecord) -> str:
    allocation = record.design.allocation
    return ", the one that matches you" if allocation and allocation.code == "non_randomised" else ""


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


def _group(record: TrialRecord, arm: Arm, voice: Voice) -> PlainGroup:
    # A study that watches gives nothing: what its groups take is not of its choosing.
    shown_regimens = () if noun_of(record) == "study" else regimens(record, arm)
    several = len(record.arms) > 1
    statements = (
        *_role(arm, voice),
        *(
            statement
            for one in shown_regimens
            for statement in _regimen_statements(one, voice, several=several)
        ),
    ) or tuple(_without_words(record, arm))
    label = line(arm.label)
    title = (name(label),) if label else (TextPiece("A group"),)
    own = repair(arm.description or "")
    quotation = Quotation(title="The record's own words", text=own, field="arms.description") if own else None
    return PlainGroup(
        title=title, statements=statements, strips=tuple(_strips(shown_regimens)), quotation=quotation
    )


def _without_words(record: TrialRecord, arm: Arm) -> Iterator[Statement]:
    """A name alone would leave the reader waiting for its sentence."""
    if line(arm.description):
        yield make_statement(
            "own-words", ("arms.description",), "The record's own words on this group stand below."
        )
    elif noun_of(record) != "study":
        yield make_statement(
            "nothing-said", ("arms.description",), "The record says no more about this group."
        )


def _role(arm: Arm, voice: Voice) -> Iterator[Statement]:
    words = _ROLES.get(arm.kind.code or "") if arm.kind else None
    if arm.kind and words:
        if voice.tense in ("past", "unheld"):
            got = " got " if voice.tense == "past" else " was going to get "
            words = (
                words.replace(" gets ", got)
                .replace(" is being ", " was being ")
                .replace(" is there ", " was there ")
            )
        yield make_statement("role", ("arms.kind",), words, rests_on=(arm.kind.raw,))


def _regimen_statements(one: Regimen, voice: Voice, *, several: bool) -> Iterator[Statement]:
    named = 0 < len(one.name) <= LONGEST_NAME
    fields = ("arms.interventions", "interventions.name")
    rests = (one.source,) if one.source else (one.name,)
    if one.name:
        gets = voice.active("get", "got")
        # "You will get placebo" would be untrue of a reader who may be in another group.
        subject = voice.subject if not voice.reader or not several else "In this group, you"
        what: tuple[str | TextPiece, ...] = (
            (name(one.name),) if named else ("what the record calls ", *quote(one.name.strip(" .,;")))
        )
        yield make_statement("gets", fields, f"{subject} {gets} ", *what, ".", rests_on=(one.name,))
        yield from _dose(one, voice, rests)
    subject = ("One part of it" if _SEVERAL.search(one.name) else "It") if one.name else "The treatment"
    for place, schedule in enumerate(one.schedules):
        yield from _when(schedule, one.field, subject, voice, rests, first=place == 0, kind=one.kind)


def _dose(one: Regimen, voice: Voice, rests: tuple[str, ...]) -> Iterator[Statement]:
    be = voice.passive("given", many=False)
    if one.dose and not is_dummy(one.name):
        verb = {"future": "will be", "present": "is", "past": "was", "unheld": "was going to be"}[voice.tense]
        yield make_statement("dose", (one.field,), f"The dose {verb} ", name(one.dose), ".", rests_on=rests)
    if one.route:
        yield make_statement("route", (one.field,), f"It {be} {one.route}.", rests_on=rests)


def _when(
    schedule: Schedule,
    field: str,
    subject: str,
    voice: Voice,
    rests: tuple[str, ...],
    *,
    first: bool,
    kind: str,
) -> Iterator[Statement]:
    many = schedule.phase == "loading" and _has_many_doses(schedule)
    be = voice.passive(_VERBS.get(kind, "given"), many=many)
    phase = "The first doses" if many else _PHASES.get(schedule.phase, subject)
    if first:
        # What came before it was not understood, and is not told: "after that" would point at nothing.
        before = "the first dose" if _LOADING.search(" ".join(rests)) else "a first part"
        phase = phase.replace("After that", f"After {before}")
    derivation = "a change of unit" if schedule.cycle and schedule.cycle % 7 == 0 else ""
    yield make_statement(
        "when", (field,), f"{phase} {be} {schedule.plain()}.", rests_on=rests, derivation=derivation
    )
    goes = voice.active("go", "went", many=False)
    if schedule.length:
        yield make_statement("length", (field,), f"This {goes} on {schedule.plain_length()}.", rests_on=rests)
    if schedule.until:
        ends = plain_until(schedule.until)
        ends = [in_past(end) for end in ends] if voice.tense == "past" else ends
        if ends:
            yield make_statement(
                "until",
                (field,),
                f"This {goes} on until {join_chain(ends, 'or')}.",
                rests_on=(schedule.until,),
            )
        elif len(schedule.until) <= 160:
            yield make_statement(
                "until-own",
                (field,),
                f"This {goes} on until ",
                quote(schedule.until),
                ".",
                rests_on=(schedule.until,),
            )


def _has_many_doses(schedule: Schedule) -> bool:
    return bool(schedule.per or schedule.every) or len(schedule.days) > 1 or len(schedule.at) > 1


def _strips(shown_regimens: tuple[Regimen, ...]) -> Iterator[Strip]:
    for one in shown_regimens:
        for schedule in one.schedules:
            length, days = schedule.given_days()
            if length and len(days) < length:
                title = (name(one.name),) if one.name else (TextPiece("The treatment"),)
                drawn = tuple(StripDay(day, day in days) for day in range(1, length + 1))
                yield Strip(
                    title=title,
                    days=drawn,
                    text=schedule.plain(),
                    repeats=bool(schedule.cycle or schedule.every),
                )
