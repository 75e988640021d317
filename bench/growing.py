"""How the pages of one trial grow with its record: records of 1, 2, 4 … times as much ─▶ seconds and ratios.

python -m bench.growing
python -m bench.growing --kinds interventions,criteria --sizes 250,500,1000

Each kind of record has much of one thing: interventions, groups, outcomes, sites or lines of criteria; of
"pairs" it has as many groups as interventions, and each group gets two of them. What is measured is the
processor time of what a page says, without its template, in a process of its own: nothing is kept from
another page or size but what a small record leaves behind, for what a process reads only once. Work that
grows as its input doubles with it, so a ratio far above 2 tells what grows faster.
"""

import argparse
import datetime as dt
import json
import multiprocessing
import os
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from bench import machine
from trialway.registries.ctgov.normalise import normalise
from trialway.trial import Source, Trial

SEEN = dt.datetime(2026, 6, 18, tzinfo=dt.UTC)
KINDS = ("interventions", "arms", "pairs", "outcomes", "sites", "criteria")
SIZES = (375, 750, 1500, 3000)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kinds", default=",".join(KINDS), help="with commas between")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="with commas between")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    pages = pages_of_a_trial()
    print(machine.describe())
    rows = []
    for kind in options.kinds.split(","):
        for name, make in pages.items():
            make(a_trial(kind, 3))
            taken = [_seconds_alone(make, kind, size) for size in sizes]
            ratios = [later / max(before, 1e-4) for before, later in pairwise(taken)]
            rows.append(
                (kind, name, *(f"{each:.2f}" for each in taken), *(f"×{each:.1f}" for each in ratios))
            )
    steps = [f"{after / before:g} times" for before, after in pairwise(sizes)]
    print(machine.table(("much of", "page", *(f"s at {size:,}" for size in sizes), *steps), rows))


def pages_of_a_trial() -> dict[str, Callable[[Trial], object]]:
    """What makes each page of a trial, by name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trialway.settings")
    import django

    django.setup()
    from trialway.criteria import read_criteria
    from trialway.fit.rules import rules_of
    from trialway.presenters.expert.page import expert_page
    from trialway.presenters.patient.page import patient_page
    from trialway.presenters.professional import professional_page
    from trialway.presenters.sheet import sheet
    from trialway.search.related.related_trials import Related

    today = SEEN.date()
    return {
        "patient": lambda trial: patient_page(trial, today, Related(), None),
        "professional": lambda trial: professional_page(trial, Related(), None),
        "expert": lambda trial: expert_page(trial, Related(), None),
        "sheet": lambda trial: sheet(trial, today),
        "check": lambda trial: rules_of(read_criteria(trial.main.eligibility)),
    }


def a_trial(kind: str, size: int) -> Trial:
    """A trial with ``size`` of one thing and two or three of all others."""
    count = {each: size if each == kind else 3 for each in KINDS}
    if kind == "pairs":
        count |= {"interventions": size, "arms": size}
    names = [
        f"Substance{number} compound {'abcdefgh'[number % 8]}" for number in range(count["interventions"])
    ]
    labels = [f"Group {number}" for number in range(count["arms"])]
    arms = _pairs(names, labels) if kind == "pairs" else _arms(names, labels)
    study = {"protocolSection": _about() | arms | _rest(count)}
    record = normalise(json.dumps(study).encode())
    return Trial(1, record.record_id, 1, (Source(record, SEEN, SEEN),))


def _about() -> dict[str, Any]:
    return {
        "identificationModule": {"nctId": "NCT00000001", "briefTitle": "A study that grows"},
        "conditionsModule": {"conditions": ["Gout"]},
        "designModule": {"studyType": "INTERVENTIONAL", "enrollmentInfo": {"count": 50}},
        "statusModule": {"overallStatus": "RECRUITING"},
    }


def _arms(names: list[str], labels: list[str]) -> dict[str, Any]:
    groups = [
        {
            "label": label,
            "type": "EXPERIMENTAL",
            "description": f"{label} gets {names[0]} 10 mg once daily for {number % 9 + 1} weeks.",
            "interventionNames": [f"Drug: {name}" for name in names],
        }
        for number, label in enumerate(labels)
    ]
    drugs = [
        {
            "type": "DRUG",
            "name": name,
            "description": f"{name} {number % 90 + 1} mg twice daily, then weekly.",
            "armGroupLabels": labels,
        }
        for number, name in enumerate(names)
    ]
    return {"armsInterventionsModule": {"armGroups": groups, "interventions": drugs}}


def _pairs(names: list[str], labels: list[str]) -> dict[str, Any]:
    """Each group gets its own intervention and the next one's."""
    following = dict(zip(labels, [*names[1:], names[0]], strict=True))
    groups = [
        {
            "label": label,
            "type": "EXPERIMENTAL",
            "description": f"{name} 10 mg once daily, {following[label]} 5 mg twice daily.",
            "interventionNames": [f"Drug: {name}", f"Drug: {following[label]}"],
        }
        for label, name in zip(labels, names, strict=True)
    ]
    drugs = [
        {
            "type": "DRUG",
            "name": name,
            "description": f"{name} {number % 90 + 1} mg.",
            "armGroupLabels": [labels[number - 1], labels[number]],
        }
        for number, name in enumerate(names)
    ]
    return {"armsInterventionsModule": {"armGroups": groups, "interventions": drugs}}


def _rest(count: dict[str, int]) -> dict[str, Any]:
    lines = [
        f"* Age {18 + number % 60} years or older, hemoglobin > {number % 12} g/dL, no prior drug {number}"
        for number in range(count["criteria"])
    ]
    outcomes = [
        {"measure": f"Pain score {number}", "timeFrame": f"{number} weeks", "description": "Change of pain."}
        for number in range(count["outcomes"])
    ]
    sites = [
        {"facility": f"House {number}", "city": "Lyon", "country": "France", "status": "RECRUITING"}
        for number in range(count["sites"])
    ]
    return {
        "outcomesModule": {"primaryOutcomes": outcomes},
        "contactsLocationsModule": {"locations": sites},
        "eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\n\n" + "\n".join(lines)},
    }


def _seconds_alone(make: Callable[[Trial], object], kind: str, size: int) -> float:
    """In a child of this process, which ends with what it keeps."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=lambda: sender.send(_seconds(make, a_trial(kind, size))))
    child.start()
    seconds: float = receiver.recv()
    child.join()
    return seconds


def _seconds(make: Callable[[Trial], object], trial: Trial) -> float:
    began = time.thread_time()
    make(trial)
    return time.thread_time() - began


if __name__ == "__main__":
    main()
