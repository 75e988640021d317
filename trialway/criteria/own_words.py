"""The words of one criterion, without its list ─▶ **findings, expression and what was not read** ─▶
read_criteria."""

from msgspec import Struct

from trialway.concepts.concept import Mention
from trialway.criteria.build_expression import BuiltExpression, build_expression
from trialway.criteria.cues import RuleMatch
from trialway.criteria.exceptions import with_exceptions
from trialway.criteria.expressions import Among, Unread
from trialway.criteria.heading_scope_rules import HEADING_SCOPES
from trialway.criteria.model import Finding
from trialway.criteria.named.mentions import named_in
from trialway.criteria.named.source_words import in_source_words
from trialway.criteria.named.statements import named_findings
from trialway.criteria.named.unread_beside import without_claims
from trialway.criteria.normalised_text import NormalisedText, normalise_text
from trialway.criteria.outline_nodes import OutlineNode
from trialway.criteria.readers.all_readers import find_rules
from trialway.criteria.stop_words import word_spans

_MEASURED = frozenset(("laboratory value", "BMI", "LVEF", "HbA1c", "kidney function"))
# "Age:" above "18 and over": the heading is part of what its items say.
_TOPIC = HEADING_SCOPES["heading.topic"]


class OwnWords(Struct, frozen=True):
    """``text`` are the words in one spelling, ``found`` what was found in them, by places in ``text``;
    ``findings`` is the same by places in the source; ``residual`` are the words not read, as written."""

    text: str
    found: list[RuleMatch]
    findings: tuple[Finding, ...]
    built: BuiltExpression
    residual: str


def read_own_words(source: str, node: OutlineNode, mentions: list[Mention], own: frozenset[str]) -> OwnWords:
    """``mentions`` are the names in all of the source; ``own`` is the organ whose cancer it is all about."""
    folded = normalise_text(source, node.start, node.end)
    found = _found(source, node, folded, mentions)
    built = _built(folded.text, found, node, own)
    claimed = without_claims(folded.text, found, built.unread)
    if not isinstance(built.expression, Unread) and claimed != found:
        built = _built(folded.text, claimed, node, own)
    findings = tuple(_finding(folded, one) for one in claimed)
    return OwnWords(folded.text, claimed, findings, built, _residual(source, folded, built.unread))


def _found(
    source: str, node: OutlineNode, folded: NormalisedText, mentions: list[Mention]
) -> list[RuleMatch]:
    words, shift = _with_topic(folded.text, node.topic)
    found = [_moved(one, -shift) for one in find_rules(words) if one.end > shift]
    found = _without_asides(folded.text, found, excluding=node.side == "exclusion")
    found = [in_source_words(source, folded, one) for one in found]
    named = named_findings(source, folded, named_in(folded, mentions, node.start, node.end), found)
    return sorted([*found, *named], key=lambda one: (one.start, one.end))


def _built(text: str, found: list[RuleMatch], node: OutlineNode, own: frozenset[str]) -> BuiltExpression:
    excluding = node.side == "exclusion"
    return build_expression(
        text,
        with_exceptions(text, found, excluding=excluding),
        excluding=excluding,
        # A demand for "stage I breast cancer" asks for breast cancer, too.
        own=own if excluding else frozenset(),
    )


def _with_topic(words: str, topic: str) -> tuple[str, int]:
    if not topic or not _TOPIC.match(topic):
        return words, 0
    lead = topic.lower().rstrip(": ") + ": "
    return lead + words, len(lead)


def _without_asides(text: str, found: list[RuleMatch], *, excluding: bool) -> list[RuleMatch]:
    """The findings without a "women" that only says whom the rest is about: in exclusions, beside a value."""
    if "sex" not in [one.kind for one in found]:
        return found
    alone = len(word_spans(text)) <= 3 or any(one.kind == "age" for one in found)
    aside = (excluding and not alone) or any(one.kind in _MEASURED for one in found)
    return [one for one in found if not (aside and one.kind == "sex" and len(_values(one)) == 1)]


def _values(one: RuleMatch) -> tuple[str, ...]:
    return one.expression.values if isinstance(one.expression, Among) else ()


def _moved(one: RuleMatch, by: int) -> RuleMatch:
    if not by:
        return one
    unread = tuple((max(0, start + by), max(0, end + by)) for start, end in one.unread)
    return RuleMatch(max(0, one.start + by), one.end + by, one.kind, one.expression, unread)


def _finding(folded: NormalisedText, one: RuleMatch) -> Finding:
    start, end = folded.span(one.start, one.end)
    return Finding(kind=one.kind, start=start, end=end, expression=one.expression)


def _residual(source: str, folded: NormalisedText, unread: tuple[tuple[int, int], ...]) -> str:
    """The unread words as the registry wrote them, neighbours together."""
    if len(unread) == 1:
        start, end = folded.span(*unread[0])
        return source[start:end]
    runs: list[list[int]] = []
    for start, end in unread:
        if runs and not folded.text[runs[-1][1] : start].strip():
            runs[-1][1] = end
        else:
            runs.append([start, end])
    spans = [folded.span(start, end) for start, end in runs]
    return " … ".join(source[start:end] for start, end in spans)
