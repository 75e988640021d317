"""One treatment of a group: what, how much, how, when. Regimen ─▶ **statements, strips** ─▶ given_group."""

import re
from collections.abc import Iterator

from trialway.plain.dosing.schedule import Schedule
from trialway.plain.intervention_rules import INTERVENTION_WORDS
from trialway.plain.phrases import LONGEST_NAME, is_dummy, join_chain
from trialway.plain.regimen import Regimen
from trialway.plain.statement import Statement, Strip, StripDay, TextPiece, make_statement, name, quote
from trialway.plain.stop_conditions import in_past, plain_until
from trialway.plain.tense import Voice

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
# What is inhaled or swallowed for a test is not the test.
_NOT_GIVEN = ("diagnostic_test", "procedure", "behavioural")
_CAPPED = INTERVENTION_WORDS["intervention.capped"]
# Names of several things at once: "TY-9591 + pemetrexed".
_SEVERAL = re.compile(r"[+&]|\b(?:[Pp]lus|[Ww]ith|[Aa]nd|[Cc]ombin\w*)\b")
# Several things that are given as one.
_AS_ONE = re.compile(r"\b(?:mix\w*|fixed[- ]dose|tablets?|capsules?|solution|vaccine)\b", re.IGNORECASE)


def tell_regimen(one: Regimen, voice: Voice, *, several: bool) -> Iterator[Statement]:
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
    in_parts = bool(_SEVERAL.search(one.name)) and not _AS_ONE.search(one.name)
    subject = ("One part of it" if in_parts else "It") if one.name else "The treatment"
    for place, schedule in enumerate(one.schedules):
        yield from _when(schedule, one.field, subject, voice, rests, first=place == 0, kind=one.kind)


def _dose(one: Regimen, voice: Voice, rests: tuple[str, ...]) -> Iterator[Statement]:
    be = voice.passive("given", many=False)
    if one.dose and not is_dummy(one.name):
        verb = {"future": "will be", "present": "is", "past": "was", "unheld": "was going to be"}[voice.tense]
        yield make_statement("dose", (one.field,), f"The dose {verb} ", name(one.dose), ".", rests_on=rests)
    if one.route and one.kind not in _NOT_GIVEN:
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
        # Whether it went on for so long is not in the words that planned it.
        lasts = "was planned to go" if voice.tense in ("past", "unheld") else goes
        yield make_statement(
            "length", (field,), f"This {lasts} on {schedule.plain_length()}.", rests_on=rests
        )
    if schedule.until and not _CAPPED.search(" ".join(rests)):
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


def tell_strips(told: tuple[Regimen, ...]) -> Iterator[Strip]:
    for one in told:
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
