"""Study groups with what each is given inside, and the interventions with all their names."""

from msgspec import Struct

from trialway.arms import GroupInterventions, bare_name
from trialway.presenters.expert.about import mesh_words
from trialway.presenters.expert.other_names import split_names
from trialway.presenters.registry_text import (
    Prose,
    RegistryText,
    coded,
    prose,
    said,
)
from trialway.presenters.source_reader import Section, SourceReader
from trialway.record import Arm, Intervention, TrialRecord
from trialway.trial import Trial
from trialway.vocabulary.arm_type import ARM_TYPE
from trialway.vocabulary.intervention_type import INTERVENTION_TYPE


class InterventionWords(Struct, frozen=True):
    name: RegistryText
    kind: RegistryText | None
    description: Prose | None
    other_names: tuple[RegistryText, ...] = ()
    groups: tuple[RegistryText, ...] = ()


class GroupWords(Struct, frozen=True):
    """``unmatched`` are what the group lists and no intervention of the record answers to."""

    label: RegistryText
    kind: RegistryText | None
    description: Prose | None
    interventions: tuple[InterventionWords, ...]
    unmatched: tuple[RegistryText, ...]


class GroupsSection(Section, frozen=True, kw_only=True):
    groups: tuple[GroupWords, ...]


class InterventionsSection(Section, frozen=True, kw_only=True):
    interventions: tuple[InterventionWords, ...]
    terms: tuple[RegistryText, ...]
    broader: tuple[RegistryText, ...]


def groups(trial: Trial) -> GroupsSection | None:
    reading = SourceReader(trial)
    arms = reading.chosen(lambda record: record.arms)
    if arms is None:
        return None
    record = arms.source.record
    # Groups share their interventions, and each intervention names all its groups: its words are made once.
    words = {id(each): _intervention(each, record) for each in record.interventions}
    given = GroupInterventions(record)
    return GroupsSection(
        id="groups",
        title="Study groups",
        help="Each group of participants, and what it is given or does.",
        template="expert/groups.jinja",
        groups=tuple(
            _group(arm, position, record, given.of(arm), words) for position, arm in enumerate(arms.value, 1)
        ),
        sources=reading.sources,
    )


def _group(
    arm: Arm,
    position: int,
    record: TrialRecord,
    given: tuple[Intervention, ...],
    words_of: dict[int, InterventionWords],
) -> GroupWords:
    answered = {bare_name(each.name) for each in given}
    return GroupWords(
        label=said(arm.label, record) or RegistryText(f"Group {position}, not named"),
        kind=coded(ARM_TYPE, arm.kind, record) if arm.kind else None,
        description=prose(arm.description, record),
        interventions=tuple(words_of[id(each)] for each in given),
        unmatched=tuple(
            words
            for text in arm.interventions
            if bare_name(text) not in answered and (words := said(bare_name(text), record))
        ),
    )


def _intervention(each: Intervention, record: TrialRecord) -> InterventionWords:
    return InterventionWords(
        name=said(each.name, record) or RegistryText("Intervention, not named"),
        kind=coded(INTERVENTION_TYPE, each.kind, record) if each.kind else None,
        description=prose(each.description, record),
        other_names=_all_said(split_names(each.other_names), record),
        groups=_all_said(each.arms, record),
    )


def _all_said(texts: tuple[str, ...], record: TrialRecord) -> tuple[RegistryText, ...]:
    return tuple(words for text in texts if (words := said(text, record)))


def interventions(trial: Trial) -> InterventionsSection | None:
    reading = SourceReader(trial)
    found = reading.chosen(lambda record: record.interventions)
    terms = reading.chosen(lambda record: record.intervention_terms.terms)
    broader = reading.chosen(lambda record: record.intervention_terms.ancestors)
    if found is None and terms is None:
        return None
    return InterventionsSection(
        id="interventions",
        title="Interventions",
        help="The drugs, devices, procedures or programmes that are studied, each with its other names.",
        template="expert/interventions.jinja",
        interventions=tuple(_intervention(each, found.source.record) for each in found.value)
        if found
        else (),
        terms=mesh_words(terms.value, terms.source.record) if terms else (),
        broader=mesh_words(broader.value, broader.source.record) if broader else (),
        sources=reading.sources,
    )
