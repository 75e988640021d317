"""What each group of a trial gets: a group and the interventions of its record ─▶ **those of the group**.

The record says it from both sides, and not always the same: the group names its interventions, the
interventions name their groups.
"""

import re

from trialway.record import Arm, Intervention, TrialRecord
from trialway.registry_text import repair

_KIND = re.compile(
    r"^(?:Drug|Biological|Device|Procedure|Radiation|Behavioral|Genetic|Dietary Supplement"
    r"|Combination Product|Diagnostic Test|Other)\s*:\s*"
)


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
    return _KIND.sub("", " ".join(repair(intervention or "").split()))


def _names(one: Intervention, arm: Arm) -> bool:
    return arm.label is not None and arm.label in one.arms


def _key(name: str | None) -> str:
    return " ".join(repair(name or "").split()).casefold()
