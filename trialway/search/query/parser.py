"""Search text → syntax tree, by recursive descent. It never fails: what cannot be parsed is read as words.

asthma child               both words
"heart failure"            side by side
asthma OR copd             either; AND binds more strongly than OR
asthma -child              not the second; NOT child says the same
(asthma OR copd) steroid   grouped
title:asthma               in one area of the record
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from trialway.search.query.lexer import SyntaxProblem, Token, tokenize
from trialway.search.query.syntax_tree import (
    And,
    Field,
    Node,
    Not,
    Or,
    Phrase,
    Term,
)

MOST_CHARACTERS = 500
MOST_TERMS = 64

# Left out beside other words, because nearly every record holds them; a quoted phrase keeps them.
# fmt: off
STOP_WORDS = frozenset({
    "a", "about", "after", "am", "an", "and", "any", "are", "as", "at", "be", "been", "before", "but", "by",
    "can", "could", "do", "does", "during", "for", "from", "has", "have", "how", "i", "if", "in", "into",
    "is", "it", "its", "me", "my", "of", "on", "or", "should", "than", "that", "the", "their", "there",
    "this", "to", "was", "were", "what", "when", "where", "which", "while", "who", "will", "with", "would",
    "you", "your",
})
# fmt: on
_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»〝〞＂", '"'))


class ParsedText(Struct, frozen=True):
    """The tree (None when there is nothing to search for), the text that it was read from, and what was
    not understood."""

    tree: Node | None
    text: str
    problems: tuple[SyntaxProblem, ...] = ()


class _Part(NamedTuple):
    """What was read at one place (None: nothing that can be searched for), and the token after it."""

    node: Node | None
    after: int


def parse(typed: str) -> ParsedText:
    """Read what was typed; what cannot be read as syntax is read as words, or left out with a sentence."""
    text, problems = clean(typed)
    tree = _either(_bounded(tokenize(text, problems), problems), 0, problems).node
    if text and tree is None:
        sentence = f"There is no word in ‘{text[:40]}’; write a condition or a treatment, such as asthma."
        problems.append(SyntaxProblem(sentence))
    return ParsedText(tree, text, tuple(dict.fromkeys(problems)))


def clean(typed: str) -> tuple[str, list[SyntaxProblem]]:
    """At most 500 characters without control characters, the quotation marks straight, the blanks single."""
    # A lone surrogate, half of a character, can be written neither into an address nor into an index.
    head = unicodedata.normalize("NFC", typed[: 4 * MOST_CHARACTERS])
    printable = "".join(" " if unicodedata.category(char) in {"Cc", "Cs"} else char for char in head)
    text = " ".join(printable.translate(_STRAIGHT).split())
    if len(text) <= MOST_CHARACTERS and len(typed) <= 4 * MOST_CHARACTERS:
        return text, []
    sentence = (
        f"Only the first {MOST_CHARACTERS} of {len(typed):,} characters were searched for; use fewer words."
    )
    return text[:MOST_CHARACTERS].rstrip(), [SyntaxProblem(sentence)]


def _bounded(found: list[Token], problems: list[SyntaxProblem]) -> list[Token]:
    """The tokens without the words after the 64th."""
    count, kept = 0, []
    for token in found:
        words = token.text.split() if token.kind in {"word", "phrase"} else []
        room = MOST_TERMS - count
        count += len(words)
        if not words:
            kept.append(token)
        elif room > 0:
            kept.append(Token(token.kind, " ".join(words[:room]), token.at))
    if count > MOST_TERMS:
        sentence = f"Only the first {MOST_TERMS} of {count} words were searched for; use fewer words."
        problems.append(SyntaxProblem(sentence))
    return kept


def _either(found: list[Token], at: int, problems: list[SyntaxProblem]) -> _Part:
    """Everything up to the end or the closing parenthesis: groups of words with OR between them."""
    part = _all(found, at, problems)
    parts, ors, places = [part.node], 0, []
    while part.after < len(found) and found[part.after].kind == "OR":
        places.append(found[part.after].at)
        part = _all(found, part.after + 1, problems)
        parts.append(part.node)
        ors += 1
    nodes = tuple(node for node in parts if node is not None)
    if ors and len(nodes) <= ors:
        sentence = "OR was left out where it has no words on both sides; write it as: asthma OR eczema."
        problems.append(SyntaxProblem(sentence, places[_lone(parts)]))
    return _Part(Or(nodes) if len(nodes) > 1 else nodes[0] if nodes else None, part.after)


def _lone(parts: Sequence[Node | None]) -> int:
    """Which OR has nothing on one of its sides: the one before the part that is missing, or the first."""
    return max(next(place for place, part in enumerate(parts) if part is None) - 1, 0)


def _all(found: list[Token], at: int, problems: list[SyntaxProblem]) -> _Part:
    """Words that must all hold, up to the end, an OR or the closing parenthesis."""
    nodes: list[Node] = []
    while at < len(found) and found[at].kind not in {"OR", ")"}:
        if found[at].kind == "AND":
            at += 1
            continue
        part = _one(found, at, problems)
        at = part.after
        if part.node is not None:
            nodes.append(part.node)
    nodes = [node for node in nodes if not _is_empty(node)] or nodes
    return _Part(And(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None, at)


def _is_empty(node: Node) -> bool:
    """Whether it says nothing beside other words: ``of``, ``&``."""
    return isinstance(node, Term) and (
        node.word.lower() in STOP_WORDS or not any(char.isalnum() for char in node.word)
    )


def _one(found: list[Token], at: int, problems: list[SyntaxProblem]) -> _Part:
    """A word, a phrase or a group, with the NOT and the area that stand before it."""
    negated, field = False, ""
    while at < len(found) and found[at].kind in {"NOT", "field"}:
        negated ^= found[at].kind == "NOT"
        field = found[at].text or field
        at += 1
    part = _bare(found, at, problems)
    if part.node is None:
        if negated:
            sentence = "NOT was left out where no word follows it; write it as: asthma NOT child."
            problems.append(SyntaxProblem(sentence, found[at - 1].at))
        return part
    node = Field(field, part.node) if field else part.node
    return _Part(Not(node) if negated else node, part.after)


def _bare(found: list[Token], at: int, problems: list[SyntaxProblem]) -> _Part:
    if at >= len(found) or found[at].kind in {"OR", "AND", ")"}:
        return _Part(None, at)
    token = found[at]
    if token.kind == "(":
        group = _either(found, at + 1, problems)
        return _Part(group.node, group.after + 1)
    words = tuple(token.text.split())
    return _Part(Phrase(words) if token.kind == "phrase" else Term(token.text), at + 1)
