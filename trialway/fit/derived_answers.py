"""What follows from answers by the meaning of words alone: triple-negative *is* ER-, PR- and
HER2-negative."""

from collections.abc import Mapping

from trialway.criteria.answers import Answer

_RECEPTORS = ("er", "pr")
# Of these an answer to one may answer others.
BOUND = frozenset((*_RECEPTORS, "her2", "hormone_receptor", "triple_negative"))
_POSITIVE, _NEGATIVE = "positive", "negative"


def derive_answers(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers with what they imply; what somebody said themselves stays as it was said."""
    full = dict(answers)
    if full.get("triple_negative") == _POSITIVE:
        _add(full, _NEGATIVE, "her2", "er", "pr", "hormone_receptor")
    if full.get("hormone_receptor") == _NEGATIVE:
        _add(full, _NEGATIVE, *_RECEPTORS)
    if any(full.get(name) == _POSITIVE for name in _RECEPTORS):
        _add(full, _POSITIVE, "hormone_receptor")
    if all(full.get(name) == _NEGATIVE for name in _RECEPTORS):
        _add(full, _NEGATIVE, "hormone_receptor")
    if any(full.get(name) == _POSITIVE for name in ("her2", "hormone_receptor")):
        _add(full, _NEGATIVE, "triple_negative")
    if all(full.get(name) == _NEGATIVE for name in ("her2", "hormone_receptor")):
        _add(full, _POSITIVE, "triple_negative")
    return full


def find_contradiction(answers: Mapping[str, Answer]) -> str:
    """The first answer that the meaning of the others denies, "" when none does. HER2-low stands beside
    both."""
    for name in sorted(BOUND & answers.keys()):
        others = derive_answers({other: answers[other] for other in answers if other != name})
        if (
            "low" not in (answers[name], answers.get("her2"))
            and others.get(name, answers[name]) != answers[name]
        ):
            return name
    return ""


def _add(answers: dict[str, Answer], value: str, *names: str) -> None:
    for name in names:
        answers.setdefault(name, value)
