"""A criterion above a list ─▶ **whether it only introduces the list, and how the items count** ─▶
read_criteria."""

import re
from collections.abc import Sequence

from trialway.criteria.cues import NUMBER_WORDS, RuleMatch, parse_number
from trialway.criteria.expressions import Has
from trialway.criteria.joining_rules import JOINING_WORDS
from trialway.criteria.model import Join
from trialway.criteria.outline_nodes import OutlineNode
from trialway.criteria.section_headings import Side
from trialway.criteria.stop_words import INTRODUCTION, word_spans

_SOME = JOINING_WORDS.any_of("joining.some.")
_EVERY = JOINING_WORDS["joining.every"]
_LEADS_ON = re.compile(
    r"(?i)(?:\b(?:defined as|as follows|following|such as|including|include|any of|one of)|:)\W{0,3}$"
)


def lost_lead(text: str) -> str:
    """The words at the end of a criterion that lead on to more, "" when it is whole in itself."""
    match = _LEADS_ON.search(text)
    return match[0] if match else ""


def introduces(text: str, found: Sequence[RuleMatch]) -> bool:
    """Whether the words above a list say nothing but that it follows."""
    if not all(map(_is_only_a_noun, found)):
        return False
    for one in reversed(found):
        text = text[: one.start] + text[one.end :]
    return all(
        word in INTRODUCTION or word in ("or", "and/or", "≥", "≤") or word in NUMBER_WORDS or word.isdigit()
        for word in word_spans(text)
    )


def _is_only_a_noun(one: RuleMatch) -> bool:
    """Whether what was found is a bare "disease" or "medication", which those that follow say more of."""
    state = one.expression
    return isinstance(state, Has) and not state.variable and not state.where and state.who == "patient"


def join_of(text: str, node: OutlineNode, *, introducing: bool) -> tuple[Join, int]:
    """How the items of a list count, and how many of them are asked for."""
    join, count = _join(text, node.side, introducing=introducing)
    if node.open_ended or count > max(1, len(node.children)):
        # Nobody can tell where the list ends, or more are asked for than are listed.
        return "unclear", 1
    return join, count


def _join(text: str, side: Side, *, introducing: bool) -> tuple[Join, int]:
    if not introducing:
        return "unclear", 1
    some = _SOME.search(text)
    if some and not _EVERY.search(text):
        words = some["count"]
        count = int(parse_number(words)) if words and words not in ("any", "either") else 1
        return ("any", 1) if count == 1 else ("count", count)
    return ("any" if side == "exclusion" and not _EVERY.search(text) else "all"), 1
