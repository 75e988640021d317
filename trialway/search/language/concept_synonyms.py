"""What is typed ─▶ **other names of the same thing**, out of the list of concepts ─▶ synonym_candidates.

Only where the words as they stand name one concept: a name inside them, or one that stands for a wider thing,
is no other word for them.
"""

from collections.abc import Iterator

from trialway.concepts.concept_list import shipped_concepts
from trialway.search.language.thesaurus import Synonym

SOURCE = "concept"
SHORTEST_ABBREVIATION = 4


def concept_synonyms(typed: str) -> tuple[Synonym, ...]:
    """The names of the concept, the preferred one first; empty where the words name none."""
    concepts = shipped_concepts()
    concept = concepts.exactly(typed) or concepts.exactly(_turned(typed))
    if concept is None:
        return ()
    names = concepts.names(concept)
    if concept.kind == "procedure":
        # Their other names are also kinds of them: a nasal swab is one way of taking samples.
        names = (concept.preferred,)
    elif concept.kind == "stage":
        # "Advanced" alone is no other word for advanced cancer; stage 4 is one for stage IV.
        names = tuple(name for name in names if name.casefold().startswith("stage"))
    return tuple(Synonym(name, SOURCE) for name in _each_once(names, typed))


def _turned(typed: str) -> str:
    """``cancer food pipe``, which is what is left of "cancer of the food pipe", is food pipe cancer."""
    first, _, rest = typed.partition(" ")
    return f"{rest} {first}".strip()


def _each_once(names: tuple[str, ...], typed: str) -> Iterator[str]:
    """Each once whatever its capitals, without the typed words; an inverted one ("neoplasms, breast") is
    written by indexes alone."""
    seen = {typed.casefold()}
    for name in names:
        # Who writes it out does not look for what PH or MI may mean elsewhere.
        short = len(name) < SHORTEST_ABBREVIATION <= len(typed)
        if name.casefold() not in seen and "," not in name and not short:
            seen.add(name.casefold())
            yield name
