"""What each group of a trial gets: a group and the interventions of its record ─▶ **those of the group**.

The record says it from both sides, and not always the same: the group names its interventions, the
interventions name their groups.
"""

import re
from functools import cache, lru_cache

from trialway.record import Arm, Intervention, TrialRecord
from trialway.registries.known import REGISTRIES
from trialway.registry_text import repair


def interventions_of(record: TrialRecord, arm: Arm) -> tuple[Intervention, ...]:
    """In the record's order. Where one name stands for several, those are meant that name the group."""
    listed = {_key(name) for name in arm.interventions} | {
        _key(bare_name(name)) for name in arm.interventions
    }
    both = {_key(one.name) for one in record.interventions if _names(one, arm)}
    return tuple(
        one
        for one in record.interventions
        if _names(one, arm) or (_key(one.name) in listed and _key(one.name) not in both)
    )


def bare_name(intervention: str | None) -> str:
    """``Drug: Placebo``, as groups name it, as ``Placebo``; on one line and repaired."""
    prefix = _prefix(tuple(REGISTRIES))
    return prefix.sub("", " ".join(repair(intervention or "").split()))


@cache
def _prefix(registries: tuple[str, ...]) -> re.Pattern[str]:
    """The kinds that groups of these registries write before the names of interventions."""
    kinds = (re.escape(kind) for key in registries for kind in REGISTRIES[key].intervention_prefixes)
    return re.compile(rf"^(?:{'|'.join(kinds)})\s*:\s*")


def _names(one: Intervention, arm: Arm) -> bool:
    return arm.label is not None and arm.label in _as_set(one.arms)


# Of a record with thousands of groups each is looked for among all.
@lru_cache(maxsize=64)
def _as_set(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)


@lru_cache(maxsize=1 << 12)
def _key(name: str | None) -> str:
    return " ".join(repair(name or "").split()).casefold()
