"""Pregnancy, breast-feeding, the wish for a child: "Pregnant or lactating", "negative pregnancy test"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, find_negation
from trialway.criteria.expressions import All, Among, AnyOf, Exists, Expr, Not, Unread
from trialway.criteria.readers.pregnancy_rules import PREGNANCY

CUES = (
    "pregn",
    "gravi",
    "lacta",
    "breast",
    "brest",
    "nursi",
    "conce",
    "nonpr",
    "nonla",
    "nonbr",
    "suckl",
    "child",
    "birth",
    "gesta",
)

_ANY = PREGNANCY.any_of("pregnancy.state.")
_OTHER = PREGNANCY["pregnancy.not.led-by"]
_AFTER = PREGNANCY["pregnancy.not.followed-by"]
_IF = PREGNANCY["pregnancy.if"]
_NOW_TOO = PREGNANCY["pregnancy.now-too"]
_PAST_BEFORE = PREGNANCY["pregnancy.not.past-before"]
_PAST_BEHIND = PREGNANCY["pregnancy.not.past-behind"]
_WOMEN_WHO_ARE_NOT = PREGNANCY["pregnancy.women-who-are-not"]
_MEN_TOO = PREGNANCY["pregnancy.men-too"]
_LACKING = PREGNANCY["pregnancy.test-lacking"]


def read(text: str) -> Iterator[RuleMatch]:
    found = _first_mentions(_states(text))
    while found:
        start, end, expression = found.pop(0)
        parts = [expression]
        # "Pregnant and lactating women" means either, whatever stands between.
        while found and _joins(text[end : found[0][0]], expression, found[0][2]):
            _, end, more = found.pop(0)
            parts.append(more)
        joined = _join(parts)
        if isinstance(joined, Not) and _is_of_women(text):
            joined = All(parts=(joined, _WOMEN))
        yield RuleMatch(start, end, "pregnancy", joined)


def _first_mentions(states: Iterator[tuple[int, int, Expr]]) -> list[tuple[int, int, Expr]]:
    """The first mention of each state; long texts repeat them with reasons."""
    kept: list[tuple[int, int, Expr]] = []
    for state in states:
        if all(state[2] != other[2] for other in kept):
            kept.append(state)
    return kept


def _states(text: str) -> Iterator[tuple[int, int, Expr]]:
    for match in _ANY.finditer(text):
        name = (
            "test"
            if match["test"]
            else "wish"
            if match["wish"]
            else "feeding"
            if match["feeding"]
            else "pregnant"
        )
        before = text[max(0, match.start() - 40) : match.start()]
        if name in ("test", "wish") and _IF.search(before):
            continue
        if name == "test":
            yield _test(text, match)
        elif name != "wish" and _is_another(text, match, before):
            continue
        else:
            if name == "wish" and _NOW_TOO.search(before + match[0]):
                yield _state(text, match, "pregnant")
            yield _state(text, match, name)


def _is_another(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a pregnancy is to be avoided, somebody else's, or of the past."""
    led = _OTHER.search(before) or _PAST_BEFORE.search(before)
    return bool(led or _AFTER.match(text, match.end()) or _PAST_BEHIND.match(text, match.end()))


def _test(text: str, match: re.Match[str]) -> tuple[int, int, Expr]:
    pregnant = Exists(kind="pregnancy", variable="pregnant")
    result = match["before"] or match["told"] or match["after"]
    lacking = _LACKING.search(text[max(0, match.start() - 40) : match.start()])
    positive = (result == "positive") != bool(lacking)
    return match.start(), match.end(), pregnant if positive else Not(part=pregnant)


def _state(text: str, match: re.Match[str], name: str) -> tuple[int, int, Expr]:
    variable = {"wish": "planning_pregnancy", "feeding": "breastfeeding", "pregnant": "pregnant"}[name]
    state = Exists(kind="pregnancy", variable=variable)
    at = find_negation(text, match.start())
    if match[0].startswith("non") or at is not None:
        return at if at is not None else match.start(), match.end(), Not(part=state)
    return match.start(), match.end(), state


_BETWEEN_WORDS = """or and nor women woman females female mothers patients who are is currently actively
subjects
participants a be being and/or either not non have must plans planning intending also at as well time in
suspected confirmed known to test the were"""
_BETWEEN = frozenset(_BETWEEN_WORDS.split())


def _joins(gap: str, left: Expr, right: Expr) -> bool:
    words = re.findall(r"[a-z/]{1,20}", gap)
    return (
        all(word in _BETWEEN for word in words)
        and not re.search(r"[.;]", gap)
        and isinstance(left, Not) == isinstance(right, Not)
    )


# A rule for women: no man meets it, but only "not sure" is said of him, for it may be a rule for some.
_WOMEN = AnyOf(parts=(Among(kind="sex", variable="sex", values=("female",)), Unread(words="women")))


def _is_of_women(text: str) -> bool:
    return "non" in text and bool(_WOMEN_WHO_ARE_NOT.search(text)) and not _MEN_TOO.search(text)


def _join(parts: list[Expr]) -> Expr:
    if len(parts) == 1:
        return parts[0]
    if isinstance(parts[0], Not):
        return Not(part=AnyOf(parts=tuple(part.part for part in parts if isinstance(part, Not))))
    return AnyOf(parts=tuple(parts))
