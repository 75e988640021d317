"""Conditions of a record ─▶ **MeSH headings**: the registry's own, else those of the list of concepts.

Few registries derive headings from the sponsor's words. A condition that the list does not know for sure has
no heading.
"""

from functools import lru_cache

from trialway.concepts.concept import Concept
from trialway.concepts.concept_list import OF_CONDITIONS, shipped_concepts
from trialway.record import MeshTerm, TrialRecord

_MESH = "mesh:"
_KINDS = ("condition", "symptom")


def condition_terms(record: TrialRecord) -> tuple[MeshTerm, ...]:
    """The headings of a record, each once."""
    stated = tuple(term for term in record.condition_terms.terms if term.id or term.name)
    if stated:
        return stated
    found = (term for words in record.conditions for term in headings_of(" ".join(words.split())))
    return tuple(dict.fromkeys(found))


def broader_terms(record: TrialRecord) -> tuple[MeshTerm, ...]:
    """What stands above the headings of a record."""
    stated = record.condition_terms.ancestors
    if stated or record.condition_terms.terms:
        return stated
    own = condition_terms(record)
    above = (up for term in own for up in _above(term.id or ""))
    return tuple(dict.fromkeys(term for term in above if term not in own))


@lru_cache(maxsize=20_000)
def headings_of(condition: str) -> tuple[MeshTerm, ...]:
    """The headings of one condition as a sponsor writes it; the nearest above where it is none itself."""
    concepts = shipped_concepts()
    found = []
    for match in concepts.of_name(condition, OF_CONDITIONS):
        if match.how == "about" or match.concept.kind not in _KINDS:
            continue
        line = (match.concept, *concepts.ancestors(match.concept))
        found += [_term(one) for one in line if one.id.startswith(_MESH)][:1]
    return tuple(dict.fromkeys(found))


def lay_label(term: MeshTerm) -> str:
    """A heading as people say it, without commas: ``Carcinoma, Non-Small-Cell Lung`` is non-small cell lung
    cancer; as MeSH writes it where the list does not have it."""
    concept = _of_term(term.id or "")
    return concept.lay if concept else term.name or term.id or ""


@lru_cache(maxsize=20_000)
def _above(mesh_id: str) -> tuple[MeshTerm, ...]:
    concept = _of_term(mesh_id)
    above = shipped_concepts().ancestors(concept) if concept else ()
    return tuple(_term(one) for one in above if one.id.startswith(_MESH))


def _term(concept: Concept) -> MeshTerm:
    return MeshTerm(id=concept.id.removeprefix(_MESH), name=concept.preferred)


def _of_term(mesh_id: str) -> Concept | None:
    return shipped_concepts().find_id(_MESH + mesh_id)
