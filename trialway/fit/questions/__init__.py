"""What can be asked, in plain words: every variable that criteria hang on has a question."""

import re
from collections.abc import Mapping

from trialway.fit.questions.health import HEALTH
from trialway.fit.questions.measured import MEASURED
from trialway.fit.questions.past import PAST, treatment
from trialway.fit.questions.person import PERSON
from trialway.fit.questions.question import Choice, Question, Unit, by_name
from trialway.fit.questions.tumour import TUMOUR

__all__ = ["CATALOGUE", "GROUPS", "Choice", "Question", "Unit", "question_of"]

CATALOGUE: Mapping[str, Question] = by_name(*PERSON, *HEALTH, *TUMOUR, *PAST, *MEASURED)
# Questions that ask for several things at once.
GROUPS = tuple(question for question in CATALOGUE.values() if question.members)
_TREATMENT = re.compile(r"prior_treatment:(?P<name>[^\x00-\x1f=]{3,60})")
# What is left of lists such as "heart, lung or liver transplant": nobody could answer it.
_NO_NAMES = re.compile(
    r"(?:heart|liver|kidney|lungs?|organ|renal|mechanisms|systemic|local|other|prior|treatments?|therap(?:y|ies))"
    r"|.*-|.*\b(?:any other|other|such|these|this|that|their)\b.*"
)


def question_of(name: str) -> Question | None:
    """The question of that name; for a treatment one is made."""
    found = _TREATMENT.fullmatch(name)
    if found:
        return treatment(found["name"], asked=not _NO_NAMES.fullmatch(found["name"]))
    return CATALOGUE.get(name)
