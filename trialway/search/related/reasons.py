"""Two trials → what they share: headings, treatments, telling words."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from trialway.search.document.result_summary import ResultSummary
from trialway.search.document.topic_profile import TopicProfile
from trialway.search.engine.base import Engine
from trialway.search.engine.hit import Hit
from trialway.search.language.analysis import terms
from trialway.search.related.display_spelling import (
    conditions,
    kinds_of_condition,
    tells,
    treatments,
)
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.treatment_line import LABELS

KINDS = {
    "condition": "Same condition",
    "treatment": "Same treatment",
    "broader_condition": "Same kind of condition",
    "line": "Same point in treatment",
    "phase": "Same phase",
    "words": "Same words",
}
T = TypeVar("T")
# A trial that shares nothing but a phase is not related.
TELLING = {"condition", "treatment", "broader_condition"}
SAME_CONDITION = {"condition", "broader_condition"}
# Headings under which nearly everything stands.
_TOO_BROAD = {
    "Behavior", "Behavioral Symptoms", "Cardiovascular Diseases", "Central Nervous System Diseases",
    "Chemically-Induced Disorders", "Chronic Disease",
    "Congenital, Hereditary, and Neonatal Diseases and Abnormalities", "Digestive System Diseases",
    "Disease Attributes", "Disease", "Endocrine System Diseases",
    "Female Urogenital Diseases and Pregnancy Complications", "Female Urogenital Diseases",
    "Genetic Diseases, Inborn", "Genital Diseases", "Hemic and Lymphatic Diseases",
    "Immune System Diseases", "Infections", "Male Urogenital Diseases", "Mental Disorders",
    "Metabolic Diseases", "Musculoskeletal Diseases", "Neoplasms by Histologic Type", "Neoplasms by Site",
    "Neoplasms", "Nervous System Diseases", "Neurologic Manifestations",
    "Nutritional and Metabolic Diseases", "Pathologic Processes",
    "Pathological Conditions, Signs and Symptoms", "Respiratory Tract Diseases", "Signs and Symptoms",
    "Skin Diseases", "Skin and Connective Tissue Diseases", "Syndrome", "Urogenital Diseases",
    "Vascular Diseases", "Wounds and Injuries",
}  # fmt: skip
# The same but for a trial that is about no more than this.
_GROUPS = {
    "Adenocarcinoma", "Body Weight", "Carcinoma", "Digestive System Neoplasms", "Endocrine Gland Neoplasms",
    "Gastrointestinal Neoplasms", "Hypersensitivity", "Hypersensitivity, Immediate", "Inflammation",
    "Ischemia", "Necrosis", "Neoplasms, Connective and Soft Tissue", "Neoplasms, Germ Cell and Embryonal",
    "Neoplasms, Glandular and Epithelial", "Neoplasms, Nerve Tissue", "Neurobehavioral Manifestations",
    "Nutrition Disorders", "Overnutrition", "Respiratory Tract Infections", "Respiratory Tract Neoplasms",
    "Sensation Disorders", "Signs and Symptoms, Digestive", "Signs and Symptoms, Respiratory",
    "Thoracic Neoplasms", "Urogenital Neoplasms",
}  # fmt: skip
MOST_NAMED = 3


class Reason(Struct, frozen=True):
    """``names`` are the registry's words, or ours of a vocabulary for phase and line."""

    kind: str
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        return KINDS[self.kind]


def reasons(own: Hit, other: Hit, headings: Iterable[str]) -> tuple[Reason, ...]:
    """What the trials share, in the order of ``KINDS``; empty when nothing that can be named.

    ``headings``: those of conditions that both carry or stand under, the rarest first.
    """
    found = dict(_shared(own.topics, other.topics, own.card, other.card))
    if not found["condition"]:
        found["broader_condition"] = _kind_of_condition(own, other, headings)
    return tuple(Reason(kind, found[kind][:MOST_NAMED]) for kind in KINDS if found.get(kind))


def _kind_of_condition(own: Hit, other: Hit, headings: Iterable[str]) -> tuple[str, ...]:
    """The rarest heading that says something; of records that have none, what is left of the same words."""
    about = {*own.topics.conditions, *other.topics.conditions}
    named = (name for name in headings if name not in _TOO_BROAD)
    telling = [name for name in named if name in about or not _is_group(name)]
    # What one of them is about says more than what stands above it.
    best = [name for name in telling if name in about] or telling
    if best:
        return (best[0],)
    theirs = kinds_of_condition(other.card.conditions)
    return tuple(name for key, name in kinds_of_condition(own.card.conditions).items() if key in theirs)[:1]


def _is_group(heading: str) -> bool:
    """All diseases of an organ are as unlike each other as those of two."""
    return heading in _GROUPS or heading.endswith("Diseases")


def _shared(
    own: TopicProfile, other: TopicProfile, own_card: ResultSummary, other_card: ResultSummary
) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "condition", _conditions(own, other, own_card, other_card)
    yield "treatment", _treatments(own, other, own_card, other_card)
    yield "line", tuple(LABELS[code] for code in _both(own.lines, other.lines))
    both = _both(own_card.phases, other_card.phases)
    yield "phase", tuple(PHASE.words(phase) for phase in both if phase.code != "not_applicable")


def _conditions(
    own: TopicProfile, other: TopicProfile, own_card: ResultSummary, other_card: ResultSummary
) -> tuple[str, ...]:
    """Headings; where they share none, the same words."""
    theirs = conditions(other_card.conditions)
    return _both(own.conditions, other.conditions) or tuple(
        name for key, name in conditions(own_card.conditions).items() if key in theirs
    )


def _treatments(
    own: TopicProfile, other: TopicProfile, own_card: ResultSummary, other_card: ResultSummary
) -> tuple[str, ...]:
    headings = tuple(name for name in _both(own.treatments, other.treatments) if tells(name))
    known = {heading.casefold() for heading in headings}
    # As the record has it, before other names in small letters.
    mine = treatments((*own_card.interventions, *own.medicines))
    theirs = treatments((*other_card.interventions, *other.medicines))
    return (*headings, *(name for key, name in mine.items() if key in theirs and key not in known))


def _both(own: Iterable[T], others: Iterable[T]) -> tuple[T, ...]:
    there = set(others)
    return tuple(item for item in own if item in there)


_AREAS = ("title", "condition")
_WORD = re.compile(r"[^\W_][\w-]{3,}")
# Words of how studies are made, which those of any disease share.
_OF_STUDIES = frozenset(
    terms(
        "adults ascending associated available best blind blinded children comparison controlled"
        " double efficacy escalation evaluate first healthy human label multicenter multiple open"
        " patients people pharmacodynamics pharmacokinetics phase pilot placebo prospective"
        " randomised randomized repeat safety single sponsor subjects supporting switch therapeutic"
        " tolerability tolerance treatment trial versus volunteers"
    )
)
# What a word tells is the logarithm of how few trials use it. One word may be chance, however rare.
LEAST_OF_ONE = math.log(4)
LEAST = math.log(1000)
FEWEST = 2


def own_words(hit: Hit) -> Mapping[str, str]:
    """Term → the word as this trial first writes it, in titles, conditions and keywords."""
    texts = hit.texts
    return _terms(text for area in _AREAS for text in texts.get(area, ()))


def shared_words(engine: Engine, mine: Mapping[str, str], other: ResultSummary) -> tuple[str, ...]:
    """The rarest first; none when they tell too little."""
    both = (mine.keys() & _terms((other.title, *other.conditions)).keys()) - _OF_STUDIES
    every = len(engine) + 1
    told = {term: math.log(every / max(engine.trials_with_term(term, names=False), 1)) for term in both}
    telling = sorted((-worth, term) for term, worth in told.items() if worth >= LEAST_OF_ONE)
    if len(telling) < FEWEST or -sum(worth for worth, _ in telling) < LEAST:
        return ()
    return tuple(mine[term] for _, term in telling)


def _terms(texts: Iterable[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for word in (word for text in texts for word in _WORD.findall(text)):
        term = terms(word)
        if len(term) == 1:
            found.setdefault(term[0], word)
    return found
