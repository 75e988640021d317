"""Names beside words that were not read ─▶ **names that claim nothing** ─▶ read_criteria.

"Heart failure due to reversible causes" is not heart failure. Whatever stands unread in the same item of a
list may narrow a name, turn it, or make it an example; then it is only named.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import structs

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Has, Not
from trialway.criteria.named.tail_rules import TAILS

Span = tuple[int, int]
_SEPARATOR = TAILS["tail.separator"]
_BRACKETS = re.compile(r"\([^()]{3,400}\)")
_COUNTED = TAILS["tail.counted"]


def without_claims(text: str, found: Sequence[RuleMatch], unread: Sequence[Span]) -> list[RuleMatch]:
    """The findings, those that unread words may change as names alone; ``unread`` are their places."""
    if _COUNTED.search(text):
        return [_named_only(one) for one in found]
    brackets = [bracket.span() for bracket in _BRACKETS.finditer(text)] if "(" in text else []
    if brackets:
        # What stands in brackets explains what stands before them.
        found = [_named_only(one) if _is_in_one(one, brackets) else one for one in found]
    if not unread:
        return list(found)
    cuts = [cut.end() for cut in _SEPARATOR.finditer(text)]
    starts = [start for start, _ in unread]
    return [_named_only(one) if _has_unread(one, cuts, starts, len(text)) else one for one in found]


def _is_in_one(one: RuleMatch, brackets: Sequence[Span]) -> bool:
    return any(begin < one.start and one.end <= end for begin, end in brackets)


def _has_unread(one: RuleMatch, cuts: Sequence[int], starts: Sequence[int], length: int) -> bool:
    """Whether a word between the marks of the list around a name was not read."""
    place = bisect_left(cuts, one.start + 1)
    begin = cuts[place - 1] if place else 0
    after = bisect_right(cuts, one.end)
    end = cuts[after] if after < len(cuts) else length
    first = bisect_left(starts, begin)
    return first < len(starts) and starts[first] < end


def _named_only(one: RuleMatch) -> RuleMatch:
    state = one.expression.part if isinstance(one.expression, Not) else one.expression
    if not isinstance(state, Has) or one.kind == "allergy":
        return one
    return structs.replace(one, expression=structs.replace(state, when="unstated"))
