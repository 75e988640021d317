"""Search as a slow and obvious loop over documents, to check the engine against."""

from collections import Counter

from trialway.index.analysis import terms
from trialway.index.areas import AREAS
from trialway.index.document import Document
from trialway.index.identifiers import name_in
from trialway.index.query import Query
from trialway.index.tree import Also, And, Field, Not, Or, Phrase, Term

EVERYWHERE = [area.name for area in AREAS if area.everywhere]


def find(documents: list[Document], query: Query) -> list[Document]:
    return [
        document
        for document in saying(documents, query)
        if passes(document, query.filters) and limited(document, query)
    ]


def saying(documents: list[Document], query: Query) -> list[Document]:
    return [document for document in documents if says(document, query)]


def count(said: list[Document], query: Query, facet: str) -> Counter:
    """By code, of the documents that say what was typed; the facet's own choice is left out."""
    others = [item for item in query.filters if item.facet != facet]
    counts = Counter()
    for document in said:
        if passes(document, others):
            counts.update({value.code for value in document.facets[facet]})
    return counts


def says(document: Document, query: Query) -> bool:
    if query.text.tree is None:
        return True
    return name_in(query.text.typed) in document.names or holds(document, query.text.tree, EVERYWHERE)


def passes(document: Document, filters) -> bool:
    return all(any(value.code in item.codes for value in document.facets[item.facet]) for item in filters)


def limited(document: Document, query: Query) -> bool:
    """Whether age, dates and numbers of the trial are those asked for."""
    return (
        (query.age is None or admits(document, query.age))
        and all(lies_in(document, period) for period in query.periods)
        and (not query.numbers or any(number in document.names for number in query.numbers))
    )


def admits(document: Document, years: int) -> bool:
    """Whether some quarter of a day of that year of life lies between the limits."""
    life = range(years * 1461, (years + 1) * 1461)
    return life.start < document.ages.end and document.ages.first <= life[-1]


def lies_in(document: Document, period) -> bool:
    day = {"start": document.start, "newest": document.newest, "updated": document.updated}[period.date]
    return (
        day > 0
        and (period.first is None or day >= period.first.toordinal())
        and (period.last is None or day <= period.last.toordinal())
    )


def holds(document: Document, node, areas: list[str]) -> bool:
    match node:
        case Term(word):
            return stands(document, terms(word), areas)
        case Phrase(words):
            return stands(document, terms(" ".join(words)), areas)
        case And(parts):
            return all(holds(document, part, areas) for part in parts)
        case Or(parts):
            return any(holds(document, part, areas) for part in parts)
        case Not(part):
            return not holds(document, part, areas)
        case Field(name, part):
            return holds(document, part, [name])
        case Also(part, forms):
            return any(holds(document, each, areas) for each in (part, *forms))


def stands(document: Document, asked: tuple[str, ...], areas: list[str]) -> bool:
    """Side by side within one text of one area."""
    if not asked:
        return False
    for area in areas:
        for text in document.texts.get(area, ()):
            found = terms(text)
            if any(found[at : at + len(asked)] == asked for at in range(len(found) - len(asked) + 1)):
                return True
    return False
