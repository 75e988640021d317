"""Records ─▶ the **strings** that are measured, each with the fold it belongs to.

Records whose number's sha1 begins with c–f are the measuring fold: it fed neither list nor tables, and only
its numbers are printed.
"""

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import zstandard

from tools.concept_sources.records import conditions, for_measuring, interventions, number

DRUG_TYPES = {"DRUG", "BIOLOGICAL"}
FOLDS = ("own", "measuring")


class Strings(NamedTuple):
    """Strings of one fold with how many trials write each; ``trials`` are the short texts of each trial."""

    conditions: Counter[str]
    drugs: Counter[str]
    treatments: Counter[str]
    keywords: Counter[str]
    trials: list[list[str]]


def strings_of(files: list[Path]) -> dict[str, Strings]:
    """Fold → its strings."""
    found = {fold: Strings(Counter(), Counter(), Counter(), Counter(), []) for fold in FOLDS}
    for file in files:
        with zstandard.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                _take(record, found[FOLDS[for_measuring(number(record))]])
    return found


def _take(record: dict, strings: Strings) -> None:
    protocol = record["protocolSection"]
    module = protocol.get("conditionsModule", {})
    treatments = interventions(record)
    strings.conditions.update(set(conditions(record)))
    strings.keywords.update(set(module.get("keywords", [])))
    strings.treatments.update({each["name"] for each in treatments})
    strings.drugs.update({each["name"] for each in treatments if each.get("type") in DRUG_TYPES})
    titles = [protocol["identificationModule"].get(name, "") for name in ("briefTitle", "officialTitle")]
    names = [*conditions(record), *(each["name"] for each in treatments), *module.get("keywords", [])]
    strings.trials.append([text for text in (*titles, *names) if text])


def of_other_registries(file: Path) -> Counter[str]:
    """Conditions as the WHO's export holds them, cut at semicolons and at the codes of MedDRA."""
    found: Counter[str] = Counter()
    with zstandard.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            said = json.loads(line).get("Condition") or ""
            parts = said.split("<br>MedDRA")[0].replace("<br>", ";").split(";")
            found.update({part.strip() for part in parts if part.strip()})
    return found
