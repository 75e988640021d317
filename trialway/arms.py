"""What each group of a trial gets: a group and the interventions of its record ─▶ **those of the group**.

The record says it from both sides, and not always the same: the group names its interventions, the
interventions name their groups.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache

from trialway.record import Arm, Intervention, TrialRecord
from trialway.registries.known import REGISTRIES
from trialway.registry_text import repair
from trialway.registry_text.comparable import comparable


class GroupInterventions:
    """The interventions of one record by name and by group, so that no group is compared with all of them.

    A record may have thousands of both.
    """

    def __init__(self, record: TrialRecord) -> None:
        self._every = record.interventions
        self._keys = [_key(one.name) for one in record.interventions]
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_label: dict[str, list[int]] = defaultdict(list)
        for position, one in enumerate(record.interventions):
            self._by_key[self._keys[position]].append(position)
            for label in dict.fromkeys(one.arms):
                self._by_label[label].append(position)

    def of(self, arm: Arm) -> tuple[Intervention, ...]:
        """In the record's order. Where one name stands for several, those are meant that name the group."""
        naming = self._by_label.get(arm.label, []) if arm.label is not None else []
        both = {self._keys[position] for position in naming}
        listed = {_key(each) for name in arm.interventions for each in (name, bare_name(name))}
        positions = set(naming).union(*(self._by_key.get(key, ()) for key in listed - both))
        return tuple(self._every[position] for position in sorted(positions))


def bare_name(intervention: str | None) -> str:
    """``Drug: Placebo``, as groups name it, as ``Placebo``; on one line and repaired."""
    prefix = _prefix(tuple(REGISTRIES))
    return prefix.sub("", " ".join(repair(intervention or "").split()))


@cache
def _prefix(registries: tuple[str, ...]) -> re.Pattern[str]:
    """The kinds that groups of these registries write before the names of interventions."""
    kinds = (re.escape(kind) for key in registries for kind in REGISTRIES[key].intervention_prefixes)
    return re.compile(rf"^(?:{'|'.join(kinds)})\s*:\s*")


@lru_cache(maxsize=1 << 12)
def _key(name: str | None) -> str:
    return comparable(repair(name or ""))
