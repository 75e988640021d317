"""One step of the check: form and trials in view ─▶ **the next screen**, a question or the result."""

from collections.abc import Mapping

from msgspec import Struct

from trialway.criteria.answers import Answer
from trialway.fit.asking import Next, next_question, trials_about
from trialway.fit.questions import Question, question_of
from trialway.fit.saying import NEVER, UNKNOWN, NotAnAnswer, Said, answers_of, say
from trialway.fit.trials import Trials, left
from trialway.site.fit.form import Form, without


class Screen(Struct, frozen=True):
    """``question`` is None for the result. ``about`` are the places of trials with a rule about it;
    ``others`` how many more questions may follow, ``more`` and ``numbers`` those on request; ``problem`` a
    sentence about what was entered."""

    said: tuple[Said, ...]
    answers: Mapping[str, Answer]
    left: int
    question: Question | None = None
    entered: str = ""
    problem: str = ""
    about: tuple[int, ...] = ()
    others: int = 0
    more: int = 0
    numbers: int = 0


def step(form: Form, trials: Trials) -> Screen:
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
            return _go_on(form, trials, (*without(form.said, form.ask), say(question, UNKNOWN)))
        case "never" if (question := question_of(form.ask)) and question.never:
            return _go_on(form, trials, (*without(form.said, form.ask), say(question, NEVER)))
        case "next" if question := question_of(form.ask):
            return _entered(form, trials, question)
        case _:
            return _go_on(form, trials, form.said)


def _entered(form: Form, trials: Trials, question: Question) -> Screen:
    earlier = without(form.said, form.ask)
    if not form.entered:
        sentence = "Choose or write an answer, or say that you do not know."
        return _ask(trials, earlier, question, "", sentence)
    try:
        said = (*earlier, say(question, form.entered))
        answers_of(said)
    except NotAnAnswer as problem:
        return _ask(trials, earlier, question, form.entered, str(problem))
    return _go_on(form, trials, said)


def _change(form: Form, trials: Trials) -> Screen:
    last = next((each for each in form.said if each.question.name == form.of), None)
    if last is None:
        return result_of(trials, form.said)
    return _ask(trials, without(form.said, form.of), last.question, _again(last))


def _go_on(form: Form, trials: Trials, said: tuple[Said, ...]) -> Screen:
    answers = answers_of(said)
    still = left(trials, answers)
    found = _next(form, trials, answers, said)
    if found is None:
        return result_of(trials, said)
    others = found.others if is_further(form, trials) else found.soon
    return Screen(said, answers, still, found.question, about=found.trials, others=others)


def is_further(form: Form, trials: Trials) -> bool:
    """Whether every question is wanted that could settle anything."""
    return form.further or form.do == "more" or len(trials) == 1


def _next(form: Form, trials: Trials, answers: Mapping[str, Answer], said: tuple[Said, ...]) -> Next | None:
    """Test results come when they were wished for, and nothing else is worth asking."""
    found = next_question(trials, answers, _asked(said))
    if found and (found.worth_asking or is_further(form, trials)):
        return found
    wished = form.numbers or form.do == "numbers"
    return next_question(trials, answers, _asked(said), "results") if wished else None


def _ask(
    trials: Trials, said: tuple[Said, ...], question: Question, entered: str, problem: str = ""
) -> Screen:
    """A certain question, whatever it is worth."""
    answers = answers_of(said)
    about = trials_about(trials, answers, question)
    return Screen(said, answers, left(trials, answers), question, entered, problem, about)


def result_of(trials: Trials, said: tuple[Said, ...]) -> Screen:
    """The result, whatever could still be asked."""
    answers = answers_of(said)
    more = next_question(trials, answers, _asked(said))
    numbers = next_question(trials, answers, _asked(said), "results")
    return Screen(
        said,
        answers,
        left(trials, answers),
        more=more.others + 1 if more else 0,
        numbers=numbers.others + 1 if numbers else 0,
    )


def _asked(said: tuple[Said, ...]) -> dict[str, str]:
    return {each.question.name: each.value for each in said}


def _again(said: Said) -> str:
    return "" if said.value == UNKNOWN else said.value
