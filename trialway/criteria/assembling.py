"""From what was found to what the whole criterion says: kinds ─▶ **one expression and a residual** ─▶
reading.

Nothing is guessed: where the joining words leave the logic open, the criterion stays unread.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trialway.criteria.expressions import (
    All,
    AnyOf,
    Compare,
    Exists,
    Expr,
    Not,
    Unread,
    Within,
    atoms_of,
)
from trialway.criteria.filler import HEDGES, JOINING, filler_for, time_phrases, words_of
from trialway.criteria.words import Found

# What a criterion read in part may rule somebody out by: it holds for everybody, whatever the unread
# words add.
DECISIVE = frozenset(
    (
        "age",
        "performance status",
        "NYHA class",
        "BMI",
        "LVEF",
        "HbA1c",
        "kidney function",
        "laboratory value",
        "pregnancy",
        "life expectancy",
    )
)
_SEPARATOR = re.compile(r"; ?|, (?:or |and/or )?| or | and/or |/(?=[a-z])")
_NARROWING = re.compile(
    r"\b(?:with|who|that|which|whose|unless|except|if|requir\w{1,3}|within|during|without|despite"
    r"|including|when|where|in patients|for|not|no|after|following|and|as|due|resulting|deemed"
    r"|known to)\b"
)


@dataclass(frozen=True)
class Assembled:
    """``unread``: places in the folded words that no reader took, without filler."""

    expression: Expr
    unread: tuple[tuple[int, int], ...]


def assemble(text: str, found: Sequence[Found], *, excluding: bool) -> Assembled:
    """The meaning of a criterion's folded words; ``excluding`` when it stands among the exclusions."""
    if not found:
        return Assembled(Unread(words=text), ((0, len(text)),))
    found = _merged(text, found)
    unread = _unread(text, found)
    if not unread:
        joined = _join(text, found, excluding=excluding)
        if joined is not None:
            return Assembled(joined, ())
        return Assembled(Unread(words=text), _joining_words(text, found))
    return Assembled(_partly(text, found, unread, excluding=excluding), unread)


def _merged(text: str, found: Sequence[Found]) -> list[Found]:
    """ "Another trial within 30 days" is one thing, "HER2+ … LVEF measured within 28 days" is a value and
    when."""
    merged: list[Found] = []
    for one in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and _is_window(last)
            and one.end <= last.end
            and one.kind in ("other trial", "prior treatment")
        ):
            continue
        inside = last is not None and one.start < last.end and one.end <= last.end
        if last is not None and inside and not isinstance(one.expression, Within) and one.kind != last.kind:
            if True:
                merged[-1] = Found(
                    last.start, last.end, last.kind, All(parts=(last.expression, one.expression)), last.unread
                )
                continue
        if (
            last is not None
            and _is_window(one)
            and last.kind in ("other trial", "prior treatment")
            and _close(text, last, one)
        ):
            merged[-1] = Found(
                last.start, max(one.end, last.end), one.kind, one.expression, last.unread + one.unread
            )
        else:
            merged.append(one)
    return merged


def _is_window(one: Found) -> bool:
    return any(
        isinstance(atom, Within) and atom.window in ("wash-out", "look-back")
        for atom in atoms_of(one.expression)
    )


def _close(text: str, left: Found, right: Found) -> bool:
    between = text[left.end : right.start] if right.start >= left.end else ""
    return not re.search(r"[;.]| or | and |,", between)


def _unread(text: str, found: Sequence[Found]) -> tuple[tuple[int, int], ...]:
    """Runs of words outside what was found that are no filler."""
    gaps: list[tuple[int, int]] = []
    at = 0
    kinds = frozenset(atom.kind for one in found for atom in atoms_of(one.expression))
    hepatitis = any(
        isinstance(atom, Exists) and atom.variable.startswith("hepatitis")
        for one in found
        for atom in atoms_of(one.expression)
    )
    filler = filler_for(kinds, hepatitis=hepatitis)
    for one in sorted(found, key=lambda each: each.start):
        if one.start > at:
            gaps.append((at, one.start))
        gaps += [gap for gap in one.unread if gap[1] > at]
        at = max(at, one.end)
    gaps.append((at, len(text)))
    unread = [
        (start + place, start + place + len(word))
        for start, end in gaps
        for place, word in _places(text[start:end])
        if word not in filler and word not in JOINING
    ]
    if not unread:
        return ()
    phrases = time_phrases(text)
    return tuple(gap for gap in unread if not any(first <= gap[0] < last for first, last in phrases))


def _places(text: str) -> list[tuple[int, str]]:
    places: list[tuple[int, str]] = []
    at = 0
    for word in words_of(text):
        at = text.index(word, at)
        places.append((at, word))
        at += len(word)
    return places


def _joining_words(text: str, found: Sequence[Found]) -> tuple[tuple[int, int], ...]:
    ordered = sorted(found, key=lambda each: each.start)
    spots: list[tuple[int, int]] = []
    for left, right in zip(ordered, ordered[1:], strict=False):
        spots += [
            (left.end + place, left.end + place + len(word))
            for place, word in _places(text[left.end : right.start])
            if word in JOINING
        ]
    return tuple(spots) or ((0, len(text)),)


def _join(text: str, found: Sequence[Found], *, excluding: bool) -> Expr | None:
    """All the findings as one; None when the joining words do not tell how."""
    if len(found) == 1 and _either_or_both(found[0], excluding=excluding):
        return None
    if len(found) == 1:
        lone = {
            word
            for word in words_of(text[: found[0].start] + " " + text[found[0].end :])
            if word in ("or", "and/or", "nor")
        }
        return None if lone else found[0].expression
    joints = {
        _joint(text[left.end : max(left.end, right.start)])
        for left, right in zip(found, found[1:], strict=False)
    }
    parts = tuple(one.expression for one in found)
    if _opposed_ages(found):
        return AnyOf(parts=parts) if excluding else All(parts=parts)
    if joints <= {"or", "list"} and "or" in joints:
        return AnyOf(parts=parts)
    if not excluding:
        return All(parts=parts) if "or" not in joints else None
    if joints == {"list"}:
        return AnyOf(parts=parts)
    return All(parts=parts) if joints == {"beside"} else None


def _either_or_both(one: Found, *, excluding: bool) -> bool:
    """ "Prior treatment with A and B" as an exclusion can mean either or both; so can "no prior A and B"
    as a demand."""
    expression = one.expression
    if one.kind != "prior treatment":
        return False
    return (
        isinstance(expression, All)
        if excluding
        else isinstance(expression, Not) and isinstance(expression.part, All)
    )


def _joint(gap: str) -> str:
    words = words_of(gap)
    if "or" in words or "and/or" in words or "nor" in words or re.fullmatch(r" ?/ ?", gap):
        return "or"
    if "and" in words or "&" in words or "plus" in words:
        return "and"
    return "list" if re.search(r"[,;.]", gap) else "beside"


def _opposed_ages(found: Sequence[Found]) -> bool:
    """ "Age < 18 and > 75" can only mean either."""
    ages = [one.expression for one in found]
    if not all(isinstance(age, Compare) and age.kind == "age" for age in ages) or len(ages) != 2:
        return False
    signs = [age.sign[0] for age in ages if isinstance(age, Compare)]
    return set(signs) == {"<", ">"}


def _partly(text: str, found: Sequence[Found], unread: Sequence[tuple[int, int]], *, excluding: bool) -> Expr:
    words = Unread(words=" ".join(text[start:end] for start, end in unread))
    if excluding:
        return _alternatives(text, found) or words
    gaps = _outside(text, found)
    if any(word in HEDGES for word in words_of(gaps)):
        return words
    decisive = tuple(
        one.expression for one in found if one.kind in DECISIVE and not _hides_or(one.expression)
    )
    return All(parts=(*decisive, words)) if decisive else words


def _hides_or(expression: Expr) -> bool:
    return isinstance(expression, AnyOf) and any(
        isinstance(atom, Exists) and atom.kind == "laboratory value" for atom in atoms_of(expression)
    )


def _outside(text: str, found: Sequence[Found]) -> str:
    pieces: list[str] = []
    at = 0
    for one in sorted(found, key=lambda each: each.start):
        pieces.append(text[at : one.start])
        pieces += [text[start:end] for start, end in one.unread]
        at = max(at, one.end)
    return " ".join((*pieces, text[at:]))


def _alternatives(text: str, found: Sequence[Found]) -> Expr | None:
    """ "Active hepatitis B, hepatitis C or tuberculosis": what is read rules out, whatever the rest means.

    Only when no unread piece could narrow its neighbours.
    """
    parts: list[Expr] = []
    clean = 0
    for start, end in _segments(text, found):
        inside = [one for one in found if start <= one.start and one.end <= end]
        moved = [
            Found(
                one.start - start,
                one.end - start,
                one.kind,
                one.expression,
                tuple((a - start, b - start) for a, b in one.unread),
            )
            for one in inside
        ]
        segment = text[start:end]
        left = _unread(segment, moved)
        joined = _join(segment, moved, excluding=True) if moved and not left else None
        if joined is not None:
            parts.append(joined)
            clean += 1
        elif (
            inside or _NARROWING.search(segment) or any(one.start < end and start < one.end for one in found)
        ):
            return None
        elif left:
            parts.append(Unread(words=segment.strip()))
    return AnyOf(parts=tuple(parts)) if clean and len(parts) > 1 else None


def _segments(text: str, found: Sequence[Found]) -> list[tuple[int, int]]:
    cuts = [
        match
        for match in _SEPARATOR.finditer(text)
        if not any(one.start <= match.start() < one.end for one in found)
    ]
    starts = [0, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), len(text)]
    return list(zip(starts, ends, strict=True))
