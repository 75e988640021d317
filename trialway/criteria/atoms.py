"""One atom of an expression and the answers ─▶ **yes, no or unknown** ─▶ evaluate. Unknown when there is
no answer, or when it does not settle the atom."""

from collections.abc import Callable
from functools import lru_cache

from trialway.concepts.concept_list import shipped_concepts
from trialway.criteria.answers import Answer, Answers, Quantity, number_in, span_of_age
from trialway.criteria.expressions import Among, Atom, Compare, Exists, Has, Operator, Within
from trialway.criteria.named.leads import OR
from trialway.criteria.units import days

Truth = bool | None
_HOLDS: dict[Operator, Callable[[float, float], bool]] = {
    ">=": lambda value, limit: value >= limit,
    ">": lambda value, limit: value > limit,
    "<=": lambda value, limit: value <= limit,
    "<": lambda value, limit: value < limit,
    "=": lambda value, limit: value == limit,
}
# An answer that shuts the other out: "asymptomatic" is not "symptomatic".
_OPPOSITES = (
    ("symptomatic", "asymptomatic"),
    ("active", "inactive"),
    ("treated", "untreated"),
    ("stable", "unstable"),
    ("controlled", "uncontrolled"),
)


def evaluate_atom(atom: Atom, answers: Answers) -> Truth:
    match atom:
        case Compare():
            return _compare(atom, answers.get(atom.variable))
        case Among():
            return _among(atom, answers.get(atom.variable))
        case Exists():
            return _exists(atom, answers)
        case Has():
            return _has(atom, answers)
        case Within():
            return _within(atom, answers)


def _compare(limit: Compare, answer: Answer | None) -> Truth:
    if answer is None:
        return None
    if limit.kind == "age":
        return _age(limit, answer)
    if limit.kind == "life expectancy":
        return _duration(limit, answer)
    if limit.times_limit:
        return _times(limit, answer)
    if limit.variable in ("karnofsky", "lansky", "prior_lines"):
        return (
            _HOLDS[limit.sign](float(answer), limit.value)
            if isinstance(answer, int | float) and not isinstance(answer, bool)
            else None
        )
    compared = number_in(answer, limit.variable, limit.unit)
    if compared is None:
        return None
    given = (
        answer
        if isinstance(answer, Quantity)
        else Quantity(float(answer), limit.unit)
        if isinstance(answer, int | float)
        else None
    )
    wanted = number_in(Quantity(limit.value, limit.unit), limit.variable, limit.unit)
    if given is None or wanted is None:
        return None
    return _about(limit.sign, compared[0], wanted[0])


def _about(sign: Operator, value: float, limit: float) -> bool:
    """A comparison with a small tolerance, for rounding when units were converted."""
    if abs(value - limit) <= 1e-9 * max(abs(value), abs(limit), 1.0):
        value = limit
    return _HOLDS[sign](value, limit)


def _age(limit: Compare, answer: Answer) -> Truth:
    span = span_of_age(answer)
    if span is None:
        return None
    least, most = span
    if limit.unit == "year":
        # Ages are counted in completed years: somebody of 65 years and 5 months is 65.
        whole = least / 365.25
        if limit.sign == ">" and int(whole + 1e-9) == limit.value:
            return None
        return (
            _HOLDS[limit.sign](float(int(whole + 1e-9)), limit.value)
            if limit.value == int(limit.value)
            else _HOLDS[limit.sign](whole, limit.value)
        )
    bound = days(limit.value, limit.unit)
    # Somebody of 5 months has not lived 6 yet.
    low, high = _HOLDS[limit.sign](least, bound), _HOLDS[limit.sign](max(least, most - 0.01), bound)
    return low if low is high else None


def _duration(limit: Compare, answer: Answer) -> Truth:
    if not isinstance(answer, Quantity):
        return None
    # A month counts as the same as four weeks and as 30 days: "3 months" answers "12 weeks".
    value, bound = days(answer.value, answer.unit), days(limit.value, limit.unit)
    if answer.unit != limit.unit and abs(value - bound) < 0.1 * bound:
        return None
    return _HOLDS[limit.sign](value, bound)


def _times(limit: Compare, answer: Answer) -> Truth:
    if not isinstance(answer, Quantity) or not answer.upper_limit:
        return None
    return _about(limit.sign, answer.value / answer.upper_limit, limit.value)


def _among(state: Among, answer: Answer | None) -> Truth:
    if answer is None or isinstance(answer, tuple | Quantity | bool):
        return None
    given = f"{answer:g}" if isinstance(answer, float | int) else answer
    if state.kind == "biomarker" and "low" in (given, *state.values) and given not in state.values:
        # Whether "low" counts as negative differs between trials.
        return None
    if state.kind == "cancer spread" and given == "local" and "advanced" in state.values:
        # A cancer that has not spread far can be advanced all the same.
        return None
    if state.kind == "sex" and given not in ("female", "male"):
        return None
    return given in state.values


def _exists(state: Exists, answers: Answers) -> Truth:
    if state.kind == "prior treatment":
        answer = answers.get(f"prior_treatment:{state.where[0]}")
        return answer if isinstance(answer, bool) else None
    if state.kind == "language":
        return _language(state, answers.get("language"))
    answer = answers.get(state.variable)
    if answer is None and state.variable in ("pregnant", "breastfeeding") and answers.get("sex") == "male":
        return False
    if isinstance(answer, bool):
        return answer if not (answer and state.where) else None
    if isinstance(answer, str | tuple):
        return _narrowed(state.where, (answer,) if isinstance(answer, str) else answer)
    return None


def _has(state: Has, answers: Answers) -> Truth:
    """What all answers about it say. One about a kind of it says "yes" for it, too; one about what it is a
    kind of says "no". "past" says that it is over; other words say how it is: "severe"."""
    if state.who != "patient" or state.when in ("unstated", "planned") or not state.variable:
        return None
    kind, _, concept_id = state.variable.partition(":")
    found: set[Truth] = set()
    for name, answer in answers.items():
        if not name.startswith(kind + ":"):
            continue
        other = name.partition(":")[2]
        if other == concept_id:
            found.add(_so(state, answer))
        elif answer is False:
            found.add(False if other in _above(concept_id) else None)
        elif concept_id in _above(other):
            found.add(_so(state, answer) or None)
    return True if True in found else False if False in found else None


def _so(state: Has, answer: Answer) -> Truth:
    """Whether it is so for what the answer is about."""
    if answer is False:
        return False
    stated = (answer,) if isinstance(answer, str) else answer if isinstance(answer, tuple) else ()
    if (not stated and answer is not True) or ("past" in stated and state.when == "now"):
        return None
    ways = [word.split(OR) for word in (*state.where, *state.perhaps)]
    if any(all(_is_shut_out(word, stated) for word in either) for either in ways):
        return False
    return True if all(set(either).intersection(stated) for either in ways) else None


def _is_shut_out(word: str, stated: tuple[str, ...]) -> bool:
    return any(word in pair and (pair[0] if word == pair[1] else pair[1]) in stated for pair in _OPPOSITES)


@lru_cache(maxsize=4096)
def _above(concept_id: str) -> frozenset[str]:
    concepts = shipped_concepts()
    concept = concepts.find_id(concept_id)
    return frozenset(one.id for one in concepts.ancestors(concept)) if concept else frozenset()


def _narrowed(where: tuple[str, ...], stated: tuple[str, ...]) -> Truth:
    """Yes only when the answer states one of the ``where`` words; a plain "yes" leaves it open."""
    if not where or set(where) & set(stated):
        return True
    shut_out = {one for pair in _OPPOSITES for one, other in (pair, pair[::-1]) if other in stated}
    return False if all(word in shut_out for word in where) else None


def _language(state: Exists, answer: Answer | None) -> Truth:
    if not state.where or answer is None or isinstance(answer, bool | int | float | Quantity):
        return None
    known = {answer} if isinstance(answer, str) else set(answer)
    return bool(known & set(state.where))


def _within(window: Within, answers: Answers) -> Truth:
    """``days_since:<event>`` is how many days ago it last was; infinity for never."""
    answer = answers.get(f"days_since:{window.variable}") if window.variable else None
    if answer is None or isinstance(answer, bool | str | tuple | Quantity):
        return None
    return _HOLDS[window.sign](float(answer), days(window.amount, window.unit))
