"""A criterion that was read completely, in short plain words: expression ─▶ **sentence** ─▶ pages.

Each atom gives two forms of one clause: "be 18 or older" for "You must …", "are 18 or older" for "You
cannot join if you …". What has no plain form keeps the registry's words.
"""

from trialway.criteria.expressions import (
    All,
    Among,
    AnyOf,
    Compare,
    Exists,
    Expr,
    Has,
    Not,
    Within,
)
from trialway.criteria.named_clauses import Clause, be, have, listed_as_one, named_clause
from trialway.criteria.plain_names import (
    BELIEFS,
    EVENTS,
    MARKERS,
    MEASURES,
    SIDE_EFFECTS,
    SPREAD,
    STATES,
    UNITS,
)
from trialway.criteria.section_headings import Side

_ECOG = {
    ("0",): "be fully active, without limits (ECOG 0)",
    ("0", "1"): "be able to look after yourself and do light work (ECOG 0 or 1)",
    (
        "0",
        "1",
        "2",
    ): "be able to look after yourself, up and about for more than half of the day (ECOG 0 to 2)",
}
_NYHA = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def sentence_of(expression: Expr, side: Side, words: str) -> str:
    """One or two short sentences; ``words``, the registry's own, where no plain form fits."""
    if side == "unstated":
        return words
    if side == "exclusion":
        return _exclusion(expression) or words
    if none := _none_of(expression):
        return none
    apart = isinstance(expression, All) and not _is_range(expression) and not _are_treatments(expression)
    parts = expression.parts if isinstance(expression, All) and apart else (expression,)
    sentences = [_inclusion(part) for part in parts]
    return " ".join(sentences) if all(sentences) else words


def _none_of(expression: Expr) -> str:
    """ "You must not have asthma, stroke or gout.", of a demand that denies several things of one kind."""
    if not isinstance(expression, All):
        return ""
    denied = tuple(part.part for part in expression.parts if isinstance(part, Not))
    listed = listed_as_one(denied) if len(denied) == len(expression.parts) > 1 else None
    clause = named_clause(listed) if listed else None
    return f"You must not {clause[0]}." if clause else ""


def _inclusion(expression: Expr) -> str:
    if isinstance(expression, Not):
        clause = _clause(expression.part)
        return f"You must not {clause[0]}." if clause else ""
    if isinstance(expression, Among) and expression.kind == "sex" and len(expression.values) == 2:
        return "Women and men can join."
    if isinstance(expression, Exists) and expression.kind == "healthy volunteers":
        return "Healthy volunteers can join."
    clause = _clause(expression)
    return f"You must {clause[0]}." if clause else ""


def _exclusion(expression: Expr) -> str:
    if isinstance(expression, Not):
        clause = _clause(expression.part)
        return f"You cannot join if you {_denied(clause[1])}." if clause else ""
    clause = _clause(expression)
    return f"You cannot join if you {clause[1]}." if clause else ""


def _denied(words: str) -> str:
    first, _, rest = words.partition(" ")
    if words.startswith(("have had ", "have taken ", "have been ", "have given ")):
        return "have not " + words.removeprefix("have ")
    if first in ("are", "have", "were", "can", "had"):
        # "have your disease" is an ordinary verb: "do not have".
        return f"do not have {rest}" if first == "have" else f"{first} not {rest}"
    return f"do not {words}"


def _clause(expression: Expr) -> Clause | None:
    match expression:
        case All(parts=parts) if _is_range(expression):
            return _range(parts)
        case All(parts=parts) if _are_treatments(expression):
            return _had(" and ".join(part.where[0] for part in parts if isinstance(part, Exists)))
        case AnyOf(parts=parts):
            return _either(parts)
        case Compare():
            return _measure(expression)
        case Among():
            return _among(expression)
        case Exists():
            return _state(expression)
        case Has():
            return named_clause(expression)
        case Within():
            return _within(expression)
        case _:
            return None


def _either(parts: tuple[Expr, ...]) -> Clause | None:
    if _are_treatments(AnyOf(parts=parts)):
        return _had(" or ".join(part.where[0] for part in parts if isinstance(part, Exists)))
    if listed := listed_as_one(parts):
        return named_clause(listed)
    clauses = [_clause(part) for part in parts]
    found = [clause for clause in clauses if clause]
    if len(found) != len(clauses):
        return None
    return " or ".join(clause[0] for clause in found), " or ".join(clause[1] for clause in found)


def _are_treatments(expression: All | AnyOf) -> bool:
    return all(isinstance(part, Exists) and part.kind == "prior treatment" for part in expression.parts)


def _is_range(expression: Expr) -> bool:
    if not isinstance(expression, All) or len(expression.parts) != 2:
        return False
    low, high = expression.parts
    return (
        isinstance(low, Compare)
        and isinstance(high, Compare)
        and low.variable == high.variable
        and (low.sign, high.sign) == (">=", "<=")
    )


def _range(parts: tuple[Expr, ...]) -> Clause | None:
    low, high = parts
    assert isinstance(low, Compare), "a range starts with a limit"
    assert isinstance(high, Compare), "a range ends with a limit"
    if low.times_limit or high.times_limit:
        return None
    unit = _unit(high)
    if low.kind == "age":
        start = f"{low.value:g}" if low.unit == high.unit else f"{low.value:g}{_unit(low)}"
        return be(f"{start} to {high.value:g}{unit} old")
    name = MEASURES.get(low.variable)
    return have(f"{name} of {low.value:g} to {high.value:g}{unit}") if name else None


def _measure(limit: Compare) -> Clause | None:
    number = f"{limit.value:g}{_unit(limit)}"
    if limit.kind == "age":
        return be(
            {
                ">=": f"{number} old or older",
                ">": f"older than {number}",
                "<=": f"{number} old or younger",
                "<": f"younger than {number}",
                "=": f"{number} old",
            }[limit.sign]
        )
    if limit.kind == "life expectancy":
        return _expected(limit, number)
    if limit.kind == "prior lines":
        return _lines(limit)
    name = MEASURES.get(limit.variable)
    if name is None or (not limit.unit and not limit.times_limit):
        return None
    if limit.times_limit:
        number = (
            "the upper limit of normal"
            if limit.value == 1
            else f"{limit.value:g} times the upper limit of normal"
        )
    way = {">=": "of at least", ">": "above", "<=": "of at most", "<": "below", "=": "of"}[limit.sign]
    return have(f"{name} {way} {number}")


def _expected(limit: Compare, number: str) -> Clause:
    way = {
        ">=": f"at least {number}",
        ">": f"more than {number}",
        "<": f"less than {number}",
        "<=": f"at most {number}",
        "=": number,
    }[limit.sign]
    return f"be expected by your doctors to live {way}", f"are expected by your doctors to live {way}"


def _lines(limit: Compare) -> Clause:
    count = f"{limit.value:g}"
    way = {
        ">=": f"at least {count}",
        ">": f"more than {count}",
        "<": f"fewer than {count}",
        "<=": f"no more than {count}",
        "=": count,
    }[limit.sign]
    noun = "earlier line of treatment" if limit.value == 1 else "earlier lines of treatment"
    return f"have had {way} {noun}", f"have had {way} {noun}"


def _among(state: Among) -> Clause | None:
    if state.variable == "ecog":
        grades = state.values
        words = _ECOG.get(grades)
        if words:
            return words, "are " + words.removeprefix("be ")
        return have(f"an ECOG performance status of {_list(grades)}")
    if state.variable == "nyha":
        return have(f"heart failure of NYHA class {_list(tuple(_NYHA[value] for value in state.values))}")
    if state.kind == "sex":
        return be(" or ".join({"female": "a woman", "male": "a man"}[value] for value in state.values))
    if state.kind == "cancer spread":
        return SPREAD.get(state.values)
    if state.kind == "Child-Pugh class":
        return have(f"liver disease of Child-Pugh class {_list(state.values)}")
    if state.kind == "CTCAE grade":
        effect = SIDE_EFFECTS[state.variable.partition(":")[2]]
        return have(f"{effect} of grade {_grades(state.values)} (CTCAE)")
    name = MARKERS.get(state.variable)
    if name is None:
        return None
    if state.variable == "triple_negative":
        return have("triple-negative breast cancer")
    return have(f"a tumour that is {name}-{state.values[0]}")


def _grades(grades: tuple[str, ...]) -> str:
    if len(grades) > 1 and grades[-1] == "5":
        return f"{grades[0]} or worse"
    return f"{grades[-1]} or milder" if len(grades) > 1 and grades[0] == "0" else _list(grades)


def _state(state: Exists) -> Clause | None:
    if state.kind == "prior treatment":
        return _had(state.where[0])
    if state.kind == "language" and state.where:
        names = _list(tuple(name.capitalize() for name in state.where))
        return f"understand {names}", f"understand {names}"
    clause = STATES.get(state.variable)
    if clause is None:
        return None
    if not state.where:
        return clause
    belief = BELIEFS.get(state.variable)
    return have(f"{belief} ({' or '.join(state.where)})") if belief else None


def _within(window: Within) -> Clause | None:
    words = EVENTS.get(window.variable)
    if words is None or window.window not in ("wash-out", "look-back", "mixed"):
        return None
    unit = window.unit if window.amount == 1 else window.unit + "s"
    when = f"in the last {window.amount:g} {unit}" if window.amount != 1 else f"in the last {unit}"
    return f"have {words} {when}", f"have {words} {when}"


def _had(treatment: str) -> Clause:
    return have(f"had {treatment} before")


def _unit(limit: Compare) -> str:
    if limit.unit in ("year", "month", "week", "day"):
        return f" {limit.unit}" + ("" if limit.value == 1 else "s")
    return UNITS.get(limit.unit, f" {limit.unit}" if limit.unit else "")


def _list(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
