"""One step of the check: form and trials in view ─▶ **the next screen**, a question or the result."""

from collections.abc import Mapping

from msgspec import Struct

from trialway.criteria.answers import Answer
from trialway.fit.next_question import NextQuestion, next_question, trials_about
from trialway.fit.parse_answers import (
    NEVER,
    UNKNOWN,
    GivenAnswer,
    InvalidAnswer,
    answer_question,
    combine_answers,
)
from trialway.fit.questions import Question, question_of
from trialway.fit.trial_set import TrialSet, count_left
from trialway.screening.form import Form, without


class ScreeningStep(Struct, frozen=True):
    """``question`` is None for the result. ``about`` are the places of trials with a rule about it;
    ``others`` how many more questions may follow, ``more`` and ``numbers`` those on request; ``problem`` a
    sentence about what was entered."""

    said: tuple[GivenAnswer, ...]
    answers: Mapping[str, Answer]
    left: int
    question: Question | None = None
    entered: str = ""
    problem: str = ""
    about: tuple[int, ...] = ()
    others: int = 0
    more: int = 0
    numbers: int = 0


def advance(form: Form, trials: TrialSet) -> ScreeningStep:
    """What the button that was pressed leads to; NotAnAnswer when answers contradict each other."""
    match form.do:
        case "back" if form.said:
            *earlier, last = form.said
            return _ask(trials, tuple(earlier), last.question, _again(last))
        case "change":
            return _change(form, trials)
        case "undo":
            return result_of(trials, without(form.said, form.of))
        case "result":
            return result_of(trials, form.said)
        case "unknown" | "skip" if question := question_of(form.ask):
            return _go_on(form, trials, (*without(form.said, form.ask), answer_question(question, UNKNOWN)))
        case "never" if (question := question_of(form.ask)) and question.never:
            return _go_on(form, trials, (*without(form.said, form.ask), answer_question(question, NEVER)))
        case "next" if question := question_of(form.ask):
            return _entered(form, trials, question)
        case _:
            return _go_on(form, trials, form.said)


def _entered(form: Form, trials: TrialSet, question: Question) -> ScreeningStep:
    earlier = without(form.said, form.ask)
    if not form.entered:
        sentence = "Choose or write an answer, or say that you do not know."
        return _ask(trials, earlier, question, "", sentence)
    try:
        said = (*earlier, answer_question(question, form.entered))
        combine_answers(said)
    except InvalidAnswer as problem:
        return _ask(trials, earlier, question, form.entered, str(problem))
    return _go_on(form, trials, said)


def _change(form: Form, trials: TrialSet) -> ScreeningStep:
    last = next((each for each in form.said if each.question.name == form.of), None)
    if last is None:
        return result_of(trials, form.said)
    return _ask(trials, without(form.said, form.of), last.question, _again(last))


def _go_on(form: Form, trials: TrialSet, said: tuple[GivenAnswer, ...]) -> ScreeningStep:
    answers = combine_answers(said)
    still = count_left(trials, answers)
    found = _next(form, trials, answers, said)
    if found is None:
        return result_of(trials, said)
    others = found.others if is_further(form, trials) else found.soon
    return ScreeningStep(said, answers, still, found.question, about=found.trials, others=others)


def is_further(form: Form, trials: TrialSet) -> bool:
    """Whether every question is wanted that could settle anything."""
    return form.further or form.do == "more" or len(trials) == 1


def _next(
    form: Form, trials: TrialSet, answers: Mapping[str, Answer], said: tuple[GivenAnswer, ...]
) -> NextQuestion | None:
    """Test results come when they were wished for, and nothing else is worth asking."""
    found = next_question(trials, answers, _asked(said))
    if found and (found.worth_asking or is_further(form, trials)):
        return found
    wished = form.numbers or form.do == "numbers"
    return next_question(trials, answers, _asked(said), "results") if wished else None


def _ask(
    trials: TrialSet, said: tuple[GivenAnswer, ...], question: Question, entered: str, problem: str = ""
) -> ScreeningStep:
    """A certain question, whatever it is worth."""
    answers = combine_answers(said)
    about = trials_about(trials, answers, question)
    return ScreeningStep(said, answers, count_left(trials, answers), question, entered, problem, about)


def result_of(trials: TrialSet, said: tuple[GivenAnswer, ...]) -> ScreeningStep:
    """The result, whatever could still be asked."""
    answers = combine_answers(said)
    more = next_question(trials, answers, _asked(said))
    numbers = next_question(trials, answers, _asked(said), "results")
    return ScreeningStep(
        said,
        answers,
        count_left(trials, answers),
        more=more.others + 1 if more else 0,
        numbers=numbers.others + 1 if numbers else 0,
    )


def _asked(said: tuple[GivenAnswer, ...]) -> dict[str, str]:
    return {each.question.name: each.value for each in said}


def _again(said: GivenAnswer) -> str:
    return "" if said.value == UNKNOWN else said.value
