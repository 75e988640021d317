"""python -m bench.plain [--files more.jsonl.zst …]: all figures on the patient text in one run."""

import argparse
import statistics
import time
from collections import Counter
from pathlib import Path

from bench.plain.drug_arms import print_understood
from bench.plain.facts import print_facts
from bench.plain.labels import print_precision
from bench.plain.numbers import strange_numbers
from bench.plain.records import TODAY, trials
from trialway.plain import PatientText, Statement, patient_text
from trialway.plain.readability import grade, masked, promises, words_in
from trialway.sample import FILES
from trialway.trial import Trial


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.plain")
    parser.add_argument("--files", nargs="*", type=Path, default=[])
    arguments = parser.parse_args()
    found = list(trials(FILES + tuple(arguments.files)))
    texts = timed(found)
    print_reading(texts)
    print_founded(found, texts)
    print_understood(found)
    print_precision(found)
    print_facts(found)


def timed(found: list[Trial]) -> list[PatientText]:
    texts, times = [], []
    for trial in found:
        start = time.process_time()
        texts.append(patient_text(trial, TODAY))
        times.append((time.process_time() - start) * 1000)
    times.sort()
    print(
        f"trials {len(found)}; time for each: median {statistics.median(times):.1f} "
        f"ms, p95 {times[int(len(times) * 0.95)]:.1f} ms"
    )
    return texts


def print_reading(texts: list[PatientText]) -> None:
    every = [statement for text in texts for statement in text.every]
    made = [one for one in every if not one.general]
    for name, some in (
        ("from the record", made),
        ("general", [one for one in every if one.general]),
        ("with a quotation", [one for one in made if any(piece.quoted for piece in one.pieces)]),
    ):
        print_grades(name, some)
    print_unmasked([one for one in made if not any(piece.quoted for piece in one.pieces)])
    longest = max(made, key=lambda one: words_in(masked(one)))
    print(f"longest sentence, names masked: {words_in(masked(longest))} words: {masked(longest)}")
    raw = [one for one in made if not any(piece.quoted for piece in one.pieces)]
    over = [one for one in raw if words_in(one.text) > 20]
    print(f"over 20 words with every word of a name counted, quotations left out: {len(over)} of {len(raw)}")
    hard = Counter(one.template for one in made if grade(masked(one)) > 8)
    print("templates above grade 8:", dict(hard.most_common(12)))


def print_unmasked(some: list[Statement]) -> None:
    grades = sorted(grade(one.text) for one in some)
    print(
        f"the same with names counted, quotations left out: median "
        f"{statistics.median(grades):.1f}, p95 {grades[int(len(grades) * 0.95)]:.1f}, "
        f"at most 8: {sum(value <= 8 for value in grades) / len(grades):.1%}"
    )


def print_grades(name: str, some: list[Statement]) -> None:
    grades = sorted(grade(masked(one)) for one in some)
    easy = sum(value <= 8 for value in grades) / len(grades)
    print(
        f"grade, {name}: {len(grades)} statements, median {statistics.median(grades):.1f}, "
        f"p95 {grades[int(len(grades) * 0.95)]:.1f}, at most 8: {easy:.1%}"
    )


def print_founded(found: list[Trial], texts: list[PatientText]) -> None:
    pairs = [
        (trial, one)
        for trial, text in zip(found, texts, strict=True)
        for one in (*text.every, text.title, text.summary)
    ]
    unfounded = [one for _, one in pairs if not one.general and not one.fields]
    strange = [
        (trial, one, numbers)
        for trial, one in pairs
        if not one.general and (numbers := strange_numbers(one, trial.main, TODAY))
    ]
    promising = [one for _, one in pairs if promises(one)]
    print(
        f"statements {len(pairs)}; without source {len(unfounded)}; "
        f"with a number not founded {len(strange)}; with a promise "
        f"{len(promising)}"
    )
    for trial, one, numbers in strange[:15]:
        print("   ", trial.slug, numbers, one.template, one.text)
    for one in promising[:5]:
        print("   ", one.text, promises(one))


if __name__ == "__main__":
    main()
