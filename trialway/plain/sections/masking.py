"""Who knows which group somebody is in, and whether some get a placebo: TrialRecord ─▶ **statements** ─▶
section ``how``."""

from collections.abc import Iterator

from trialway.arms import bare_name
from trialway.plain.design_conflicts import is_partly_blinded, masking_conflicts
from trialway.plain.phrases import is_nothing, join_chain, line
from trialway.plain.prose import sentences_on
from trialway.plain.statement import Statement, general, make_statement
from trialway.plain.tense import Voice
from trialway.record import TrialRecord

_WHO = {
    "care_provider": "the people who treat them",
    "investigator": "the researchers",
    "outcomes_assessor": "those who measure the results",
}
_DUMMIES = (
    ("placebo", "A placebo", "A placebo looks like the treatment, but has no active medicine in it."),
    ("sham", "A sham", "A sham is made to look like the treatment, but leaves out the part that is tested."),
    (
        "vehicle",
        "A plain carrier (vehicle)",
        "A vehicle is the cream, gel or liquid without the active medicine.",
    ),
)
_WHY = "Using it helps to see what the treatment itself does."


def write_masking(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    yield from _masking(record, voice)
    yield from _dummies(record, voice)


def _masking(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    masking = record.design.masking
    if masking is None or masking.code is None or masking_conflicts(record):
        return
    place = ("design.masking",)
    if masking.code == "none":
        words = voice.active("know", "knew")
        if len(record.arms) != 1:
            yield make_statement(
                "open-label",
                place,
                f"{voice.subject} and the trial team {words} {_who_gets(voice)}.",
                rests_on=(masking.raw,),
            )
        return
    codes = [one.code for one in record.design.who_masked if one.code]
    if not codes:
        yield make_statement(
            "blind-unstated",
            place,
            "Some people do not know who gets what.",
            rests_on=(masking.raw,),
        )
        if not sentences_on(record, "blinding."):
            yield make_statement("blind-who", place, "The record does not say who.", rests_on=(masking.raw,))
        return
    if is_partly_blinded(record):
        yield make_statement(
            "blind-in-part",
            ("design.masking", "arms.description"),
            "In some groups people know what they get; for the others, this holds:",
            rests_on=(masking.raw,),
        )
    rests = (masking.raw, *(one.raw for one in record.design.who_masked))
    model = record.design.intervention_model
    alone = len(record.arms) == 1 or (model is not None and model.code == "single_group")
    yield from _not_knowing(codes, voice, rests, alone=alone)
    if "participant" in codes or "care_provider" in codes:
        yield general("unblinding", "In an emergency, the team can most often find out who had what.")


def _not_knowing(
    codes: list[str], voice: Voice, rests: tuple[str, ...], *, alone: bool
) -> Iterator[Statement]:
    fields = ("design.masking", "design.who_masked")
    past = voice.tense in ("past", "unheld")
    # Where there is one group, nobody wonders which one they are in.
    gets = "what they got" if past else "what they get"
    if "participant" in codes:
        if voice.reader:
            words = (
                "You will not know what you get." if alone else "You will not know which group you are in."
            )
            yield make_statement("blind-reader", fields, words, rests_on=rests)
        else:
            do, be = _not_know(voice), "were" if past else "are"
            what = gets if alone else f"which group they {be} in"
            yield make_statement("blind-people", fields, f"People {do} {what}.", rests_on=rests)
    others = [
        _WHO[code].replace("treat them", "treat you" if voice.reader else "treat them")
        for code in codes
        if code in _WHO
    ]
    if others:
        do = _not_know(voice)
        rest = "either" if "participant" in codes else _who_gets(voice)
        who = join_chain(others)
        yield make_statement(
            "blind-others",
            fields,
            f"{who[0].upper()}{who[1:]} {do} {rest}.",
            rests_on=rests,
        )


def _who_gets(voice: Voice) -> str:
    return "who got what" if voice.tense in ("past", "unheld") else "who gets what"


def _not_know(voice: Voice) -> str:
    return {
        "future": "will not know",
        "present": "do not know",
        "past": "did not know",
        "unheld": "were not going to know",
    }[voice.tense]


def _dummies(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    be = "was" if voice.tense in ("past", "unheld") else "is"
    has_statement = False
    for word, noun, meaning in _DUMMIES:
        where = _where(record, word)
        if where is None:
            continue
        field, rests = where
        yield make_statement(f"{word}", (field,), f"{noun} {be} part of this trial.", rests_on=(rests,))
        yield general(f"what-is-{word}", meaning)
        has_statement = True
    if has_statement:
        yield general("why-dummy", _WHY)
    yield from _contradicted(record, voice)


def _contradicted(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    """Whether the record contradicts itself: a placebo in a trial where everybody knows who gets what."""
    masking = record.design.masking
    found = _where(record, "placebo")
    if masking is None or masking.code != "none" or found is None or len(record.arms) < 2:
        return
    if masking_conflicts(record):
        return
    field, rests = found
    yield make_statement(
        "open-placebo",
        ("design.masking", field),
        "The record says both that people know who gets what, and that there is a placebo.",
        rests_on=(masking.raw, rests),
    )
    if voice.tense in ("future", "present"):
        yield general("ask-open-placebo", "You can ask the trial team which of the two is true.")


def _where(record: TrialRecord, word: str) -> tuple[str, str] | None:
    """The field that speaks of it: interventions first, since a placebo group is often called active."""
    for one in record.interventions:
        if word in line(one.name).lower() and not is_nothing(bare_name(one.name)):
            return "interventions.name", line(one.name)
    for arm in record.arms:
        # The type alone is also given to groups on other care, such as yoga.
        if arm.kind and arm.kind.code == f"{word}_comparator" and _speaks_of(record, word):
            return "arms.kind", arm.kind.raw
        if word in line(arm.label).lower():
            return "arms.label", line(arm.label)
    if word == "placebo":
        for one in record.interventions:
            # "placebo-controlled" or "no placebo" in a description is not yet a placebo for anybody here.
            if line(one.description).lower().startswith("placebo"):
                return "interventions.description", line(one.description)
    return None


def _speaks_of(record: TrialRecord, word: str) -> bool:
    titles = (record.brief_title, record.official_title, record.brief_summary, record.detailed_description)
    words = (*titles, *(arm.description for arm in record.arms))
    return any(word in (text or "").lower() for text in words)
