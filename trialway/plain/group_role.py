"""What a group is in its trial: type, name and words of an arm, weighed together ─▶ **role** ─▶ given_group.

The registry's type alone is often wrong: a control group is entered as experimental, a group on standard
care as placebo. A role is told only where the words on the group, and the types of the others, agree.
"""

from enum import Enum

from trialway.arms import bare_name, interventions_of
from trialway.plain.group_words import GROUP_WORDS
from trialway.plain.phrases import is_dummy, line
from trialway.record import Arm, TrialRecord

_COMPARATORS = ("active_comparator", "placebo_comparator", "sham_comparator")


class GroupRole(Enum):
    """UNCLEAR: the record does not say, or says two things."""

    TESTED = "tested"
    COMPARED = "compared"
    UNTREATED = "untreated"
    UNCLEAR = "unclear"


def role_of(record: TrialRecord, arm: Arm) -> GroupRole:
    code = _type(arm)
    if code == "no_intervention":
        alone = all(_type(each) == code for each in record.arms)
        return GroupRole.UNCLEAR if alone else GroupRole.UNTREATED
    if not _types_hold(record):
        return GroupRole.COMPARED if is_dummy_group(record, arm) else GroupRole.UNCLEAR
    if code == "experimental":
        return GroupRole.TESTED
    return GroupRole.COMPARED if code in _COMPARATORS else GroupRole.UNCLEAR


def is_dummy_group(record: TrialRecord, arm: Arm) -> bool:
    """Whether the group as a whole gets a placebo or a sham, by its name, or by its type and its words."""
    label = line(arm.label)
    if GROUP_WORDS["group.dummy"].search(label):
        return not GROUP_WORDS["group.dummy-beside"].search(label)
    words = " ".join((line(arm.description), *map(bare_name, arm.interventions)))
    typed = _type(arm) in ("placebo_comparator", "sham_comparator")
    return typed and is_dummy(words) and not _lists_all_as_dummies(record, arm)


def is_control_by_name(arm: Arm) -> bool:
    """``Control group``, ``Usual care``; not ``Intensive blood pressure control``."""
    label = line(arm.label)
    return bool(GROUP_WORDS["group.control"].search(label)) and not GROUP_WORDS[
        "group.control-of-illness"
    ].search(label)


def _lists_all_as_dummies(record: TrialRecord, arm: Arm) -> bool:
    """Its interventions say it already, each by its name: nothing is left to be weighed."""
    given = interventions_of(record, arm)
    return bool(given) and all(is_dummy(one.name or "") for one in given)


def _types_hold(record: TrialRecord) -> bool:
    """Whether the types of all groups can be believed: one that is plainly wrong makes doubtful the rest."""
    tested = [arm for arm in record.arms if _type(arm) == "experimental"]
    compared = [arm for arm in record.arms if _type(arm) in _COMPARATORS]
    if not tested:
        return False
    if any(is_control_by_name(arm) or is_dummy_group(record, arm) for arm in tested):
        return False
    return not compared or not _title_names_only(record, compared, tested)


def _title_names_only(record: TrialRecord, compared: list[Arm], tested: list[Arm]) -> bool:
    """Whether the title names what the groups to compare with get, and nothing of what is tested."""
    title = line(f"{record.brief_title or ''} {record.official_title or ''}").casefold()

    def named(arms: list[Arm]) -> set[str]:
        names = (bare_name(one.name).casefold() for arm in arms for one in interventions_of(record, arm))
        return {name for name in names if len(name) > 3 and name in title and not is_dummy(name)}

    return bool(named(compared)) and not named(tested)


def _type(arm: Arm) -> str:
    return (arm.kind.code or "") if arm.kind else ""
