"""How many groups that get a drug have a schedule that is understood: of all, and of those that state one."""

import re

from trialway.arms import GroupInterventions
from trialway.plain.drugs import is_drug
from trialway.plain.regimen import RegimenReader
from trialway.record import Arm, TrialRecord
from trialway.trial import Trial

# A rough and separate net, wider than the reader's: words that speak of when something is given.
_CUE = re.compile(
    r"\b(?:daily|weekly|monthly|nightly|every|each (?:day|week|"
    r"month)|(?:per|a|/) ?(?:day|week|month)|once|twice|thrice|"
    r"[qbt]\.?i?\.?d|q\d+ ?[a-z]|"
    r"days? \d|weeks? \d|cycles?|bid|tid|qd|single (?:dose|injection|infusion))\b",
    re.IGNORECASE,
)


def drug_arms(trials: list[Trial]) -> list[tuple[TrialRecord, Arm]]:
    """Groups with a drug, a biological product or a placebo."""
    return [
        (trial.main, arm)
        for trial in trials
        for arm in trial.main.arms
        if any(is_drug(one) for one in GroupInterventions(trial.main).of(arm))
    ]


def words_of(record: TrialRecord, arm: Arm) -> str:
    """All that the record says of what the group gets."""
    return "\n".join(
        text
        for text in (
            arm.description or "",
            *(one.description or "" for one in GroupInterventions(record).of(arm)),
        )
        if text
    )


def understood(record: TrialRecord, arm: Arm) -> bool:
    return any(one.schedules for one in RegimenReader(record).of(arm))


def print_understood(trials: list[Trial]) -> None:
    arms = drug_arms(trials)
    stating = [(record, arm) for record, arm in arms if _CUE.search(words_of(record, arm))]
    read = sum(understood(record, arm) for record, arm in arms)
    read_stating = sum(understood(record, arm) for record, arm in stating)
    print(
        f"drug arms {len(arms)}: schedule understood in {read} ({read / len(arms):.1%}); "
        f"of {len(stating)} whose words speak of time, {read_stating} "
        f"({read_stating / len(stating):.1%})"
    )
