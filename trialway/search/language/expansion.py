"""Query → the same query with synonyms beside its words.

Outside the engine, so that any engine can do it. Phrases in quotation marks stay as they are, and so does
what must not occur. What was added is told, so that a page can show it.
"""

from collections.abc import Container, Sequence

from msgspec import Struct
from msgspec.structs import replace

from trialway.search.language.analysis import terms
from trialway.search.language.index_words import IndexWords
from trialway.search.language.synonym_candidates import SynonymCandidates
from trialway.search.language.thesaurus import Synonym
from trialway.search.query.query import Query, Text
from trialway.search.query.syntax_tree import (
    And,
    Field,
    Node,
    Or,
    Phrase,
    Synonyms,
    Term,
)

# No name has more words; to try longer ones takes the square of a long text's words.
LONGEST_NAME = 16
# Names of people, places and numbers have no other words.
AREAS = {None, "title", "condition", "intervention", "outcome", "eligibility"}
# Five of them are milligrams and not myasthenia gravis.
UNITS = {"g", "kg", "mg", "mcg", "ug", "ml", "l", "iu", "mm", "cm", "nm"}
# What stands before one of these is part of its name.
BODIES = {
    "association", "center", "centers", "centre", "centres", "centrum", "clinic", "clinics", "college",
    "department", "foundation", "group", "hospital", "hospitals", "institute", "institutes", "network",
    "society", "university",
}  # fmt: skip


class AddedSynonyms(Struct, frozen=True):
    """What was typed, and which other words were searched for as well; ``sources`` one for each of them."""

    typed: str
    forms: tuple[str, ...]
    sources: tuple[str, ...]


class Expanded(Struct, frozen=True):
    tree: Node
    added: tuple[AddedSynonyms, ...]


def expand(tree: Node, vocabulary: SynonymCandidates, without: Container[str] = ()) -> Expanded:
    """The tree with what the vocabulary knows of its words, but for forms ``without``, in small letters."""
    added: list[AddedSynonyms] = []
    return Expanded(_Expanding(vocabulary, added, without).node(tree, None), tuple(added))


class _Expanding(Struct, frozen=True):
    vocabulary: SynonymCandidates
    added: list[AddedSynonyms]
    without: Container[str]

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
        topic = self.topic(parts) if area is None else set()
        found: list[Node] = []
        at = 0
        while at < len(parts):
            words = [] if area not in AREAS or _is_unit(parts, at) else _run(parts, at)
            counts = range(min(len(words), LONGEST_NAME), 0, -1)
            longest = next((n for n in counts if self.vocabulary.forms(_typed(words[:n]))), 0)
            if longest:
                found.append(self.told(words[:longest], topic.issuperset(range(at, at + longest))))
            elif at in topic:
                found.append(Synonyms(parts[at], names=False))
            else:
                found.append(parts[at] if isinstance(parts[at], Term) else self.node(parts[at], area))
            at += longest or 1
        return found

    def topic(self, parts: Sequence[Node]) -> set[int]:
        """Which of the parts are words of a condition or a treatment; the longest such name goes before."""
        found: set[int] = set()
        at = 0
        while at < len(parts):
            words = _run(parts, at)
            counts = range(min(len(words), LONGEST_NAME), 0, -1)
            longest = next((n for n in counts if self.vocabulary.is_topic(_typed(words[:n]))), 0)
            if not (longest < len(words) and words[longest].word.lower() in BODIES):
                found.update(range(at, at + longest))
            at += longest or 1
        return found

    def told(self, words: Sequence[Term], topic: bool) -> Node:
        typed = _typed(words)
        forms = [form for form in self.vocabulary.forms(typed) if form.words.casefold() not in self.without]
        self.tell(typed, forms)
        part: Node = And(tuple(words)) if len(words) > 1 else words[0]
        return Synonyms(part, tuple(Phrase(tuple(form.words.split())) for form in forms), names=not topic)

    def tell(self, typed: str, forms: Sequence[Synonym]) -> None:
        shown = [form for form in forms if form.source]
        if shown:
            words, sources = (form.words for form in shown), (form.source for form in shown)
            self.added.append(AddedSynonyms(typed, tuple(words), tuple(sources)))


def _typed(words: Sequence[Term]) -> str:
    return " ".join(word.word for word in words)


def _run(parts: Sequence[Node], at: int) -> list[Term]:
    """The words from here to the first part that is none."""
    words: list[Term] = []
    for part in parts[at:]:
        if not isinstance(part, Term):
            break
        words.append(part)
    return words


def _is_unit(parts: Sequence[Node], at: int) -> bool:
    """Whether it is the unit of a number before it."""
    part, before = parts[at], parts[at - 1] if at else None
    number = isinstance(before, Term) and any(map(str.isdigit, before.word))
    return number and isinstance(part, Term) and ".".join(terms(part.word)) in UNITS


class ExpandedQuery(Struct, frozen=True):
    """The query for the engine, and which synonyms it has."""

    query: Query
    added: tuple[AddedSynonyms, ...] = ()


def expand_query(words: IndexWords, query: Query) -> ExpandedQuery:
    """The same query when it has no words or is to be searched as typed."""
    if query.text.tree is None or not query.expand:
        return ExpandedQuery(query)
    found = expand(query.text.tree, words.vocabulary, frozenset(query.not_also))
    return ExpandedQuery(replace(query, text=Text(query.text.typed, found.tree)), found.added)
