"""Every criterion of some trials with its reading, as a table: ``python -m bench.criteria.examples > FILE``.

KATE3 and IMpassion132 from the two seed records, five trials of other fields from the bundled sample.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import zstandard

from bench.criteria.scoring import found_labels
from trialway.criteria import Criteria, Criterion, read_criteria
from trialway.record import TrialRecord
from trialway.registries.ctgov.normalise import normalise

SAMPLE = Path(__file__).parents[2] / "trialway" / "sample"
WANTED = {
    "NCT04740918": "KATE3, breast cancer",
    "NCT03371017": "IMpassion132, breast cancer",
}
# The first of each field in the sample whose text has between 8 and 20 criteria.
FIELDS = ("heart failure", "asthma", "diabetes", "hypertension", "allergy")


def main() -> None:
    print("# Criteria and their reading\n")
    print("Made by `python -m bench.criteria.examples`. What is found is in the language of the labels")
    print("(docs/criteria.md); ∅ marks words that were not read.\n")
    for name, record_id, criteria in chosen():
        print(f"## {record_id}: {name}\n")
        _print_table(criteria)


def chosen() -> Iterator[tuple[str, str, Criteria]]:
    """The trials in the order of the page: name, number, criteria."""
    for record in _records(SAMPLE / "seed_pages.jsonl"):
        yield WANTED[record.record_id], record.record_id, read_criteria(record.eligibility)
    wanted = list(FIELDS)
    for record in _records(SAMPLE / "sample.jsonl.zst"):
        field = next(
            (field for field in wanted if any(field in one.lower() for one in record.conditions)), None
        )
        if field is None:
            continue
        criteria = read_criteria(record.eligibility)
        if 8 <= len(criteria.criteria) <= 20:
            wanted.remove(field)
            yield record.brief_title or field, record.record_id, criteria


def _records(file: Path) -> Iterator[TrialRecord]:
    with file.open("rb") as raw:
        lines = zstandard.ZstdDecompressor().stream_reader(raw) if file.suffix == ".zst" else raw
        yield from (normalise(line) for line in io.BufferedReader(lines))


def _print_table(criteria: Criteria) -> None:
    print("| side | criterion | read | found | sentence, or the words not read |")
    print("| --- | --- | --- | --- | --- |")
    for rule in criteria.stated:
        print(f"| field | {rule.field}: {rule.words} | whole | {_found(rule)} | {rule.sentence} |")
    for criterion in criteria.criteria:
        _print_row(criterion, 0)
    print()


def _found(rule: Any) -> str:
    return ", ".join(f"`{label}`" for label in found_labels(rule.expression))


def _print_row(criterion: Criterion, depth: int) -> None:
    labels = [label for one in criterion.findings for label in found_labels(one.expression)]
    said = criterion.sentence if criterion.reading == "whole" else f"∅ {criterion.residual}"
    scope = f" ({'; '.join(criterion.scope)})" if criterion.scope else ""
    cells = (
        criterion.side[:2] + scope,
        "↳ " * depth + criterion.text,
        criterion.reading,
        ", ".join(f"`{label}`" for label in labels),
        "" if criterion.reading == "not" else said,
    )
    print("| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |")
    for child in criterion.children:
        _print_row(child, depth + 1)


if __name__ == "__main__":
    main()
