"""A question and its possible answers: **Question** ─▶ asking, saying, pages.

``likely`` and ``known`` are our rough guesses of how many people would answer so, or could answer at all.
They decide the order of questions and nothing else.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from trialway.criteria.answers import Answer

Given = tuple[tuple[str, Answer], ...]
# Numbers in test results come last: few people have them at hand.
Stage = Literal["first", "results"]


class Choice(Struct, frozen=True):
    """``code`` stands in forms and on the command line; ``told`` is how we repeat it: "You are a woman"."""

    code: str
    words: str
    told: str
    answers: Given = ()
    likely: float = 1.0


class Unit(Struct, frozen=True):
    """``code`` is the unit's name in criteria; ``words`` follow a number."""

    code: str
    words: str


class Question(Struct, frozen=True, kw_only=True):
    """``variables`` are what its answers settle. With ``units`` a number is asked for, from ``least`` to
    ``most`` in the first of them; with ``limit`` the laboratory's own upper limit too; with ``never`` the
    thing may never have been.
    ``members`` are questions that this one asks at once."""

    name: str
    words: str
    variables: tuple[str, ...]
    told: str = ""
    help: str = ""
    choices: tuple[Choice, ...] = ()
    units: tuple[Unit, ...] = ()
    least: float = 0.0
    most: float = 1000.0
    whole: bool = False
    limit: bool = False
    never: str = ""
    theirs: str = ""
    members: tuple[str, ...] = ()
    stage: Stage = "first"
    known: float = 1.0
    asked: bool = True
    samples: tuple[tuple[float, float], ...] = ()

    @property
    def numeric(self) -> bool:
        return bool(self.units)


def yes_no(
    name: str,
    words: str,
    told: tuple[str, str],
    *,
    likely: float,
    known: float = 0.9,
    help: str = "",  # noqa: A002 - the field's own name
    asked: bool = True,
) -> Question:
    """``told`` are how yes and no are repeated; ``likely`` is for yes."""
    choices = (
        Choice("yes", "Yes", told[0], ((name, True),), likely),
        Choice("no", "No", told[1], ((name, False),), 1 - likely),
    )
    return Question(
        name=name, words=words, variables=(name,), choices=choices, help=help, known=known, asked=asked
    )


def by_name(*questions: Question) -> Mapping[str, Question]:
    return {question.name: question for question in questions}
