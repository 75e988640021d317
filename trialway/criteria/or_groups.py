"""The findings of a criterion ─▶ **joined by "and" or by "or"**, or None where nobody can tell ─▶
build_expression."""

import re
from collections.abc import Sequence
from itertools import pairwise, repeat

from trialway.criteria.cues import RuleMatch
from trialway.criteria.disease import DISEASE, disease_of, is_vague
from trialway.criteria.examples import NAMED
from trialway.criteria.expressions import All, AnyOf, Compare, Expr, Not, Unread
from trialway.criteria.joining_rules import JOINING_WORDS
from trialway.criteria.stop_words import word_spans
from trialway.criteria.unparsed_text import unparsed_words

_SEPARATOR = JOINING_WORDS["joining.separator"]
_NARROWING = JOINING_WORDS.any_of("joining.narrows.")
_GRADES = frozenset(("NYHA class", "Child-Pugh class", "CTCAE grade", "stage", "cancer spread"))
_OR = frozenset(("or", "and/or", "nor"))


def combine_findings(text: str, found: Sequence[RuleMatch], *, excluding: bool) -> Expr | None:
    """All findings as one expression; None when the joining words do not say how they are joined."""
    if len(found) == 1:
        return _alone(text, found[0], excluding=excluding)
    if not excluding and any(one.kind in DISEASE for one in found) and all(map(_is_of_disease, found)):
        return _disease_with_names(text, found)
    joints = {_joint(text[left.end : max(left.end, right.start)]) for left, right in pairwise(found)}
    if excluding and any(map(_may_grade, pairwise(found))):
        return None
    if not excluding and any(map(_ties_one_way, pairwise(found), repeat(text))):
        return None
    parts = tuple(one.expression for one in found)
    if _opposed_ages(found):
        return AnyOf(parts=parts) if excluding else All(parts=parts)
    if not excluding and joints <= {"or", "list"} and all(map(_is_denied_name, found)):
        # "No asthma, stroke or gout": none of them.
        return All(parts=parts)
    if "or" in joints:
        return AnyOf(parts=parts) if joints <= {"or", "list"} else None
    if not excluding and _lists_named(text, found):
        return None
    if not excluding or joints == {"beside"}:
        return All(parts=parts)
    return AnyOf(parts=parts) if joints == {"list"} else None


def _is_of_disease(one: RuleMatch) -> bool:
    return one.kind in DISEASE or one.kind in NAMED


def _disease_with_names(text: str, found: Sequence[RuleMatch]) -> Expr | None:
    """Markers and spread as one expression, and the illness that is named with them; None when the names
    could be alternatives."""
    named = [one for one in found if one.kind in NAMED]
    gaps = (text[left.end : max(left.end, right.start)] for left, right in pairwise(found))
    if named and any(_joint(gap) in ("or", "and") for gap in gaps):
        return None
    if any(is_vague(text, one) for one in found):
        return None
    joined = disease_of(text, [one for one in found if one.kind in DISEASE])
    if joined is None or not named:
        return joined
    return All(parts=(joined, *(one.expression for one in named)))


def _ties_one_way(pair: tuple[RuleMatch, RuleMatch], text: str) -> bool:
    """Whether what follows may hold for one way alone: "ferritin < 100, or 100 to 300 with a saturation <
    20 %"."""
    left, right = pair
    between = text[left.end : max(left.end, right.start)]
    return isinstance(left.expression, AnyOf) and (
        "with" in word_spans(between) or "if" in word_spans(between)
    )


def _may_grade(pair: tuple[RuleMatch, RuleMatch]) -> bool:
    """Whether a grade behind an illness may be its own, or another thing of the list: "heart failure, NYHA
    class III"."""
    left, right = pair
    return left.kind == "condition" and right.kind in _GRADES


def _is_denied_name(one: RuleMatch) -> bool:
    return one.kind in NAMED and isinstance(one.expression, Not)


def _lists_named(text: str, found: Sequence[RuleMatch]) -> bool:
    """Whether a demand lists illnesses or treatments: "asthma, COPD" and "asthma and COPD" may mean
    either."""
    return any(
        left.kind == right.kind
        and left.kind in NAMED
        and not isinstance(left.expression, Not)
        and _joint(text[left.end : max(left.end, right.start)]) in ("and", "list")
        for left, right in pairwise(found)
    )


def _alone(text: str, one: RuleMatch, *, excluding: bool) -> Expr | None:
    around = word_spans(text[: one.start] + " " + text[one.end :])
    if _either_or_both(one, excluding=excluding) or any(word in _OR for word in around):
        return None
    return one.expression


def _either_or_both(one: RuleMatch, *, excluding: bool) -> bool:
    """Whether "A and B" may mean either or both: "prior treatment with A and B" as an exclusion, "no prior
    A and B" as an inclusion."""
    expression = one.expression
    if one.kind != "prior treatment":
        return False
    return (
        isinstance(expression, All)
        if excluding
        else isinstance(expression, Not) and isinstance(expression.part, All)
    )


def _joint(gap: str) -> str:
    words = word_spans(gap)
    if any(word in _OR for word in words) or re.fullmatch(r" ?/ ?", gap):
        return "or"
    if "with" in words:
        # "Heart failure, with an ejection fraction below 30 %": one thing.
        return "beside"
    if "and" in words or "&" in words or "plus" in words:
        return "and"
    return "list" if re.search(r"[,;.]", gap) else "beside"


def _opposed_ages(found: Sequence[RuleMatch]) -> bool:
    """Whether two ages can only be alternatives: "Age < 18 and > 75"."""
    ages = [one.expression for one in found]
    if not all(isinstance(age, Compare) and age.kind == "age" for age in ages) or len(ages) != 2:
        return False
    signs = [age.sign[0] for age in ages if isinstance(age, Compare)]
    return set(signs) == {"<", ">"}


def alternatives(text: str, found: Sequence[RuleMatch]) -> Expr | None:
    """An exclusion as a list of alternatives: "Active hepatitis B, hepatitis C or tuberculosis" excludes by
    what is read, whatever the rest means.

    Only when no unread item could narrow its neighbours; None otherwise.
    """
    parts: list[Expr] = []
    clean = 0
    segments = _segments(text, found)
    if _may_share_words(found, segments):
        return None
    for start, end in segments:
        inside = [one for one in found if start <= one.start and one.end <= end]
        moved = [
            RuleMatch(
                one.start - start,
                one.end - start,
                one.kind,
                one.expression,
                tuple((a - start, b - start) for a, b in one.unread),
            )
            for one in inside
        ]
        segment = text[start:end]
        left = unparsed_words(segment, moved)
        joined = combine_findings(segment, moved, excluding=True) if moved and not left else None
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


def _may_share_words(found: Sequence[RuleMatch], segments: Sequence[tuple[int, int]]) -> bool:
    """Whether what is said beside one thing may hold for its neighbours, too: "asthma or stroke requiring
    antibiotics", "diabetes treated with insulin or metformin"."""
    if any(map(_may_grade, pairwise(found))):
        return True
    kinds = [[one.kind for one in found if start <= one.start and one.end <= end] for start, end in segments]
    return any(
        len(set(own)) > 1 and set(own).intersection(other) & set(NAMED)
        for left, right in pairwise(kinds)
        for own, other in ((left, right), (right, left))
    )


def _segments(text: str, found: Sequence[RuleMatch]) -> list[tuple[int, int]]:
    cuts = [
        match
        for match in _SEPARATOR.finditer(text)
        if not any(one.start <= match.start() < one.end for one in found)
    ]
    starts = [0, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), len(text)]
    return list(zip(starts, ends, strict=True))
