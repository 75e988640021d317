"""One thing that has names: a **Concept**, and where one was found in a text: a **Mention**."""

from typing import Literal

from msgspec import Struct

Kind = Literal["condition", "medicine", "class", "gene", "marker", "procedure", "symptom", "stage"]
KINDS: tuple[Kind, ...] = (
    "condition", "medicine", "class", "gene", "marker", "procedure", "symptom", "stage",
)  # fmt: skip
# exact: the words name this. within: they name a kind of it ("severe asthma"). about: they name something
# around it ("asthma education", "breast cancer survivors").
How = Literal["exact", "within", "about"]


class Concept(Struct, frozen=True):
    """``id`` says whose number it is (``mesh:D006333``); ``broader`` are ids of concepts one step up;
    ``area`` is the part of medicine in lay words (``Heart``), empty where none fits."""

    id: str
    kind: Kind
    preferred: str
    lay: str
    broader: tuple[str, ...]
    source: str
    area: str


class Mention(Struct, frozen=True):
    """A concept in a text: ``text[start:end]`` are the words that name it, in characters."""

    concept: Concept
    start: int
    end: int


class NameMatch(Struct, frozen=True):
    """A concept that a whole name stands for, and how."""

    concept: Concept
    how: How
