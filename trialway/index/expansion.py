"""What was typed with other words for the same thing beside it: tree ─**expansion**▶ tree ─▶ engine.

Outside the engine, so that any engine can do it. Phrases in quotation marks stay as they are, and so does
what must not occur. What was added is told, so that a page can show it.
"""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from trialway.index.analysis import terms
from trialway.index.thesaurus import MOST_FORMS, Form, Key, Thesaurus
from trialway.index.tree import Also, And, Field, Node, Or, Phrase, Term

# Names of people, places and numbers have no other words.
AREAS = {None, "title", "condition", "intervention", "outcome", "eligibility"}
_LETTERS_THEN_DIGITS = re.compile(r"[^\W\d_]{2,}\d+[^\W\d_]?")

Occurs = Callable[[Key], bool]


class Added(Struct, frozen=True):
    """What was typed, and which other words were searched for as well; ``sources`` one for each of them."""

    typed: str
    forms: tuple[str, ...]
    sources: tuple[str, ...]


class Expanded(Struct, frozen=True):
    tree: Node
    added: tuple[Added, ...]


def expand(tree: Node, thesaurus: Thesaurus, occurs: Occurs) -> Expanded:
    """``occurs`` tells whether all of some terms stand in the index at all: what stands nowhere is not
    searched for."""
    added: list[Added] = []
    return Expanded(_Expanding(thesaurus, occurs, added).node(tree, None), tuple(added))


class _Expanding(Struct, frozen=True):
    thesaurus: Thesaurus
    occurs: Occurs
    added: list[Added]

    def node(self, node: Node, area: str | None) -> Node:
        match node:
            case And(parts):
                found = self.together(parts, area)
                return And(tuple(found)) if len(found) > 1 else found[0]
            case Or(parts):
                return Or(tuple(self.node(part, area) for part in parts))
            case Field(name, part):
                return Field(name, self.node(part, name))
            case Term():
                return self.together((node,), area)[0]
        return node

    def together(self, parts: Sequence[Node], area: str | None) -> list[Node]:
        """Words that stand beside each other are looked up together, as many at once as there are."""
        found: list[Node] = []
        at = 0
        while at < len(parts):
            words = _run(parts, at)
            longest = next((n for n in range(len(words), 0, -1) if self.also(words[:n], area)), 0)
            if longest:
                found.append(self.told(words[:longest], area))
            else:
                found.append(self.node(parts[at], area) if not words else words[0])
            at += longest or 1
        return found

    def also(self, words: Sequence[Term], area: str | None) -> list[Form]:
        """Other forms of these words together that the index holds."""
        if area not in AREAS:
            return []
        asked = tuple(term for word in words for term in terms(word.word))
        known = self.thesaurus.forms(asked) if len(asked) <= self.thesaurus.longest else ()
        forms = (*_written_otherwise(words), *known)
        return [form for form in forms if self.occurs(terms(form.words))][:MOST_FORMS]

    def told(self, words: Sequence[Term], area: str | None) -> Node:
        forms = self.also(words, area)
        shown = [form for form in forms if form.source]
        if shown:
            typed = " ".join(word.word for word in words)
            self.added.append(
                Added(typed, tuple(form.words for form in shown), tuple(form.source for form in shown))
            )
        part: Node = And(tuple(words)) if len(words) > 1 else words[0]
        return Also(part, tuple(Phrase(tuple(form.words.split())) for form in forms))


def _run(parts: Sequence[Node], at: int) -> list[Term]:
    """The words from here to the first part that is none."""
    words: list[Term] = []
    for part in parts[at:]:
        if not isinstance(part, Term):
            break
        words.append(part)
    return words


def _written_otherwise(words: Sequence[Term]) -> list[Form]:
    """The same word with or without its hyphen or blank: ``IL-6`` and ``IL6``. Nothing that need be told."""
    if len(words) != 1:
        return []
    word = words[0].word
    if len(terms(word)) == 2 and len(joined := re.sub(r"[^\w]", "", word)) <= 12:
        return [Form(joined, "")]
    if _LETTERS_THEN_DIGITS.fullmatch(word):
        return [Form(re.sub(r"(?<=\D)(?=\d)", " ", word, count=1), "")]
    return []
