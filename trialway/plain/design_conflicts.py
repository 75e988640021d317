"""Where the fields on a trial's design and its titles say two things: TrialRecord ─▶ **both told** ─▶ how.

The registry asks for randomisation, masking and time perspective in fields of their own, and these are often
filled in wrongly. The titles are the best check: they are short, and about this trial alone.
"""

from collections.abc import Iterator
from functools import lru_cache

from trialway.plain.design_words import DESIGN_WORDS
from trialway.plain.phrases import line
from trialway.plain.prose import prose_of
from trialway.plain.statement import Statement, make_statement
from trialway.record import TrialRecord

_FIELDS = {"brief_title": "title", "official_title": "title", "brief_summary": "summary"}


def conflicts(record: TrialRecord) -> Iterator[Statement]:
    """A statement for each; what the field alone says is then not told."""
    if randomisation_conflicts(record):
        yield _both(record, "design.allocation", "that chance decides who gets what, and that it does not")
    if masking_conflicts(record):
        yield _both(record, "design.masking", "that people know who gets what, and that they do not")
    if perspective_conflicts(record):
        yield _both(record, "design.time_perspective", "that it looks back, and that it follows people on")
    if model_conflicts(record):
        yield _both(
            record, "design.intervention_model", "that groups run side by side, and that people change groups"
        )


def randomisation_conflicts(record: TrialRecord) -> bool:
    """A field that says chance decides against words that say no, or one group only against words that say
    yes."""
    allocation, model = _code(record.design.allocation), _code(record.design.intervention_model)
    by_chance = _titled(record, "design.randomised") or _summarised(record, "design.people-randomised")
    not_by_chance = _says(record, "design.not-randomised")
    if allocation == "randomised":
        return not_by_chance and not by_chance
    alone = model == "single_group" or len(record.arms) == 1
    return by_chance and not not_by_chance and (allocation == "non_randomised" or alone)


def masking_conflicts(record: TrialRecord) -> bool:
    masking = _code(record.design.masking)
    blind = _titled(record, "design.blind") or _summarised(record, "design.blind")
    open_label = _titled(record, "design.open-label")
    if masking == "none":
        return blind
    # An open trial may well have its results judged by somebody who does not know.
    people = any(who.code == "participant" for who in record.design.who_masked)
    return bool(masking) and people and open_label


def perspective_conflicts(record: TrialRecord) -> bool:
    said = _code(record.design.time_perspective)
    back, on = _titled(record, "design.retrospective"), _titled(record, "design.prospective")
    return (said == "retrospective" and on) or (said == "prospective" and back)


def model_conflicts(record: TrialRecord) -> bool:
    return _code(record.design.intervention_model) == "parallel" and _titled(record, "design.crossover")


def chance_decides_for_places(record: TrialRecord) -> bool:
    """Whether whole clinics or villages are randomised, by title or summary or the words on the design."""
    design = line(record.design.intervention_model_description)
    return _says(record, "design.clusters") or bool(DESIGN_WORDS["design.clusters"].search(design))


def chance_decides_the_order(record: TrialRecord) -> bool:
    """Whether everybody gets all treatments, and chance decides which comes first."""
    prose = [text for _, text in prose_of(record)]
    order = any(_speaks("design.random-order", text) for text in prose)
    return order and not any(_speaks("design.people-randomised", text) for text in prose)


def chance_decides_for_sides(record: TrialRecord) -> bool:
    """Whether one leg, eye or half of the mouth is set against the other."""
    return any(_speaks("design.sides", text) for _, text in prose_of(record)) or _says(record, "design.sides")


def has_parts(record: TrialRecord) -> bool:
    """Whether titles, summary or words on the groups name two parts or cohorts of the trial."""
    found = (DESIGN_WORDS["design.numbered-part"].findall(each) for each in _words_on_groups(record))
    return len({part.casefold() for each in found for part in each}) > 1


def has_steps(record: TrialRecord) -> bool:
    """Whether groups come one after the other: doses are raised step by step, or there are parts."""
    words = (*_words_on_groups(record), line(record.design.intervention_model_description))
    if any(DESIGN_WORDS["design.steps"].search(each) for each in words):
        return True
    return _groups_by_trait(record) or (len(record.arms) > 2 and _has_branches(record))


def _groups_by_trait(record: TrialRecord) -> bool:
    """``Diabetes`` and ``Non-diabetes``: groups that the illness decides, and nobody else."""
    ills = {line(name).casefold() for name in record.conditions}
    return any(
        DESIGN_WORDS["design.trait"].search(name) or name.casefold() in ills for name in _labels(record)
    )


def _labels(record: TrialRecord) -> Iterator[str]:
    return (line(arm.label) for arm in record.arms)


@lru_cache(maxsize=64)
def _branches_in(text: str) -> bool:
    return bool(DESIGN_WORDS["design.branches"].search(line(text)))


def _has_branches(record: TrialRecord) -> bool:
    return any(_branches_in(text) for _, text in prose_of(record))


def is_first_in_people(record: TrialRecord) -> bool:
    """Whether titles or summary call it the first time in people."""
    return _says(record, "design.first-in-human")


def is_partly_randomised(record: TrialRecord) -> bool:
    """Whether some people come into a group by an illness, a branch or a first part, and not by chance."""
    branches = len(record.arms) > 2 and (_has_branches(record) or _has_an_open_group(record))
    return branches or _groups_by_trait(record) or _says(record, "design.first-part-open")


def _has_an_open_group(record: TrialRecord) -> bool:
    """Whether some of the groups, and not all, are called open-label or not randomised."""
    found = [
        bool(DESIGN_WORDS["design.open-group"].search(f"{line(arm.label)} {line(arm.description)}"))
        for arm in record.arms
    ]
    return any(found) and not all(found)


def is_partly_blinded(record: TrialRecord) -> bool:
    """Whether people of some groups know what they get."""
    return len(record.arms) > 1 and _has_an_open_group(record)


def has_dose_steps(record: TrialRecord) -> bool:
    """Whether people of one group may get different doses."""
    alone = len(record.arms) == 1 and _speaks("design.dose-steps", record.detailed_description or "")
    return alone or any(DESIGN_WORDS["design.dose-steps"].search(each) for each in _words_on_groups(record))


def gives_treatment(record: TrialRecord) -> bool:
    """Whether a study that is entered as one that watches speaks of treatments that it gives."""
    described = _speaks("design.gives-treatment", record.detailed_description or "")
    return described or any(
        DESIGN_WORDS["design.gives-treatment"].search(each) for each in _words_on_groups(record)
    )


def _words_on_groups(record: TrialRecord) -> Iterator[str]:
    yield from map(line, (record.brief_title, record.official_title, record.brief_summary))
    yield from (f"{line(arm.label)} {line(arm.description)}" for arm in record.arms)


def _both(record: TrialRecord, field: str, what: str) -> Statement:
    fields = tuple(name for name in _FIELDS if getattr(record, name))
    return make_statement(
        "design-conflict",
        (field, *fields),
        f"The record says both {what}.",
        rests_on=tuple(line(getattr(record, name)) for name in fields),
    )


def _says(record: TrialRecord, rule: str) -> bool:
    return any(_speaks(rule, getattr(record, name) or "") for name in _FIELDS)


def _summarised(record: TrialRecord, rule: str) -> bool:
    return _speaks(rule, record.brief_summary or "")


def _titled(record: TrialRecord, rule: str) -> bool:
    return any(_speaks(rule, title or "") for title in (record.brief_title, record.official_title))


@lru_cache(maxsize=1 << 9)
def _speaks(rule: str, text: str) -> bool:
    """Kept, for several sections ask the same of a record's titles and summary."""
    return bool(DESIGN_WORDS[rule].search(line(text)))


def _code(value: object) -> str:
    return getattr(value, "code", None) or ""
