"""The groups of a trial, and what decides who is in which: TrialRecord ─▶ **statements** ─▶ ``how``."""

import re
from collections.abc import Iterator

from trialway.plain.allocation_ratio import Ratio, agreed_ratio, stated_ratios
from trialway.plain.design_conflicts import (
    chance_decides_for_places,
    chance_decides_for_sides,
    chance_decides_the_order,
    has_dose_steps,
    has_parts,
    has_steps,
    is_partly_randomised,
    model_conflicts,
    randomisation_conflicts,
)
from trialway.plain.phrases import counted
from trialway.plain.prose import sentences_on
from trialway.plain.statement import Statement, general, make_statement, quote
from trialway.plain.tense import Voice
from trialway.record import TrialRecord

_LONGEST_QUOTE = 300
_CHANCE = ("chance.share", "chance.size")
_MODELS = {
    "parallel": "The groups run side by side.",
    "crossover": "People get more than one of the treatments, one after the other.",
    "sequential": "The groups start one after the other, as the trial moves on.",
}


def write_groups(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    design, count = record.design, len(record.arms)
    if count:
        names = counted(count, "group") if count > 1 else "one group"
        yield make_statement("groups", ("arms.label",), f"The record names {names}.", derivation="count")
    model = design.intervention_model
    chance_conflicts = randomisation_conflicts(record)
    if model and model.code in _MODELS and count != 1 and not model_conflicts(record):
        yield make_statement(
            "model", ("design.intervention_model",), _past(_MODELS[model.code], voice), rests_on=(model.raw,)
        )
    if not chance_conflicts:
        yield from _allocation(record, voice)
    if count == 1 and has_parts(record) and not has_dose_steps(record):
        yield make_statement(
            "parts-of-one",
            ("brief_title", "brief_summary", "arms.description"),
            "Its own words speak of parts.",
        )
    if count == 1 and has_dose_steps(record):
        yield make_statement(
            "dose-steps",
            ("arms.label", "arms.description", "brief_title", "brief_summary"),
            f"People in it may {'have got' if voice.tense == 'past' else 'get'} different doses.",
        )
    by_chance = record.design.allocation is not None and record.design.allocation.code == "randomised"
    if count > 1 and has_steps(record) and not by_chance:
        yield make_statement(
            "parts",
            ("arms.label", "brief_title", "brief_summary"),
            "Where the trial has parts or steps, this may not hold for all of them.",
        )


def _past(words: str, voice: Voice) -> str:
    if voice.tense == "unheld":
        return re.sub(r" (run|get|start) ", r" were going to \1 ", words, count=1)
    if voice.tense != "past":
        return words
    for base, past in (
        (" run ", " ran "),
        (" get ", " got "),
        (" start ", " started "),
        (" moves ", " moved "),
    ):
        words = words.replace(base, past)
    return words


def _allocation(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    allocation, place = record.design.allocation, ("design.allocation",)
    if allocation is None:
        return
    model = record.design.intervention_model
    if len(record.arms) == 1 or (model is not None and model.code == "single_group"):
        if allocation.code == "randomised" and record.arms:
            words = "But a field of the record says that chance decides who is in which group."
            yield make_statement("randomised-alone", place, words, rests_on=(allocation.raw,))
        return
    past = voice.tense in ("past", "unheld")
    did, decide = ("was", "going to decide") if voice.tense == "unheld" else ("did", "decide")
    if allocation.code == "non_randomised":
        words = (
            f"Chance {did} not {decide} who was in which group."
            if past
            else "Chance does not decide who is in which group."
        )
        yield make_statement("not-randomised", place, words, rests_on=(allocation.raw,))
    elif allocation.code == "randomised":
        who = (
            "which group you join"
            if voice.reader and not chance_decides_for_places(record)
            else "who was in which group"
            if past
            else "who is in which group"
        )
        decides = "was going to decide" if voice.tense == "unheld" else "decided" if past else "decides"
        model = record.design.intervention_model
        if (model and model.code == "crossover") or chance_decides_the_order(record):
            who = "what comes first for each person" if not past else "what came first for each person"
        part = ", at least in a part of the trial" if is_partly_randomised(record) else ""
        if chance_decides_for_sides(record):
            who = f"what {'was' if past else 'is'} done to which part of the body"
        yield make_statement(
            "randomised", place, f"Chance {decides} {who}{part}.", rests_on=(allocation.raw,)
        )
        if chance_decides_for_places(record):
            yield make_statement(
                "clusters",
                ("brief_title", "official_title", "brief_summary", "design.intervention_model_description"),
                f"It {decides} for whole sets of people, such as a clinic or a village.",
            )
        yield general(
            "why-chance",
            "Letting chance decide is called randomisation. It makes the groups as alike as can be.",
        )
        # In a crossover trial a ratio is about the order of treatments.
        if not (model and model.code == "crossover"):
            yield from _chance(record, voice)


def _chance(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    ratios = stated_ratios(record)
    shares = sentences_on(record, *_CHANCE, unless=("chance.not-of-people",))
    others = {one.text for one in sentences_on(record, "chance.other-study")}
    brief = [one for one in shares if len(one.text) <= _LONGEST_QUOTE and one.text not in others]
    agreed = agreed_ratio(record, ratios)
    be = "was" if voice.tense in ("past", "unheld") else "is"
    if agreed is not None:
        yield from _ratio_statements(agreed, be)
    elif ratios:
        fields = tuple(dict.fromkeys(field for ratio in ratios for field in ratio.fields))
        yield make_statement(
            "chance-unclear",
            fields,
            "The record does not say clearly what the chance of each group is.",
            rests_on=tuple(ratio.words for ratio in ratios[:3]),
        )
    elif brief:
        yield make_statement(
            "chance-quoted",
            (brief[0].field,),
            "On the chance of each group, the record says: ",
            quote(brief[0].text.rstrip(".")),
            ".",
            rests_on=(brief[0].text,),
        )
    elif not shares:
        # That nobody says it is not claimed: a share can be written in more ways than a search finds.
        yield general("no-field-for-chance", "The registry has no field for the chance of each group.")


def _ratio_statements(ratio: Ratio, be: str) -> Iterator[Statement]:
    whole = sum(ratio.parts)
    rests, how = (ratio.words,), "a stated ratio as a chance"
    if len(set(ratio.parts)) == 1:
        words = f"The chance of each group {be} 1 in {len(ratio.parts)}."
        yield make_statement("chance-equal", ratio.fields, words, rests_on=rests, derivation=how)
    elif len(ratio.parts) == 2:
        first, second = ratio.parts
        words = f"The chance {be} {first} in {whole} for one group, and {second} in {whole} for the other."
        yield make_statement("chance-unequal", ratio.fields, words, rests_on=rests, derivation=how)
    else:
        stated = ":".join(str(part) for part in ratio.parts)
        yield make_statement(
            "chance-ratio",
            ratio.fields,
            f"The groups {'were' if be == 'was' else 'are'} filled in the ratio {stated}.",
            rests_on=rests,
        )
