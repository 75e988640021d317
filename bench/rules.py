"""python -m bench.rules [--records FILE]... [--floor]: what each rule of language does in records.

For every row of the tables: its hits (how often the reader that asks it found it), the share of records with
a hit, and, of what was read in labelled criteria and labelled groups while it was hit, the share that is
right. ``--floor`` lists only the rules that were never hit.

Rules are counted where they work: their compiled patterns are replaced by ones that count, before any reader
is loaded. Rows that were compiled into one pattern are told apart by trying them again at the place of the
match, in their order.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import trialway.language_rules as language_rules
from trialway.language_rules import LanguageRule

HITS: Counter[str] = Counter()
# The kinds of findings that the rules of an area are for; those of other areas are for whatever is found.
KINDS = {
    "adverse-event": ("CTCAE grade",),
    "age": ("age",),
    "blood-pressure": ("blood pressure",),
    "child-pugh": ("Child-Pugh class",),
    "ctcae": ("CTCAE grade",),
    "biomarker": ("biomarker",),
    "cns": ("CNS metastases",),
    "consent": ("consent",),
    "analyte": ("laboratory value", "BMI", "LVEF", "HbA1c", "kidney function"),
    "contraception": ("contraception",),
    "disease": ("biomarker", "cancer spread"),
    "duration": ("time window",),
    "event": ("time window",),
    "event-words": ("time window",),
    "head-noun": ("time window",),
    "healthy": ("healthy volunteers",),
    "infection": ("infection",),
    "lab": ("laboratory value", "BMI", "LVEF", "HbA1c", "kidney function"),
    "language": ("language",),
    "life": ("life expectancy",),
    "measurable": ("measurable disease",),
    "nyha": ("NYHA class",),
    "other-trial": ("other trial",),
    "performance": ("performance status",),
    "pregnancy": ("pregnancy",),
    "prior": ("prior treatment",),
    "prior-lines": ("prior lines",),
    "sex": ("sex",),
    "spread": ("cancer spread",),
    "value": ("laboratory value", "BMI", "LVEF", "HbA1c", "kidney function"),
    "window": ("time window",),
}


class CountingPattern:
    """A compiled pattern that counts its matches under the ids of its rows."""

    def __init__(self, rows: tuple[LanguageRule, ...], flags: re.RegexFlag) -> None:
        self._whole = re.compile("|".join(row.pattern for row in rows), flags)
        self._rows = [(row.id, re.compile(row.pattern, flags)) for row in rows]
        self.pattern = self._whole.pattern

    def _count(self, match: re.Match[str] | None) -> re.Match[str] | None:
        if match is not None:
            for rule_id, pattern in self._rows:
                if len(self._rows) == 1 or pattern.match(match.string, match.start(), match.endpos):
                    HITS[rule_id] += 1
                    break
        return match

    def search(self, *arguments: Any) -> re.Match[str] | None:
        return self._count(self._whole.search(*arguments))

    def match(self, *arguments: Any) -> re.Match[str] | None:
        return self._count(self._whole.match(*arguments))

    def fullmatch(self, *arguments: Any) -> re.Match[str] | None:
        return self._count(self._whole.fullmatch(*arguments))

    def finditer(self, *arguments: Any) -> Iterator[re.Match[str]]:
        for match in self._whole.finditer(*arguments):
            self._count(match)
            yield match

    def findall(self, text: str, *places: int) -> list[Any]:
        list(self.finditer(text, *places))
        return self._whole.findall(text, *places)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        list(self.finditer(text))
        return self._whole.split(text, maxsplit)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        list(self.finditer(text))
        return self._whole.sub(new, text, count)


language_rules.compile_rows = CountingPattern  # type: ignore[assignment, misc]

# Readers compile their rules while they are loaded: only from here on may they be.
import trialway.criteria  # noqa: E402
import trialway.plain  # noqa: E402
from bench.criteria.measuring import labelled, score  # noqa: E402
from bench.plain.labels import LABELS, judge  # noqa: E402
from bench.plain.records import TODAY, trials  # noqa: E402
from trialway.criteria import read_criteria  # noqa: E402
from trialway.language_rules import tables_of  # noqa: E402
from trialway.plain import patient_text  # noqa: E402
from trialway.plain.dosing.parts import find_parts  # noqa: E402
from trialway.record import TrialRecord  # noqa: E402
from trialway.sample import FILES  # noqa: E402
from trialway.trial import Trial  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.rules", description=__doc__)
    parser.add_argument("--records", nargs="*", type=Path, default=list(FILES))
    parser.add_argument("--floor", action="store_true", help="only the rules that were never hit")
    arguments = parser.parse_args()
    found = list(trials(tuple(arguments.records)))
    hits, records = count_hits(found)
    right, judged = count_right({trial.main.record_id: trial.main for trial in found})
    print(f"{len(found)} records; a rule is judged by labels that were read while it was hit")
    print(f"{'rule':52} {'hits':>7} {'records':>7}  {'judged':>6} {'right':>6}")
    for rule_id in every_id():
        if arguments.floor and (hits[rule_id] or judged[rule_id]):
            continue
        share = f"{right[rule_id] / judged[rule_id]:.1%}" if judged[rule_id] else "–"
        print(
            f"{rule_id:52} {hits[rule_id]:7} {records[rule_id] / len(found):7.1%}"
            f"  {judged[rule_id]:6} {share:>6}"
        )


def every_id() -> list[str]:
    return [
        row.id
        for package in (trialway.criteria, trialway.plain)
        for tables in tables_of(package).values()
        for table in tables
        for row in table
    ]


def count_hits(found: list[Trial]) -> tuple[Counter[str], Counter[str]]:
    """Hits, and records with a hit, of every rule over the criteria and the patient text of trials."""
    hits: Counter[str] = Counter()
    records: Counter[str] = Counter()
    for trial in found:
        HITS.clear()
        # A text that two trials share is read once and kept: it must count for both.
        find_parts.cache_clear()
        read_criteria(trial.main.eligibility)
        patient_text(trial, TODAY)
        hits.update(HITS)
        records.update(HITS.keys())
    return hits, records


def count_right(records: dict[str, TrialRecord]) -> tuple[Counter[str], Counter[str]]:
    """How many labelled things were read while a rule was hit, and how many of them are right.

    A labelled criterion counts for the rules of a kind when something of that kind was found in it, and is
    right when nothing of it was found wrongly; of a labelled group, each schedule that is told counts.
    """
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    # One after the other: what was hit is asked while each is read.
    for rule_id, fine in chain(_criteria_judged(), _schedules_judged(records)):
        judged[rule_id] += 1
        right[rule_id] += fine
    return right, judged


def _criteria_judged() -> Iterator[tuple[str, bool]]:
    for row in labelled():
        HITS.clear()
        total = score([row])
        for rule_id in HITS:
            kinds = KINDS.get(rule_id.partition(".")[0], tuple(total.right | total.wrong))
            if any(total.right[kind] or total.wrong[kind] for kind in kinds):
                yield rule_id, not any(total.wrong[kind] for kind in kinds)


def _schedules_judged(records: dict[str, TrialRecord]) -> Iterator[tuple[str, bool]]:
    rows = [json.loads(line) for file in LABELS for line in file.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        if row["record"] in records:
            HITS.clear()
            find_parts.cache_clear()
            fine = [right for _, right in judge(records[row["record"]], row)]
            yield from [(rule_id, each) for rule_id in HITS for each in fine]


if __name__ == "__main__":
    main()
