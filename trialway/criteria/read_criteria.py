"""Eligibility ─▶ **Criteria**: the text read criterion by criterion, and the rules of the structured
fields."""

from functools import lru_cache

from msgspec import structs

from trialway.concepts.concept import Mention
from trialway.criteria.allowed_beside import with_allowances
from trialway.criteria.conflicts import find_conflicts
from trialway.criteria.expressions import Expr, Unread
from trialway.criteria.field_rules import field_rules
from trialway.criteria.list_joins import introduces, join_of, lost_lead
from trialway.criteria.model import Criteria, Criterion, Join, Reading
from trialway.criteria.named.mentions import mentions_in
from trialway.criteria.outline import build_outline
from trialway.criteria.outline_nodes import OutlineNode
from trialway.criteria.own_words import OwnWords, read_own_words
from trialway.criteria.primary_organ import primary_organ
from trialway.criteria.section_headings import Side
from trialway.criteria.sentences import sentence_of
from trialway.criteria.topics import importance_of, topic_of
from trialway.record import Eligibility

# Nobody writes a criterion so long; what is longer is a whole page on one line, and is not read.
LONGEST = 6000
# Registries take some 20,000 characters. What lies behind this is kept and shown, and not read.
MOST_READ = 100_000


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
    return _criterion(words, OutlineNode(0, len(words), side, topic=topic), mentions_in(words), frozenset())


def _criterion(source: str, node: OutlineNode, mentions: list[Mention], own: frozenset[str]) -> Criterion:
    """A criterion with its list. ``mentions`` and ``own``: see ``read_own_words``."""
    children = with_allowances([_criterion(source, child, mentions, own) for child in node.children])
    text = source[node.start : node.end]
    if len(text) > LONGEST or node.start > MOST_READ:
        return _unread(node, text, children)
    words = read_own_words(source, node, mentions, own)
    introducing = bool(children) and introduces(words.text, words.found)
    expression: Expr = Unread(words="") if introducing else words.built.expression
    # What a criterion leads on to was lost, or stands elsewhere.
    residual = "" if introducing else words.residual or ("" if children else lost_lead(text))
    reading = _reading(words, residual, introducing=introducing)
    join, count = join_of(words.text, node, introducing=introducing)
    topic = topic_of(text, words.findings, node.side, node.topic)
    told = reading == "whole" and not children
    return Criterion(
        side=node.side,
        text=text,
        start=node.start,
        end=node.end,
        expression=expression,
        findings=words.findings,
        residual=residual,
        reading=reading,
        sentence=sentence_of(expression, node.side, text) if told else text,
        scope=node.scope,
        alternative=node.alternative,
        join=join,
        join_count=count,
        topic=topic,
        importance=importance_of(topic, words.findings, node.side),
        children=_as_items(children, join, node.side),
    )


def _reading(words: OwnWords, residual: str, *, introducing: bool) -> Reading:
    if not words.found and not introducing:
        return "not"
    return "part" if residual else "whole"


def _as_items(children: tuple[Criterion, ...], join: Join, side: Side) -> tuple[Criterion, ...]:
    """Items of which some are enough, or nobody knows how many, without sentences: one of several alone is
    no "You must", and no "You cannot"."""
    enough = join == "all" or (join == "any" and side == "exclusion")
    return children if enough else tuple(structs.replace(one, sentence=one.text) for one in children)


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
