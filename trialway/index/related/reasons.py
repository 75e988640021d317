"""What two trials share, as chips: kin of both ─▶ **reasons** ─▶ neighbours."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from trialway.index.cards import Card
from trialway.index.hits import Hit
from trialway.index.kin import Kin
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.treatment_line import LABELS

KINDS = {
    "condition": "Same condition",
    "treatment": "Same treatment",
    "broader_condition": "Same kind of condition",
    "line": "Same point in treatment",
    "phase": "Same phase",
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
    found = dict(_shared(own.kin, other.kin, own.card, other.card))
    # The diseases of an organ are a group; equally rare, what they are counts more.
    telling = sorted((name for name in headings if name not in _TOO_BROAD), key=_is_group)
    # What one of them is about says more than what stands above it.
    about = [name for name in telling if name in own.kin.conditions or name in other.kin.conditions]
    found["broader_condition"] = tuple((about or telling)[:1])
    if found["condition"]:
        found.pop("broader_condition", None)
    return tuple(Reason(kind, found[kind][:MOST_NAMED]) for kind in KINDS if found.get(kind))


def _is_group(heading: str) -> bool:
    return heading.endswith("Diseases")


def _shared(own: Kin, other: Kin, own_card: Card, other_card: Card) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "condition", _conditions(own, other, own_card, other_card)
    yield "treatment", _treatments(own, other)
    yield "line", tuple(LABELS[code] for code in _both(own.lines, other.lines))
    both = _both(own_card.phases, other_card.phases)
    yield "phase", tuple(PHASE.words(phase) for phase in both if phase.code != "not_applicable")


def _conditions(own: Kin, other: Kin, own_card: Card, other_card: Card) -> tuple[str, ...]:
    """Headings; of records that have none, the same words."""
    headings = _both(own.conditions, other.conditions)
    theirs = {" ".join(text.casefold().split()) for text in other_card.conditions}
    return headings or tuple(
        text for text in own_card.conditions if " ".join(text.casefold().split()) in theirs
    )


def _treatments(own: Kin, other: Kin) -> tuple[str, ...]:
    headings = _both(own.treatments, other.treatments)
    known = {heading.casefold() for heading in headings}
    return (*headings, *(name for name in _both(own.medicines, other.medicines) if name not in known))


def _both(own: Iterable[T], others: Iterable[T]) -> tuple[T, ...]:
    there = set(others)
    return tuple(item for item in own if item in there)
