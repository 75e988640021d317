"""The check over the first thousand trials of a loaded data folder: judging, the next question, reading,
storage.

trialway load records.jsonl.zst --data /tmp/bench
python -m bench.fit --data /tmp/bench
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench import machine
from trialway.commands.common import open_store
from trialway.criteria import read_criteria
from trialway.criteria.evaluate import evaluate
from trialway.fit.next_question import next_question
from trialway.fit.outcomes import fit_outcomes
from trialway.fit.parse_answers import combine_answers, parse_answer
from trialway.fit.trial_set import TrialSet, build_trial_set
from trialway.trial import Trial

MOST = 1000
SAID = (
    "age=62",
    "sex=female",
    "healthy_volunteer=no",
    "ecog=1",
    "her2=positive",
    "prior_lines=2",
    "children=none",
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    open_store(options.data)
    from trialway.archive.trials import change_of_every_trial

    numbers = sorted(change_of_every_trial())[:MOST]
    print(machine.describe())
    cold = _cold(numbers)
    trials = _in_view(numbers)
    rules = sum(len(each.rules) for each in trials.rules)
    print(f"{len(trials):,} trials, {rules:,} rules, {len(trials.expressions):,} different\n")
    print(machine.table(("what", "times", "median ms", "most ms"), _rows(numbers, trials, options.rounds)))
    print(f"\nread anew: {cold / len(numbers) * 1000:.1f} ms a trial")
    print(f"kept: {_bytes_kept() / len(numbers):,.0f} bytes a trial; {machine.load()}")


def _bytes_kept() -> int:
    from django.db.models import Sum
    from django.db.models.functions import Length

    from trialway.archive.models import CriteriaReading

    return CriteriaReading.objects.aggregate(size=Sum(Length("rules")))["size"] or 0


def _rows(numbers: Sequence[int], trials: TrialSet, rounds: int) -> list[tuple[object, ...]]:
    said = [parse_answer(text) for text in SAID]
    answers = combine_answers(said)
    asked = {each.question.name: each.value for each in said}
    full = [read_criteria(trial.main.eligibility) for trial in _trials(numbers)]

    def from_the_table() -> TrialSet:
        _forget()
        return _in_view(numbers)

    return [
        _row("judge 1,000 trials", lambda: fit_outcomes(trials, answers), rounds),
        _row("the same, rules taken from memory", lambda: fit_outcomes(_in_view(numbers), answers), rounds),
        _row("the same, rules taken from the table", lambda: fit_outcomes(from_the_table(), answers), rounds),
        _row("the slow way: criteria.evaluate", lambda: [evaluate(each, answers) for each in full], 3),
        _row("first question", lambda: next_question(trials, {}), rounds),
        _row("question after seven", lambda: next_question(trials, answers, asked), rounds),
        _row("question about test results", lambda: next_question(trials, answers, asked, "results"), rounds),
    ]


def _cold(numbers: Sequence[int]) -> float:
    """Seconds to read all anew and keep it."""
    from trialway.archive.models import CriteriaReading
    from trialway.pipeline.criteria import readings

    CriteriaReading.objects.all().delete()
    _forget()
    began = time.perf_counter()
    readings(numbers)
    return time.perf_counter() - began


def _forget() -> None:
    from trialway.pipeline import rules_cache

    rules_cache._in_memory.clear()


def _in_view(numbers: Sequence[int]) -> TrialSet:
    from trialway.pipeline.criteria import readings

    return build_trial_set(readings(numbers).rules)


def _trials(numbers: Sequence[int]) -> Iterator[Trial]:
    from trialway.archive.trials import trials_numbered

    return trials_numbered(numbers)


def _row(what: str, work: Callable[[], object], rounds: int) -> tuple[object, ...]:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    return what, rounds, statistics.median(times), max(times)


if __name__ == "__main__":
    main()
