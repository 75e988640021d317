"""A patient's note ─▶ the answers that a simple reader is sure of: age, sex, consent, BMI, ejection
fraction, and the illnesses and treatments that the note states or denies by name.

What a note does not mention is left unanswered: silence is never "no".
"""

import re
from collections.abc import Iterator

from trialway.criteria import Answer, read_text
from trialway.criteria.expressions import Has, Not

_AGE = re.compile(
    r"\b(\d{1,3})(?:-| )?(?:years?|yrs?|y)?(?:-| )?(?:old|o\b|/o)|\b(\d{1,3})[- ](?:years?"
    r"|yrs?)[- ]old|\b(\d{1,3})\s?(?:yo|y/o|M|F)\b|\b(\d{1,3})-year-old"
)
_MONTHS = re.compile(r"\b(\d{1,2})[- ]?(?:months?|mo)[- ]old")
_FEMALE = re.compile(r"\b(?:woman|female|girl|lady|she|her|F)\b")
_MALE = re.compile(r"\b(?:man|male|boy|gentleman|he|his|M)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_CONSENT = re.compile(r"will provide informed consent", re.IGNORECASE)
_COMPLIES = re.compile(r"will comply with the trial protocol", re.IGNORECASE)


def facts(note: str) -> dict[str, Answer]:
    """What the note says for certain."""
    answers: dict[str, Answer] = {}
    first = note[:300]
    age = _AGE.search(first)
    if age and not _MONTHS.search(first):
        answers["age"] = int(next(group for group in age.groups() if group))
    female, male = _FEMALE.search(first), _MALE.search(first)
    if female or male:
        answers["sex"] = "female" if female and (not male or female.start() < male.start()) else "male"
    if _CONSENT.search(note):
        answers["consent"] = True
    if _COMPLIES.search(note):
        answers["compliance"] = True
    for variable in ("bmi", "lvef"):
        stated = re.search(
            rf"(?i)\b(?:{'bmi' if variable == 'bmi' else 'ejection fraction|lvef|EF'})\b(?: is| of"
            rf"| was|:)? ?(\d{{1,2}}(?:\.\d)?)",
            note,
        )
        if stated:
            answers[variable] = float(stated[1])
    return answers | dict(_named(note))


def _named(note: str) -> Iterator[tuple[str, Answer]]:
    """What is stated of the patient by name: True, False where it is denied, else the words that say how."""
    for sentence in _SENTENCE.split(note):
        for finding in read_text(sentence, "unstated").findings:
            denied = isinstance(finding.expression, Not)
            state = finding.expression.part if isinstance(finding.expression, Not) else finding.expression
            if not isinstance(state, Has) or not state.variable or state.who != "patient":
                continue
            if state.when in ("unstated", "planned"):
                continue
            if denied:
                if not state.where:
                    yield state.variable, False
            else:
                yield state.variable, ("past", *state.where) if state.when == "past" else state.where or True
