"""What was read of single criteria, for readers to judge: ``python -m bench.criteria.sheet --files FILE...
--seed N --count 150 --purpose "criteria" --to FOLDER [--fold own] [--also-drawn]``.

Draws criteria of records that are for measuring (``--fold own`` for looking at while working), at most three
of one record, and writes ``sheet.txt``: each criterion in its text, its side, for whom it is read to hold,
and
each thing read in it, in plain words. Numbers of measuring records go to ``bench/draws.tsv``; what stands
there is not drawn again unless ``--also-drawn`` says so.
"""

import argparse
import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from bench.criteria.texts import eligibility_texts
from bench.draw_records import DRAWS, is_for_measuring, spent
from trialway.criteria import Criterion, Finding, read_criteria
from trialway.criteria.expressions import (
    All,
    Among,
    AnyOf,
    AtLeast,
    Atom,
    Compare,
    Exists,
    Expr,
    Has,
    Not,
    Unread,
    Within,
)
from trialway.record import Eligibility

OF_ONE_RECORD = 3
AROUND = 350


def main() -> None:
    wanted = _arguments()
    left_out = set(wanted.spent) | (set() if wanted.also_drawn or wanted.fold == "own" else spent())
    drawn = list(_draw(wanted, left_out))
    wanted.to.mkdir(parents=True, exist_ok=True)
    lines = [line for place, one in enumerate(drawn, 1) for line in _told(place, *one)]
    (wanted.to / "sheet.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    numbers = dict.fromkeys(number for number, _, _ in drawn)
    if wanted.fold == "measuring":
        today = dt.datetime.now(dt.UTC).date()
        with DRAWS.open("a", encoding="utf-8") as file:
            file.writelines(f"{number}\t{today}\t{wanted.seed}\t{wanted.purpose}\n" for number in numbers)
    print(f"{len(drawn)} criteria of {len(numbers)} records written to {wanted.to / 'sheet.txt'}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", nargs="+", type=Path, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--purpose", default="criteria")
    parser.add_argument("--fold", choices=("measuring", "own"), default="measuring")
    parser.add_argument("--also-drawn", action="store_true", help="records drawn for something else as well")
    parser.add_argument("--not", dest="spent", nargs="*", default=[], help="numbers that are named elsewhere")
    parser.add_argument("--to", type=Path, required=True)
    return parser.parse_args()


def _draw(wanted: argparse.Namespace, left_out: set[str]) -> Iterator[tuple[str, str, Criterion]]:
    chance = random.Random(wanted.seed)
    rows: list[tuple[str, str, Criterion]] = []
    for number, text in eligibility_texts(wanted.files):
        if is_for_measuring(number) is (wanted.fold == "measuring") and number not in left_out:
            every = list(_every(read_criteria(Eligibility(criteria=text)).criteria))
            rows += [(number, text, one) for one in chance.sample(every, min(OF_ONE_RECORD, len(every)))]
    yield from chance.sample(rows, min(wanted.count, len(rows)))


def _every(criteria: tuple[Criterion, ...]) -> Iterator[Criterion]:
    for one in criteria:
        yield one
        yield from _every(one.children)


def _told(place: int, number: str, text: str, one: Criterion) -> Iterator[str]:
    before, behind = text[max(0, one.start - AROUND) : one.start], text[one.end : one.end + 120]
    yield f"##### {place} · {number}"
    yield f"… {before}⟦{one.text}⟧{behind} …"
    scope = f"; only for: {' / '.join(one.scope)}" if one.scope else ""
    yield f"--- SIDE: {one.side}{scope}{'; one of several ways' if one.alternative else ''}"
    yield f"--- READ: {one.reading}" + (f"; words not read: {one.residual}" if one.residual else "")
    for finding in one.findings:
        yield f"    * {_thing(finding)}"
    if one.sentence != one.text:
        yield f"--- SENTENCE: {one.sentence}"
    yield ""


def _thing(finding: Finding) -> str:
    return f"{finding.kind}: {_words(finding.expression)}"


def _words(expression: Expr) -> str:
    match expression:
        case Not(part=part):
            return f"NOT ({_words(part)})"
        case All(parts=parts):
            return "(" + " AND ".join(map(_words, parts)) + ")"
        case AnyOf(parts=parts):
            return "(" + " OR ".join(map(_words, parts)) + ")"
        case AtLeast(count=count, parts=parts):
            return f"at least {count} of ({'; '.join(map(_words, parts))})"
        case Unread():
            return "(something not read)"
        case _:
            return _atom(expression)


def _atom(atom: Atom) -> str:
    match atom:
        case Compare():
            unit = " × the laboratory's upper limit" if atom.times_limit else f" {atom.unit}"
            return f"{atom.variable} {atom.sign} {atom.value:g}{unit}"
        case Among():
            return f"{atom.variable} is {' or '.join(atom.values)}"
        case Has():
            return _has(atom)
        case Exists():
            return f"{atom.variable or 'for the study team to judge'} {' / '.join(atom.where)}".strip()
        case Within():
            return f"“{atom.what}” within {atom.amount:g} {atom.unit} ({atom.window})"


def _has(state: Has) -> str:
    when = {"unstated": "is named (not read what for)", "ever": "now or ever before", "past": "in the past"}
    whose = "relatives: " if state.who == "family" else ""
    how = f" [{'; '.join(state.where)}]" if state.where else ""
    return f"{whose}“{state.words}” {when.get(state.when, state.when)}{how}"


if __name__ == "__main__":
    main()
