"""What a group is in its trial: type, name and words of an arm, weighed together ─▶ **role** ─▶ given_group.

The registry's type alone is often wrong: a control group is entered as experimental, a group on standard
care as placebo. A role is told only where the words on the group, and the types of the others, agree.
"""

import re
from enum import Enum
from functools import cached_property

from trialway.arms import GroupInterventions, bare_name
from trialway.plain.group_words import GROUP_WORDS
from trialway.plain.phrases import is_dummy, line, places_of
from trialway.plain.prose import prose_of
from trialway.record import Arm, TrialRecord

_CONTROL_ADDED = re.compile(r"\W{0,3}(?:the )?control\b")
_COMPARATORS = ("active_comparator", "placebo_comparator", "sham_comparator")


class GroupRole(Enum):
    """UNCLEAR: the record does not say, or says two things."""

    TESTED = "tested"
    COMPARED = "compared"
    UNTREATED = "untreated"
    UNCLEAR = "unclear"


class GroupRoles:
    """The roles of the groups of one record. What holds for all of them is worked out once."""

    def __init__(self, record: TrialRecord) -> None:
        self._record = record
        self._interventions = GroupInterventions(record)

    def of(self, arm: Arm) -> GroupRole:
        model, code = self._record.design.intervention_model, _type(arm)
        if model is not None and model.code == "crossover":
            # Everybody gets what is tested, and what it is compared with.
            return GroupRole.UNCLEAR
        if code == "no_intervention":
            return GroupRole.UNCLEAR if self._all_untreated else GroupRole.UNTREATED
        if not self._types_hold:
            return GroupRole.COMPARED if self.is_dummy(arm) else GroupRole.UNCLEAR
        if code == "experimental":
            return GroupRole.TESTED
        return GroupRole.COMPARED if code in _COMPARATORS else GroupRole.UNCLEAR

    @cached_property
    def differ(self) -> bool:
        """Whether two groups have different roles: one role for all of them tells nothing."""
        return len({self.of(arm) for arm in self._record.arms}) > 1

    def is_dummy(self, arm: Arm) -> bool:
        """Whether the group as a whole gets a placebo or a sham: by its name, or by type and words."""
        label = line(arm.label)
        if GROUP_WORDS["group.dummy"].search(label):
            return not GROUP_WORDS["group.dummy-beside"].search(label)
        if _type(arm) not in ("placebo_comparator", "sham_comparator"):
            return False
        words = " ".join((line(arm.description), *map(bare_name, arm.interventions)))
        return is_dummy(words) and not self._lists_dummies_alone(arm)

    def is_listed_as_tested(self, arm: Arm) -> bool:
        """Whether the registry lists for it the same as for a group that is entered as experimental."""
        return arm.interventions in self._tested_lists

    @cached_property
    def _tested_lists(self) -> frozenset[tuple[str, ...]]:
        tested = (arm for arm in self._record.arms if _type(arm) == "experimental")
        return frozenset(arm.interventions for arm in tested if arm.interventions)

    def _lists_dummies_alone(self, arm: Arm) -> bool:
        """Its interventions say it already, each by its name: nothing is left to be weighed."""
        given = self._interventions.of(arm)
        return bool(given) and all(is_dummy(one.name or "") for one in given)

    @cached_property
    def _all_untreated(self) -> bool:
        return all(_type(arm) == "no_intervention" for arm in self._record.arms)

    @cached_property
    def _types_hold(self) -> bool:
        """Whether the types of all groups can be believed: one that is plainly wrong spoils the rest."""
        tested = [arm for arm in self._record.arms if _type(arm) == "experimental"]
        compared = [arm for arm in self._record.arms if _type(arm) in _COMPARATORS]
        if not tested or any(is_control_by_name(arm) or self.is_dummy(arm) for arm in tested):
            return False
        if len(tested) > 1 and not compared and self._title_compares:
            return False
        if any(self._is_control_in_prose(arm) for arm in tested):
            return False
        return not compared or not self._title_names_only(compared, tested)

    def _is_control_in_prose(self, arm: Arm) -> bool:
        """Whether the prose names the group and adds that it is the control group."""
        name = line(arm.label).casefold()
        return any(
            _CONTROL_ADDED.match(text, end) for text in self._prose for _, end in places_of(name, text, text)
        )

    @cached_property
    def _prose(self) -> list[str]:
        return [line(text).casefold() for _, text in prose_of(self._record)]

    @cached_property
    def _title_compares(self) -> bool:
        """``X Versus Y``: of two groups that are both called experimental, one is to compare with."""
        titles = (line(title) for title in (self._record.brief_title, self._record.official_title))
        return any(GROUP_WORDS["group.title-compares"].search(title) for title in titles)

    def _title_names_only(self, compared: list[Arm], tested: list[Arm]) -> bool:
        """Whether the title names what the groups to compare with get, and nothing of what is tested."""
        titles = f"{self._record.brief_title or ''} {self._record.official_title or ''}"
        title = line(titles).casefold()

        def named(arms: list[Arm]) -> bool:
            given = {one.name for arm in arms for one in self._interventions.of(arm)}
            names = (bare_name(name).casefold() for name in given)
            return any(len(name) > 3 and name in title and not is_dummy(name) for name in names)

        return named(compared) and not named(tested)


def is_to_compare(arm: Arm) -> bool:
    """Whether a group's name or type says that it is there to compare with."""
    return is_control_by_name(arm) or _type(arm) in _COMPARATORS


def is_control_by_name(arm: Arm) -> bool:
    """``Control group``, ``Usual care``; not ``Intensive blood pressure control``."""
    label = line(arm.label)
    named = bool(GROUP_WORDS["group.control"].search(label))
    return named and not GROUP_WORDS["group.control-of-illness"].search(label)


def _type(arm: Arm) -> str:
    return (arm.kind.code or "") if arm.kind else ""
