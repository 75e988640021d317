"""What was typed, as a tree that names no engine: words ─▶ **tree** ─compiling─▶ the engine's own query."""

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


class Most(Struct, frozen=True, tag="most"):
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


class Also(Struct, frozen=True, tag="also"):
    """The part as typed, or one of ``forms``: other words for the same thing, each side by side. Unless
    ``names`` it is a condition or a treatment, and not meant where it stands in a name of somebody or of a
    place. Nobody types it; expansion.py puts it in."""

    part: "Node"
    forms: tuple[Phrase, ...] = ()
    names: bool = True


Node: TypeAlias = Term | Phrase | And | Or | Most | Not | Field | Also
Leaf: TypeAlias = Term | Phrase


def written(node: Node) -> str:
    """The tree in the syntax that people type, every AND and group said: ``asthma AND (child OR adult)``."""
    match node:
        case Term(word):
            return word
        case Phrase(words):
            return '"' + " ".join(words) + '"'
        case And(parts) | Most(parts):
            return " AND ".join(_inner(part) for part in parts)
        case Or(parts):
            return " OR ".join(_inner(part) for part in parts)
        case Not(part):
            return "NOT " + _inner(part)
        case Field(name, part):
            return f"{name}:{_inner(part)}"
        case Also(part):
            return written(part)


def _inner(node: Node) -> str:
    return f"({written(node)})" if isinstance(node, And | Or | Most) else written(node)


def wanted(node: Node, field: str | None = None) -> Iterator[tuple[str | None, Leaf]]:
    """Every word and phrase that a trial is wanted for, with the area that it must be in; nothing under a
    NOT."""
    match node:
        case And(parts) | Or(parts) | Most(parts):
            for part in parts:
                yield from wanted(part, field)
        case Field(name, part):
            yield from wanted(part, name)
        case Also(part):
            yield from wanted(part, field)
        case Not():
            return
        case Term() | Phrase():
            yield field, node


def others(node: Node, field: str | None = None) -> Iterator[tuple[str | None, Also]]:
    """Every part that has other forms too, with the area that it must be in; nothing under a NOT."""
    match node:
        case And(parts) | Or(parts) | Most(parts):
            for part in parts:
                yield from others(part, field)
        case Field(name, part):
            yield from others(part, name)
        case Also():
            yield field, node
