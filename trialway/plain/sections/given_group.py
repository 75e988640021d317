"""One group of a trial: what it is there for, and what it gets. Arm ─▶ **PlainGroup** ─▶ section ``given``.

What a group gets is told where its type, its name, its description and its interventions agree. A placebo
group that lists the drug is not told to get the drug; of treatments that are a choice it "may" get one.
"""

from collections.abc import Iterator

from trialway.plain.group_role import GroupRole, GroupRoles
from trialway.plain.group_treatments import (
    TreatmentReader,
    Treatments,
    added_to,
    names_more,
    title_names_more,
)
from trialway.plain.phrases import is_dummy, line, noun_of
from trialway.plain.sections.given_regimen import tell_regimen, tell_strips
from trialway.plain.statement import PlainGroup, Quotation, Statement, TextPiece, make_statement, name, quote
from trialway.plain.tense import Voice
from trialway.record import Arm, TrialRecord
from trialway.registry_text import repair

_ROLES = {
    GroupRole.TESTED: "This group gets what is being tested.",
    GroupRole.COMPARED: "This group is there to compare with.",
    # That nothing is tested in a group does not say that it gets nothing: most have usual care.
    GroupRole.UNTREATED: "Nothing is tested in this group.",
}


def write_groups(record: TrialRecord, voice: Voice) -> Iterator[PlainGroup]:
    """The groups in the record's order."""
    roles = GroupRoles(record)
    treatments = TreatmentReader(record, roles)
    for arm in record.arms:
        yield _write_group(record, arm, voice, roles, treatments.of(arm))


def _write_group(
    record: TrialRecord, arm: Arm, voice: Voice, roles: GroupRoles, treatments: Treatments
) -> PlainGroup:
    several = len(record.arms) > 1
    dummy: tuple[Statement, ...] = ()
    if roles.is_dummy(arm) and noun_of(record) != "study":
        dummy = tuple(_only_dummy(arm, treatments, voice))
    statements = (
        *(_role(arm, roles.of(arm), voice) if roles.differ else ()),
        *dummy,
        *(each for one in treatments.given for each in tell_regimen(one, voice, several=several)),
        *(each for one in treatments.possible for each in _possible(one, voice)),
        *_added(arm, treatments, voice),
        *_more(record, arm, treatments),
    )
    unsaid = treatments.withheld and not treatments.told and not dummy
    untested = roles.of(arm) is GroupRole.UNTREATED and bool(line(arm.description))
    if not statements or unsaid or untested:
        statements = (*statements, *_without_words(record, arm))
    label, own = line(arm.label), repair(arm.description or "")
    return PlainGroup(
        title=(name(label),) if label else (TextPiece("A group"),),
        statements=statements,
        strips=tuple(tell_strips(treatments.given)),
        quotation=Quotation(title="The record's own words", text=own, field="arms.description")
        if own
        else None,
    )


def _role(arm: Arm, role: GroupRole, voice: Voice) -> Iterator[Statement]:
    words = _ROLES.get(role)
    if words and arm.kind:
        template = "untested" if role is GroupRole.UNTREATED else "role"
        yield make_statement(template, ("arms.kind",), _in_tense(words, voice), rests_on=(arm.kind.raw,))


def _in_tense(words: str, voice: Voice) -> str:
    if voice.tense not in ("past", "unheld"):
        return words
    got = " got " if voice.tense == "past" else " was going to get "
    return (
        words.replace(" gets ", got)
        .replace(" is being ", " was being ")
        .replace(" is there ", " was there ")
        .replace(" is tested ", " was tested ")
    )


def _only_dummy(arm: Arm, treatments: Treatments, voice: Voice) -> Iterator[Statement]:
    """``placebo group``, though the record lists only the drug for it."""
    if treatments.changes or any(is_dummy(one.name) for one in treatments.given):
        return
    words = f"{line(arm.label)} {line(arm.description)}"
    what = "a sham treatment" if "sham" in words.lower() else "a placebo"
    subject = "In this group, you" if voice.reader else "People"
    yield make_statement(
        "gets-dummy",
        ("arms.label", "arms.description"),
        f"{subject} {voice.active('get', 'got')} {what}.",
        rests_on=(line(arm.label), line(arm.description)),
    )


def _possible(named: str, voice: Voice) -> Iterator[Statement]:
    subject = "In this group, you" if voice.reader else "People"
    may = {"past": "may have got", "unheld": "were going to get, perhaps,"}.get(voice.tense, "may get")
    yield make_statement(
        "may-get",
        ("arms.interventions", "arms.description"),
        f"{subject} {may} ",
        name(named),
        ".",
        rests_on=(named,),
    )


def _added(arm: Arm, treatments: Treatments, voice: Voice) -> Iterator[Statement]:
    what = added_to(arm, treatments)
    if what:
        be = "was" if voice.tense in ("past", "unheld") else "is"
        yield make_statement(
            "added-to",
            ("arms.description",),
            f"This {be} on top of ",
            quote(what),
            ".",
            rests_on=(line(arm.description),),
        )


def _more(record: TrialRecord, arm: Arm, treatments: Treatments) -> Iterator[Statement]:
    alone = len(record.arms) == 1
    if names_more(arm, treatments) or (alone and title_names_more(record, treatments)):
        yield make_statement(
            "own-words",
            ("arms.label", "arms.description"),
            "This group may get more than this. The record's own words stand below.",
            rests_on=(line(arm.label), line(arm.description)),
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
