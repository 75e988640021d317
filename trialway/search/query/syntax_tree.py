"""The nodes of a parsed search text, and back to text. They name no engine."""

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct


class Term(Struct, frozen=True, tag="term"):
    """One word as typed: ``T-DM1``."""

    word: str


class Phrase(Struct, frozen=True, tag="phrase"):
    """Words that must stand side by side, in this order."""

    words: tuple[str, ...]


class And(Struct, frozen=True, tag="and"):
    """All parts must hold; there are at least two."""

    parts: "tuple[Node, ...]"


class Or(Struct, frozen=True, tag="or"):
    """One part is enough; there are at least two."""

    parts: "tuple[Node, ...]"


class AtLeast(Struct, frozen=True, tag="most"):
    """At least so many of the parts must hold. Nobody types it; closest.py asks it where all find nothing."""

    parts: "tuple[Node, ...]"
    least: int


class Not(Struct, frozen=True, tag="not"):
    """The part must not hold."""

    part: "Node"


class Field(Struct, frozen=True, tag="field"):
    """The part must hold within one area of the record, such as ``title``."""

    name: str
    part: "Node"


class Synonyms(Struct, frozen=True, tag="also"):
    """The part as typed, or one of ``forms``: other words for the same thing, each side by side. Unless
    ``names`` it is a condition or a treatment, and not meant where it stands in a name of somebody or of a
    place. Nobody types it; expansion.py puts it in."""

    part: "Node"
    forms: tuple[Phrase, ...] = ()
    names: bool = True


Node: TypeAlias = Term | Phrase | And | Or | AtLeast | Not | Field | Synonyms
Leaf: TypeAlias = Term | Phrase


def to_syntax(node: Node) -> str:
    """The tree in the syntax that people type, every AND and group said: ``asthma AND (child OR adult)``."""
    match node:
        case Term(word):
            return word
        case Phrase(words):
            return '"' + " ".join(words) + '"'
        case And(parts) | AtLeast(parts):
            return " AND ".join(_inner(part) for part in parts)
        case Or(parts):
            return " OR ".join(_inner(part) for part in parts)
        case Not(part):
            return "NOT " + _inner(part)
        case Field(name, part):
            return f"{name}:{_inner(part)}"
        case Synonyms(part):
            return to_syntax(part)


def _inner(node: Node) -> str:
    return f"({to_syntax(node)})" if isinstance(node, And | Or | AtLeast) else to_syntax(node)


def positive_terms(node: Node, field: str | None = None) -> Iterator[tuple[str | None, Leaf]]:
    """Every word and phrase that a trial is wanted for, with the area that it must be in; nothing under a
    NOT."""
    match node:
        case And(parts) | Or(parts) | AtLeast(parts):
            for part in parts:
                yield from positive_terms(part, field)
        case Field(name, part):
            yield from positive_terms(part, name)
        case Synonyms(part):
            yield from positive_terms(part, field)
        case Not():
            return
        case Term() | Phrase():
            yield field, node


def expansions(node: Node, field: str | None = None) -> Iterator[tuple[str | None, Synonyms]]:
    """Every part that has other forms too, with the area that it must be in; nothing under a NOT."""
    match node:
        case And(parts) | Or(parts) | AtLeast(parts):
            for part in parts:
                yield from expansions(part, field)
        case Field(name, part):
            yield from expansions(part, name)
        case Synonyms():
            yield field, node
