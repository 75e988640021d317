"""Labels against readings: which labelled things were found, which found things were labelled.

A label is compact: ``age>=18y``, ``!preg=P`` (the text denies it), ``?contra`` (either sign), ``~time``
(may be found
or not). What is found is written in the same language, so that both can be compared as words.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from bench.criteria.label_names import KIND_OF, SHORT, UNLABELLED, WINDOW
from trialway.criteria.expressions import (
    All,
    Among,
    AnyOf,
    AtLeast,
    Atom,
    Compare,
    Exists,
    Expr,
    Not,
    Unread,
    Within,
)

_LABEL = re.compile(r"(?P<mark>[~?!]{0,2})(?P<head>[a-z0-9]+?)(?P<rest>(?:<=|>=|[<>=:+-]).*)?")
_STATE = {"positive": "+", "negative": "-", "low": ":low"}


@dataclass
class Score:
    """``right`` and ``missed`` count labels, ``wrong`` counts findings without a label."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)


def found_labels(expression: Expr, *, denied: bool = False) -> list[str]:
    """An expression in the language of labels."""
    match expression:
        # One phrase that names several treatments is one finding.
        case AnyOf(parts=parts) | All(parts=parts) if all(_is_treatment(part) for part in parts):
            names = (part.where[0] for part in parts if isinstance(part, Exists))
            return [("!" if denied else "") + "prior:" + " | ".join(names)]
        case All(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
            return [label for part in parts for label in found_labels(part, denied=denied)]
        case Not(part=part):
            return found_labels(part, denied=not denied)
        case Unread():
            return []
        case _:
            label = _atom_label(expression)
            return [("!" if denied else "") + label] if label else []


def _is_treatment(expression: Expr) -> bool:
    return isinstance(expression, Exists) and expression.kind == "prior treatment"


def _atom_label(atom: Atom) -> str:
    if atom.kind in UNLABELLED:
        return ""
    if isinstance(atom, Compare):
        unit = {"day": "d", "week": "w", "month": "m", "year": "y"}.get(atom.unit, "")
        return f"{SHORT[atom.variable]}{atom.sign}{atom.value:g}{unit}{'x' if atom.times_limit else ''}"
    if isinstance(atom, Among):
        return _among_label(atom)
    if isinstance(atom, Within):
        return f"{WINDOW[atom.window]}={atom.amount:g}{atom.unit[0]}"
    if atom.kind == "prior treatment":
        return f"prior:{atom.where[0]}"
    return SHORT.get(atom.variable, "")


def _among_label(state: Among) -> str:
    if state.kind == "sex":
        return f"sex={''.join(value[0] for value in state.values)}"
    if state.kind == "cancer spread":
        return f"spread={'|'.join(state.values)}"
    if state.kind == "biomarker":
        head = SHORT.get(state.variable, state.variable)
        return head if head == "tnbc" else head + _STATE[state.values[0]]
    low, high = state.values[0], state.values[-1]
    return f"{state.variable}={low}" + (f"-{high}" if high != low else "")


def compare(labels: str, found: list[str], score: Score) -> tuple[list[str], list[str]]:
    """Counts into ``score``; returns the labels missed and the findings that no label asks for."""
    rest = list(dict.fromkeys(map(_tidy, found)))
    phrases = [one for one in rest if "prior:" in one]
    optional: list[str] = []
    missed: list[str] = []
    wanted = sorted(set(labels.split()), key=lambda label: "*" in label)
    for label in wanted:
        if label.startswith("~"):
            optional.append(label)
            continue
        hits = [one for one in (phrases if "prior:" in label else rest) if _same(label, one)]
        kind = _kind(label)
        if hits:
            score.right[kind] += 1
            rest = [one for one in rest if one not in (hits if "prior:" in label else hits[:1])]
        else:
            score.missed[kind] += 1
            missed.append(label)
    wrong = [one for one in rest if not any(_allowed(label, one) for label in optional)]
    if any(label.lstrip("!") == "prior:*" for label in wanted):
        wrong = [one for one in wrong if _kind(one) != "prior treatment"]
    for one in wrong:
        score.wrong[_kind(one)] += 1
    return missed, wrong


def _split(label: str) -> tuple[str, str, str]:
    match = _LABEL.fullmatch(label)
    assert match, f"{label!r} is not a label"
    return match["mark"], match["head"], match["rest"] or ""


def _kind(label: str) -> str:
    return KIND_OF[_split(label)[1]]


def _tidy(label: str) -> str:
    """Numbers in one form: ``a1c>=7.0`` and ``a1c>=7`` are the same."""
    if "prior:" in label:
        return label
    return (
        re.sub(r"\d+(?:\.\d+)?", lambda number: f"{float(number[0]):g}", label)
        if re.search(r"[<>=]", label)
        else label
    )


def _same(label: str, found: str) -> bool:
    mark, head, rest = _split(label)
    their_mark, their_head, their_rest = _split(found)
    if "?" not in mark and mark != their_mark:
        return False
    if head == "prior":
        return their_head == "prior" and (rest == ":*" or _therapy(rest[1:]) in _therapy(their_rest))
    if head == "time":
        return their_head in ("wash", "look", "rec", "prog", "time") and rest == their_rest
    # A list of treatments and illnesses: whichever of them was labelled.
    if their_head == "time":
        return head in ("wash", "look") and rest == their_rest
    if KIND_OF[head] == "biomarker":
        return head == their_head and rest.replace(":m", "+") == their_rest
    return _tidy(head + rest) == _tidy(their_head + their_rest) or (
        head == "lvef" and rest.startswith((">0.", "<=0.", ">=0.", "<0.")) and _percent(rest) == their_rest
    )


def _therapy(words: str) -> str:
    return words.lower().replace("radiation therapy", "radiotherapy").replace("radiation", "radiotherapy")


def _percent(rest: str) -> str:
    return re.sub(r"0\.\d+", lambda number: f"{float(number[0]) * 100:g}", rest)


def _allowed(label: str, found: str) -> bool:
    _, head, rest = _split(label)
    _, their_head, _ = _split(found)
    if head in (
        "time",
        "prior",
        "lab",
        "bio",
        "cns",
        "lines",
        "sex",
        "pdl1",
        "msi",
        "nyha",
        "gfr",
        "life",
        "bmi",
        "egfr",
        "kras",
        "braf",
        "er",
        "trial",
        "consent",
        "lang",
        "hv",
    ) and not rest.startswith((">", "<")):
        return (
            KIND_OF[head] == _kind(found) if head in ("time", "prior", "lab", "bio") else head == their_head
        )
    return _same(label.lstrip("~"), found) or head == their_head
