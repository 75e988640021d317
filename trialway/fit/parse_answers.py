"""What somebody says, as text: ``age=62``, ``haemoglobin=95 g/L``, ``ecog=?`` ─▶ **Said** ─▶ answers.

The same text stands in a form, on the command line and in JSON. A sentence is raised for what makes no sense.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from trialway.criteria.answers import Answer, Quantity
from trialway.criteria.units import days
from trialway.errors import TrialwayError
from trialway.fit.derived_answers import derive_answers, find_contradiction
from trialway.fit.questions import CATALOGUE, Choice, Question, question_of
from trialway.fit.questions.question import Given

UNKNOWN = "?"
NEVER = "never"
MOST_SAID = 200
_TIMES = frozenset(("year", "month", "week", "day"))
# Bounded, so that no text means infinity, nothing or a number without end.
_NUMBER = re.compile(
    r"(?P<number>\d{1,7}(?:[.,]\d{1,4})?)(?:(?: |(?![\d.,]))(?P<unit>[^ ]{1,12}))?"
    r"(?: limit (?P<limit>\d{1,7}(?:[.,]\d{1,4})?))?"
)


class InvalidAnswer(TrialwayError):
    """What was said of somebody cannot be understood."""


class GivenAnswer(Struct, frozen=True):
    """``value`` is "?" for who does not know; ``told`` repeats it: "You are 62 years old"."""

    question: Question
    value: str
    told: str
    answers: Given = ()

    @property
    def text(self) -> str:
        return f"{self.question.name}={self.value}"


def parse_answer(text: str) -> GivenAnswer:
    """``name=value``; NotAnAnswer with what, which value and what to do."""
    name, equals, value = text.partition("=")
    name, value = name.strip().lower(), " ".join(value.split())
    if not equals:
        raise InvalidAnswer(f"{quote_value(text)} is no answer; write a name and a value, such as age=62.")
    question = question_of(name)
    if question is None:
        known = ", ".join(each for each in CATALOGUE if ":" not in each)
        raise InvalidAnswer(f"There is no question {quote_value(name)}; choose one of {known}.")
    return answer_question(question, value)


def answer_question(question: Question, value: str) -> GivenAnswer:
    """What was said to a question."""
    if value == UNKNOWN:
        return GivenAnswer(question, value, "You do not know, or did not say")
    return _measured(question, value) if question.numeric else _chosen(question, value)


def combine_answers(said: Iterable[GivenAnswer]) -> dict[str, Answer]:
    """All answers, with what follows from them; NotAnAnswer when two contradict each other."""
    answers: dict[str, Answer] = {}
    for each in said:
        for name, answer in each.answers:
            if answers.setdefault(name, answer) != answer:
                text = quote_value(each.text)
                raise InvalidAnswer(f"{text} contradicts another answer about {name}; leave one of them out.")
    if name := find_contradiction(answers):
        raise InvalidAnswer(f"The answer about {name} contradicts the others; leave one of them out.")
    return derive_answers(answers)


def quote_value(value: str) -> str:
    """A value as it stands in a sentence: printable, cut when long."""
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in value)
    return f"‘{printable[:40]}…’" if len(printable) > 40 else f"‘{printable}’"


def _chosen(question: Question, value: str) -> GivenAnswer:
    choice = next((each for each in question.choices if each.code == value.lower()), None)
    if choice is None:
        codes = ", ".join(each.code for each in question.choices)
        raise InvalidAnswer(
            f"{quote_value(value)} does not answer {question.name}; choose one of {codes}, "
            "or ? if you do not know."
        )
    return GivenAnswer(question, choice.code, _told(question, choice), choice.answers)


def _told(question: Question, choice: Choice) -> str:
    return f"{choice.told}: {question.theirs}" if question.theirs else choice.told


def _measured(question: Question, value: str) -> GivenAnswer:
    name = question.variables[0]
    if question.never and value.lower() == NEVER:
        return GivenAnswer(question, NEVER, question.never, ((name, float("inf")),))
    found = _NUMBER.fullmatch(value)
    if not found:
        raise InvalidAnswer(f"{quote_value(value)} does not answer {name}; {_how(question)}")
    number, unit = float(found["number"].replace(",", ".")), _unit(question, found["unit"] or "", value)
    limit = float(found["limit"].replace(",", ".")) if found["limit"] and question.limit else None
    _check(question, value, number, unit, limit)
    written = f"{number:g} {unit}".strip() + (f" limit {limit:g}" if limit else "")
    return GivenAnswer(
        question,
        written,
        _repeated(question, number, unit, limit),
        ((name, _answer(name, number, unit, limit)),),
    )


def _unit(question: Question, written: str, value: str) -> str:
    codes = {unit.code.lower(): unit.code for unit in question.units}
    codes |= {unit.words.split(" ")[0].lower(): unit.code for unit in question.units if unit.words}
    first = question.units[0].code
    if not written and (len(question.units) == 1 or question.name == "age"):
        return first
    if written.lower() in codes:
        return codes[written.lower()]
    raise InvalidAnswer(
        f"{quote_value(value)} has no unit that we know for {question.name}; {_how(question)}"
    )


def _check(question: Question, value: str, number: float, unit: str, limit: float | None) -> None:
    # Lengths of time have one limit, whatever they are written in.
    scale = days(1, unit) / days(1, question.units[0].code) if unit in _TIMES else 1.0
    if number * scale > question.most or (question.whole and number != int(number) and unit != "year"):
        raise InvalidAnswer(f"{quote_value(value)} cannot be right for {question.name}; {_how(question)}")
    if limit == 0:
        raise InvalidAnswer(
            f"{quote_value(value)}: an upper limit of 0 cannot be right; copy it from the test results."
        )


def _how(question: Question) -> str:
    units = " or ".join(unit.code for unit in question.units if unit.code)
    never = ", or never" if question.never else ""
    first = question.units[0].code
    return (
        f"write a number from 0 to {question.most:,.0f}"
        f"{f' {first}s' if first in _TIMES else ''}{f' with its unit ({units})' if units else ''}{never}, "
        "or ? if you do not know."
    )


def _answer(name: str, number: float, unit: str, limit: float | None) -> Answer:
    if name.startswith("days_since:"):
        return days(number, unit)
    if name == "age" and unit == "year" and number == int(number):
        return int(number)
    return number if not unit else Quantity(number, unit, limit)


def _repeated(question: Question, number: float, unit: str, limit: float | None) -> str:
    words = next(each.words for each in question.units if each.code == unit)
    if number == 1 and (unit in _TIMES or question.whole):
        first, space, rest = words.partition(" ")
        words = first.removesuffix("s") + space + rest
    measured = f"{number:g} {words}".strip() + (f" (upper limit of normal: {limit:g})" if limit else "")
    return question.told.format(measured)
