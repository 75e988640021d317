"""Eligibility ─▶ **Criteria**: the text read criterion by criterion, and the rules of the structured
fields."""

import re
from functools import lru_cache

from msgspec import structs

from trialway.concepts.concept import Mention
from trialway.criteria.allowed_beside import with_allowances
from trialway.criteria.build_expression import build_expression
from trialway.criteria.conflicts import find_conflicts
from trialway.criteria.cues import NUMBER_WORDS, RuleMatch, parse_number
from trialway.criteria.exceptions import with_exceptions
from trialway.criteria.expressions import Among, Expr, Has, Unread
from trialway.criteria.field_rules import field_rules
from trialway.criteria.heading_scope_rules import HEADING_SCOPES
from trialway.criteria.joining_rules import JOINING_WORDS
from trialway.criteria.model import Criteria, Criterion, Finding, Join, Reading
from trialway.criteria.named.mentions import mentions_in, named_in
from trialway.criteria.named.statements import in_source_words, named_findings
from trialway.criteria.named.unread_beside import without_claims
from trialway.criteria.normalised_text import NormalisedText, normalise_text
from trialway.criteria.outline import build_outline
from trialway.criteria.outline_nodes import OutlineNode
from trialway.criteria.primary_organ import primary_organ
from trialway.criteria.readers.all_readers import find_rules
from trialway.criteria.section_headings import Side
from trialway.criteria.sentences import sentence_of
from trialway.criteria.stop_words import INTRODUCTION, word_spans
from trialway.criteria.topics import importance_of, topic_of
from trialway.record import Eligibility

_MEASURED = frozenset(("laboratory value", "BMI", "LVEF", "HbA1c", "kidney function"))
_LEADS_ON = re.compile(
    r"(?i)(?:\b(?:defined as|as follows|following|such as|including|include|any of|one of)|:)\W{0,3}$"
)
# Nobody writes a criterion so long; what is longer is a whole page on one line, and is not read.
LONGEST = 6000
# Registries take some 20,000 characters. What lies behind this is kept and shown, and not read.
MOST_READ = 100_000
_SOME = JOINING_WORDS.any_of("joining.some.")
_EVERY = JOINING_WORDS["joining.every"]
# "Age:" above "18 and over": the heading is part of what its items say.
_TOPIC = HEADING_SCOPES["heading.topic"]


# A trial's three pages and its check read the same, one soon after the other.
@lru_cache(maxsize=100)
def read_criteria(eligibility: Eligibility) -> Criteria:
    """Everything that a record says of who can take part, typed as far as it can be read."""
    source = eligibility.criteria or ""
    nodes = build_outline(source)
    own = primary_organ(source, nodes)
    mentions = mentions_in(source[:MOST_READ])
    criteria = with_allowances([_criterion(source, node, mentions, own) for node in nodes])
    stated = field_rules(eligibility)
    return Criteria(
        source=source, stated=stated, criteria=criteria, conflicts=find_conflicts(stated, criteria)
    )


def read_text(words: str, side: Side = "inclusion", topic: str = "") -> Criterion:
    """One criterion without its record; ``topic`` is the heading above it."""
    return _criterion(words, OutlineNode(0, len(words), side, topic=topic), mentions_in(words))


def _criterion(
    source: str, node: OutlineNode, mentions: list[Mention], own: frozenset[str] = frozenset()
) -> Criterion:
    """``mentions`` are the names in all of the source; ``own`` is the organ whose cancer it is all about."""
    children = with_allowances([_criterion(source, child, mentions, own) for child in node.children])
    text = source[node.start : node.end]
    if len(text) > LONGEST or node.start > MOST_READ:
        return _unread(node, text, children)
    folded = normalise_text(source, node.start, node.end)
    words, shift = _with_topic(folded.text, node.topic)
    excluding = node.side == "exclusion"
    found = [_moved(one, -shift) for one in find_rules(words) if one.end > shift]
    found = _without_asides(folded.text, found, excluding=excluding)
    found = [in_source_words(source, folded, one) for one in found]
    named = named_in(folded, mentions, node.start, node.end)
    found = sorted(
        [*found, *named_findings(source, folded, named, found)], key=lambda one: (one.start, one.end)
    )
    # A demand for "stage I breast cancer" asks for breast cancer, too.
    assembled = build_expression(
        folded.text,
        with_exceptions(folded.text, found, excluding=excluding),
        excluding=excluding,
        own=own if excluding else frozenset(),
    )
    leads_on = _LEADS_ON.search(text)
    introduces = bool(children) and _introduces(folded.text, found)
    claimed = without_claims(folded.text, found, assembled.unread)
    findings = tuple(_finding(folded, one) for one in claimed)
    topic = topic_of(text, findings, node.side, node.topic)
    expression: Expr = Unread(words="") if introduces else assembled.expression
    residual = "" if introduces else _residual(source, folded, assembled.unread)
    if leads_on and not residual and not children:
        # What it leads on to was lost, or stands elsewhere.
        residual = leads_on[0]
    reading: Reading = "not" if not found and not introduces else "part" if residual else "whole"
    join, count = _join(folded.text, node.side, introduces=introduces)
    if node.open_ended or count > max(1, len(children)):
        # Nobody can tell where the list ends, or more are asked for than are listed.
        join, count = "unclear", 1
    if children and (join != "all" if node.side == "inclusion" else join in ("count", "unclear")):
        # One of several alone is no "You must", and no "You cannot".
        children = tuple(structs.replace(child, sentence=child.text) for child in children)
    return Criterion(
        side=node.side,
        text=text,
        start=node.start,
        end=node.end,
        expression=expression,
        findings=findings,
        residual=residual,
        reading=reading,
        sentence=sentence_of(expression, node.side, text) if reading == "whole" and not children else text,
        scope=node.scope,
        alternative=node.alternative,
        join=join,
        join_count=count,
        topic=topic,
        importance=importance_of(topic, findings, node.side),
        children=children,
    )


def _unread(node: OutlineNode, text: str, children: tuple[Criterion, ...]) -> Criterion:
    return Criterion(
        side=node.side,
        text=text,
        start=node.start,
        end=node.end,
        expression=Unread(words=text),
        residual=text,
        sentence=text,
        scope=node.scope,
        alternative=node.alternative,
        join="unclear",
        children=children,
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


def _introduces(text: str, found: list[RuleMatch]) -> bool:
    """Whether a criterion with children says nothing but that they follow."""
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


def _join(text: str, side: Side, *, introduces: bool) -> tuple[Join, int]:
    if not introduces:
        return "unclear", 1
    some = _SOME.search(text)
    if some and not _EVERY.search(text):
        words = some["count"]
        count = int(parse_number(words)) if words and words not in ("any", "either") else 1
        return ("any", 1) if count == 1 else ("count", count)
    return ("any" if side == "exclusion" and not _EVERY.search(text) else "all"), 1
