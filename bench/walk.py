"""A walk through the check as one person, question by question, over what a search finds.

trialway load records.jsonl.zst --data /tmp/bench
python -m bench.walk --data /tmp/bench --search "breast cancer"

The person: a woman of 62 with HER2-positive breast cancer that has spread, ECOG 1, two earlier lines. What
she was not asked to know beforehand she does not know.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from bench import machine
from trialway.commands.common import open_store
from trialway.fit.next_question import next_question
from trialway.fit.outcomes import fit_outcomes
from trialway.fit.parse_answers import combine_answers, parse_answer
from trialway.fit.trial_set import TrialSet, build_trial_set, count_left
from trialway.search.engine.reader import open_index
from trialway.search.interpretation.interpret_request import interpret_request
from trialway.search.language.expansion import expand_query

MOST = 1000
KNOWN = {
    "age": "62",
    "sex": "female",
    "healthy_volunteer": "no",
    "children": "none",
    "ecog": "1",
    "her2": "positive",
    "triple_negative": "no",
    "spread": "yes",
    "prior_lines": "2",
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--search", default="breast cancer")
    options = parser.parse_args()
    folder = open_store(options.data)
    from trialway.pipeline.criteria import readings

    engine = open_index(folder.index)
    query = interpret_request(engine, urlencode({"q": options.search})).query
    found = engine.match(expand_query(engine.words, query).query, limit=MOST)
    read = readings([hit.number for hit in found.hits])
    trials = build_trial_set(read.rules)
    names = {hit.number: hit.card.record_id for hit in found.hits}
    print(f"{len(trials)} trials, {sum(len(each.rules) for each in trials.rules)} rules\n")
    said: list[str] = []
    print(machine.table(("question", "answer", "trials left"), list(steps(trials, said))))
    print("\nset aside: " + ", ".join(names[read.numbers[place]] for place in _aside(trials, said)))


def steps(trials: TrialSet, said: list[str]) -> Iterator[tuple[object, ...]]:
    """Question, answer and trials left, while a question is worth asking unasked; ``said`` grows."""
    told: dict[str, str] = {}
    while True:
        found = next_question(trials, combine_answers(map(parse_answer, said)), told)
        if found is None or not found.worth_asking:
            return
        name = found.question.name
        told[name] = KNOWN.get(name, "?")
        said.append(f"{name}={told[name]}")
        yield name, told[name], count_left(trials, combine_answers(map(parse_answer, said)))


def _aside(trials: TrialSet, said: list[str]) -> list[int]:
    judged = fit_outcomes(trials, combine_answers(map(parse_answer, said)))
    return [place for place, outcome in enumerate(judged) if outcome.fails]


if __name__ == "__main__":
    main()
