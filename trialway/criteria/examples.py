"""Examples behind what they are examples of: "heart disease (e.g. angina, heart failure)" ─▶ **the wider
thing
alone** ─▶ build_expression."""

import re
from collections.abc import Sequence

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import AnyOf, Unread
from trialway.language_rules import LanguageRule, RuleTable

# What the list of concepts names.
NAMED = ("condition", "medicine", "procedure", "stage")
EXAMPLES = RuleTable(
    LanguageRule(
        "example.lead",
        r"\b(?:e\.? ?g\b|i\.? ?e\b|such as|including|includes?|for example|for instance|like|especially"
        r"|namely|in particular"
        r"|particularly|ie|eg)(?![a-z])",
        "Examples follow.",
        example="heart disease, such as angina",
        counter_example="heart disease and angina",
    )
)
_LEADS = EXAMPLES["example.lead"]
_LISTED = re.compile(r"[\s,;/]{0,3}(?:and/or|or|and|other|etc\.?)?[\s,/]{0,3}(?:other |any )?")


def without_examples(text: str, found: Sequence[RuleMatch]) -> Sequence[RuleMatch]:
    """The findings with examples taken into what they are examples of. A list that no bracket closes could
    go on with other things: it stays open."""
    if not any(_LEADS.search(text, one.end) for one in found[:1]):
        return found
    kept: list[RuleMatch] = []
    listing = ""
    for one in found:
        last = kept[-1] if kept else None
        gap = text[last.end : max(last.end, one.start)] if last else ""
        listing = _listing(gap, listing) if last and last.kind in NAMED and one.kind in NAMED else ""
        if last and listing:
            kept[-1] = _taken_in(last, one, gap, closed=listing == "bracket")
        else:
            kept.append(one)
    return kept


def _listing(gap: str, before: str) -> str:
    """``bracket`` or ``open`` while examples go on, "" when none do."""
    if _LEADS.search(gap):
        return "bracket" if "(" in gap or "[" in gap else "open"
    if before and ")" not in gap and "]" not in gap and _LISTED.fullmatch(gap):
        return before
    return ""


def _taken_in(last: RuleMatch, one: RuleMatch, gap: str, *, closed: bool) -> RuleMatch:
    expression = last.expression
    if not closed and not isinstance(expression, AnyOf):
        expression = AnyOf(parts=(expression, Unread(words=gap.strip())))
    passed = ((last.end, one.start),) if gap.strip() else ()
    return RuleMatch(
        last.start, max(last.end, one.end), last.kind, expression, last.unread + passed + one.unread
    )
