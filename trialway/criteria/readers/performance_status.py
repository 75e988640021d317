"""How well somebody manages daily life: ECOG (also WHO and Zubrod, the same scale), Karnofsky, Lansky."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import SIGNS, RuleMatch, cue_positions
from trialway.criteria.expressions import Among, AnyOf, Compare, Expr
from trialway.criteria.readers.performance_status_rules import PERFORMANCE_STATUS

CUES = ("ecog", "karno", "lansk", "kps", "lps", "zubro", "easte", "perfo", "who")

WORST = 4  # grade 5 is death
# Letters between what is read of two scales that share a value.
_NEAR = 40
_NAME = PERFORMANCE_STATUS.any_of("performance.scale.")
_STARTS = frozenset(("ec", "ea", "zu", "wh", "pe", "ka", "kp", "la", "lp"))
_GRADES = PERFORMANCE_STATUS["performance.grades"]
_PERCENT = PERFORMANCE_STATUS["performance.percent"]
_OR_MORE = PERFORMANCE_STATUS["performance.or-more"]
_BETWEEN = PERFORMANCE_STATUS["performance.other-value-between"]
_LOST_BEFORE = PERFORMANCE_STATUS["performance.lost-sign.before"]
_LOST_BEHIND = PERFORMANCE_STATUS["performance.lost-sign.behind"]


def read(text: str) -> Iterator[RuleMatch]:
    """One value for two scales counts for the one that applies: Lansky for children, Karnofsky for others."""
    found = list(_each(text))
    while found:
        one, *found = found
        if found and _share(one, found[0]):
            other, *found = found
            both = AnyOf(parts=(one.expression, other.expression))
            one = RuleMatch(one.start, max(one.end, other.end), one.kind, both, (*one.unread, *other.unread))
        yield one


def _share(one: RuleMatch, other: RuleMatch) -> bool:
    """Whether one value is for both scales: a scale with a value of its own has words between name and
    value."""
    first, second = one.expression, other.expression
    if not isinstance(first, Compare) or not isinstance(second, Compare) or (one.unread and other.unread):
        return False
    same = (first.sign, first.value) == (second.sign, second.value) and first.variable != second.variable
    return same and other.start - one.end <= _NEAR


def _each(text: str) -> Iterator[RuleMatch]:
    names = list(cue_positions(_NAME, _STARTS, text))
    done = 0
    for place, name in enumerate(names):
        scale = name.lastgroup or ""
        later = next((n.start() for n in names[place + 1 :] if n.lastgroup != scale), len(text))
        if name.start() < done:
            continue
        if scale == "ecog":
            found = _ecog(text, name, min(later, name.end() + 110))
        else:
            found = _percent(text, name, scale, later)
        if found is not None:
            done = found.end
            yield found


def _ecog(text: str, name: re.Match[str], until: int) -> RuleMatch | None:
    for match in _GRADES.finditer(text, name.end(), until):
        between = text[name.end() : match.start()]
        if _BETWEEN.search(between) or _has_lost_sign(text, match):
            return None
        grades = _grades(match, text)
        if grades and _has_gap(grades):
            # "0 or 2": nobody can tell whether 1 was forgotten or left out.
            return None
        if grades:
            start = name.start()
            expression = Among(kind="performance status", variable="ecog", values=grades)
            return RuleMatch(
                start, match.end(), "performance status", expression, ((name.end(), match.start()),)
            )
    return None


def _has_lost_sign(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 2) : match.start()]
    return bool(_LOST_BEFORE.search(before) or _LOST_BEHIND.match(text, match.end()))


def _has_gap(grades: tuple[str, ...]) -> bool:
    numbers = set(map(int, grades))
    return len(numbers) <= max(numbers) - min(numbers)


def _grades(match: re.Match[str], text: str) -> tuple[str, ...]:
    first = int(match["first"])
    way = _OR_MORE.match(text, match.end())
    sign = match["sign"]
    if match["range"] and "<" not in match["range"] and "≤" not in match["range"]:
        values = range(first, int(match["last"]) + 1)
    elif match["more"]:
        return tuple(dict.fromkeys((str(first), *re.findall(r"[0-4]", match["more"]))))
    elif sign == "≤" or (way and way["way"] in ("less", "lower", "below", "better")):
        values = range(first + 1)
    elif sign == "<":
        values = range(first)
    elif sign == "≥" or (way and way["way"] in ("more", "greater", "higher", "above", "worse")):
        values = range(first, WORST + 1)
    elif sign == ">":
        values = range(first + 1, WORST + 1)
    else:
        values = range(first, first + 1)
    return tuple(map(str, values))


def _percent(text: str, name: re.Match[str], scale: str, later: int) -> RuleMatch | None:
    """The value after the name, before another scale's; else what both scales share, after or before."""
    own = _PERCENT.search(text, name.end(), min(later, name.end() + 90))
    shared = own or _PERCENT.search(text, name.end(), name.end() + 180)
    if shared is None or re.search(r"; ", text[name.end() : shared.start()]):
        shared = next(iter(_PERCENT.finditer(text, max(0, name.start() - 70), name.start())), None)
    if shared is None or _has_lost_sign(text, shared):
        return None
    return RuleMatch(
        min(name.start(), shared.start()),
        shared.end() if own else max(name.end(), min(shared.end(), later)),
        "performance status",
        _limit(shared, text, scale),
        ((name.end(), own.start()),) if own else (),
    )


def _limit(match: re.Match[str], text: str, scale: str) -> Expr:
    way = _OR_MORE.match(text, match.end())
    down = match["sign"] in ("≤", "<") or (
        way is not None and way["way"] in ("less", "lower", "below", "worse")
    )
    sign = SIGNS[match["sign"]] if match["sign"] and match["sign"] != "=" else "<=" if down else ">="
    return Compare(
        kind="performance status", variable=scale, sign=sign, value=float(match["value"]), unit="%"
    )
