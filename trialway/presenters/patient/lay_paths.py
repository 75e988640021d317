"""Where an illness belongs, in lay words: Trial ─▶ **"Heart › Heart failure"** ─▶ patient page."""

from msgspec import Struct

from trialway.concepts.concept_list import PATH_MARK, shipped_concepts
from trialway.search.document.condition_concepts import condition_terms
from trialway.trial import Trial

MOST_PATHS = 2


class PathStep(Struct, frozen=True):
    """One step, and the search that it leads to; the first step, a part of medicine, leads nowhere."""

    words: str
    query: str


def lay_paths(trial: Trial) -> tuple[tuple[PathStep, ...], ...]:
    """Of the leading record's first headings; one that another goes on from is left out."""
    concepts = shipped_concepts()
    found: list[tuple[str, ...]] = []
    for term in condition_terms(trial.main):
        concept = concepts.find_id(f"mesh:{term.id}")
        path = tuple(concepts.lay_path(concept).split(PATH_MARK)) if concept else ()
        if len(path) > 1 and path not in found:
            found.append(path)
    whole = [path for path in found if not any(path == other[: len(path)] != other for other in found)]
    return tuple(_steps(path) for path in whole[:MOST_PATHS])


def _steps(path: tuple[str, ...]) -> tuple[PathStep, ...]:
    # Not as a phrase: other words for it are searched for too, and a lay name stands in few records.
    return tuple(PathStep(words, words if place else "") for place, words in enumerate(path))
