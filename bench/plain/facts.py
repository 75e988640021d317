"""Fact coverage of the two seed trials: facts that a patient page tells ─▶ stated by the record, told by us.

Each fact names where a record would state it, and the templates that tell it.
"""

from bench.plain.records import TODAY
from trialway.plain import patient_text
from trialway.record import TrialRecord
from trialway.trial import Trial

SEEDS = ("NCT04740918", "NCT03371017")
FACTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "purpose": (("design.purpose",), ("purpose",)),
    "phase": (("design.phases",), ("phase",)),
    "condition": (("conditions",), ("conditions",)),
    "what is tested": (("interventions",), ("tested",)),
    "groups": (("arms",), ("groups",)),
    "allocation": (("design.allocation",), ("randomised",)),
    "chance": (("chance",), ("chance-equal", "chance-unequal", "chance-ratio")),
    "who knows": (("design.masking",), ("blind-reader", "blind-people", "open-label")),
    "placebo": (("placebo",), ("placebo",)),
    "dose": (("dose",), ("dose",)),
    "route": (("arms",), ("route",)),
    "schedule": (("arms",), ("when",)),
    "until when": (("until",), ("until", "until-own")),
    "follow-up": (("outcomes.primary",), ("main-time", "longest-time")),
    "age": (("eligibility.minimum_age",), ("age-from", "age-range")),
    "sex": (("eligibility.sex",), ("sex",)),
    "main rules": (("eligibility.criteria",), ("rule-inclusion", "rule-exclusion")),
    "status": (("recruitment.status",), ("status",)),
    "places": (("sites",), ("places",)),
    "contact": (("central_contacts",), ("contact",)),
    "results": (("results_status.posted",), ("results-posted",)),
    "number": (("record_id",), ("keep-number",)),
}


def print_facts(found: list[Trial]) -> None:
    for trial in found:
        if trial.main.record_id in SEEDS:
            told = {one.template for one in patient_text(trial, TODAY).every}
            stated = [
                fact
                for fact, (places, _) in FACTS.items()
                if any(_states(trial.main, place) for place in places)
            ]
            ours = [fact for fact in stated if told & set(FACTS[fact][1])]
            missed = sorted(set(stated) - set(ours))
            print(
                f"facts of {trial.main.record_id}: {len(FACTS)} asked, {len(stated)} "
                f"stated, {len(ours)} told; stated and not told: {missed}; "
                f"not stated: {[fact for fact in FACTS if fact not in stated]}"
            )


def _states(record: TrialRecord, place: str) -> bool:
    arms = " ".join(arm.description or "" for arm in record.arms)
    match place:
        case "chance":
            return ":" in arms and "random" in arms.lower()
        case "placebo" | "until":
            return place in arms.lower()
        case "dose":
            return " mg" in arms
    value: object = record
    for name in place.split("."):
        value = getattr(value, name)
        if value is None or value == ():
            return False
    return True
