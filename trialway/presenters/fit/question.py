"""A question on its screen: Screen ─▶ **QuestionPage**."""

from collections.abc import Mapping

from msgspec import Struct

from trialway.fit.parse_answers import NEVER
from trialway.fit.questions import Question
from trialway.fit.variables import variables_of
from trialway.presenters.fit.frame import Around, around
from trialway.presenters.fit.rule import RuleWords, rule_words
from trialway.presenters.registry_text import RegistryText, counted, number
from trialway.screening.form import Form
from trialway.screening.step import ScreeningStep
from trialway.screening.trial_selection import TrialSelection
from trialway.trial import Trial

EXAMPLES = 3


class Option(Struct, frozen=True):
    code: str
    words: str
    chosen: bool


class Example(Struct, frozen=True):
    """A rule of a trial in view that the question is about."""

    slug: str
    rule: RuleWords


class QuestionPage(Struct, frozen=True):
    """``choices`` or, for a number, ``units`` are offered; ``theirs`` is a name in the registry's words."""

    around: Around
    name: str
    words: str
    help: str
    theirs: RegistryText | None
    numeric: bool
    choices: tuple[Option, ...]
    units: tuple[Option, ...]
    entered: str
    limit: str
    asks_limit: bool
    never: bool
    problem: str
    why: str
    examples: tuple[Example, ...]
    progress: str
    first: bool


def question_page(
    looked: TrialSelection, screen: ScreeningStep, form: Form, examples: Mapping[int, Trial]
) -> QuestionPage:
    """``examples`` are the first trials that the question is about, by their places."""
    question = screen.question
    assert question is not None, "a result has a page of its own"
    entered, unit, limit = _entered(question, screen.entered)
    return QuestionPage(
        around=around(looked, screen, form),
        name=question.name,
        words=question.words,
        help=question.help,
        theirs=RegistryText(question.theirs, "en") if question.theirs else None,
        numeric=question.numeric,
        choices=tuple(
            Option(each.code, each.words, each.code == screen.entered) for each in question.choices
        ),
        units=tuple(Option(each.code, each.words, each.code == unit) for each in question.units),
        entered=entered,
        limit=limit,
        asks_limit=question.limit,
        never=bool(question.never),
        problem=screen.problem,
        why=_why(looked, screen),
        examples=tuple(_examples(looked, examples, question)),
        progress=_progress(screen),
        first=not screen.said,
    )


def _entered(question: Question, entered: str) -> tuple[str, str, str]:
    """What goes back into the fields: number, unit, upper limit."""
    if entered == NEVER or not question.numeric:
        return "", "", ""
    number_, _, rest = entered.partition(" ")
    unit, _, limit = rest.partition(" limit ")
    return number_, unit, limit


def _why(looked: TrialSelection, screen: ScreeningStep) -> str:
    if looked.slug:
        return "A rule of this trial is about it."
    about = len(screen.about)
    of = f"Of the {counted(screen.left, 'trial')} left, {number(about)}"
    return f"{of} {'has a rule' if about == 1 else 'have a rule'} about it." if about else ""


def _examples(looked: TrialSelection, trials: Mapping[int, Trial], question: Question) -> list[Example]:
    """How each of them says it."""
    return [
        Example(trial.slug, rule)
        for place, trial in trials.items()
        if (rule := _rule(looked, place, trial, question)) is not None
    ]


def _rule(looked: TrialSelection, place: int, trial: Trial, question: Question) -> RuleWords | None:
    wanted = set(question.variables)
    rules = looked.trials.rules[place].rules
    found = next((rule for rule in rules if wanted & variables_of(rule.expression)), None)
    return rule_words(found, trial.eligibility.record) if found else None


def _progress(screen: ScreeningStep) -> str:
    at = f"Question {len(screen.said) + 1}"
    return f"{at}, about {number(screen.others)} more" if screen.others else f"{at}, perhaps the last"
