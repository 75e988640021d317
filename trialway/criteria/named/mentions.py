"""Names of illnesses, medicines, procedures and stages in a criterion: source ─▶ **mentions** ─▶ statements.

First those of the list of concepts; then, where it has none, nouns that say of what kind a thing is.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from trialway.concepts.concept import Kind as ConceptKind
from trialway.concepts.concept import Mention
from trialway.concepts.concept_list import shipped_concepts
from trialway.criteria.expressions import Kind
from trialway.criteria.named.generic_rules import GENERIC_NAMES
from trialway.criteria.normalised_text import NormalisedText

KIND_OF: dict[ConceptKind, Kind] = {
    "condition": "condition",
    "symptom": "condition",
    "medicine": "medicine",
    "class": "medicine",
    "procedure": "procedure",
    "stage": "stage",
}
# Degrees and courses are read as words before a name; grades of performance and of the heart by readers.
_WORDS_BEFORE = (
    "acute subacute chronic exacerbation decompensated compensated asymptomatic symptomatic mild moderate"
    " mild-to-moderate moderate-to-severe severe uncontrolled controlled stable progressive"
    " previously-treated"
    " ecog0 ecog1 ecog01 ecog2 ecog02 ecog3 ecog karnofsky nyha1 nyha2 nyha3 nyha4 nyha23 nyha34 nyha24 nyha"
    " gina gold de-novo killip who-fc ccs-angina meld bclc fibrosis-stage gleason asa edss hoehn-yahr mrs"
    " nihss gcs cdr iss-myeloma ipss-r ann-arbor rai figo imdc tanner hurley fontaine kellgren pfirrmann"
    " child-pugh-a child-pugh-b child-pugh-c child-pugh-bc child-pugh invasive tnm"
)
_LEFT_OUT = frozenset(f"stage:{word}" for word in _WORDS_BEFORE.split())
# What they name elsewhere they mostly do not name here: "blood pressure", "prior to screening", "an app".
_NO_NAMES = frozenset(
    (
        "blood", "screening", "app", "ed", "secondary", "untreated", "fasting", "glucose", "calcium",
        "potassium", "sodium", "thromboplastin", "infusion", "injection", "injections", "premature",
        "confused", "cycling", "kale",
        "preoperative", "postoperative", "interview", "supine position", "total", "stress",
    )
)  # fmt: skip
# What other readers read of it, whatever words it is written in.
_READ_ELSEWHERE = re.compile(r"(?i)(?:breast-? ?feed|lactat|pregnan|nursing)")
# "Non-melanoma skin cancer", "anti-calcitonin": the name is a part of another word.
_PREFIXES = ("non-", "non ", "anti-", "pre-", "post-", "peri-")
_GENERIC = GENERIC_NAMES.any_of("generic.")
_WORD = re.compile(r"[a-z]{4,24}")


class Named(Struct, frozen=True):
    """``text[start:end]`` of the normalised text names something of this kind; ``concept`` is its id, ""
    when the list does not have it."""

    start: int
    end: int
    kind: Kind
    concept: str = ""


def mentions_in(source: str) -> list[Mention]:
    """Every name of the list in a whole eligibility text, in order."""
    found = _in_reading_order(source, shipped_concepts().find(source, KIND_OF.keys()))
    return [
        one
        for one in found
        if one.concept.id not in _LEFT_OUT
        and source[one.start : one.end].lower() not in _NO_NAMES
        and not _READ_ELSEWHERE.match(source, one.start)
    ]


def _in_reading_order(source: str, found: list[Mention]) -> Iterator[Mention]:
    """Names without inverted ones: in a list "hypertension, pulmonary fibrosis" names two things."""
    for one in found:
        first, comma, rest = source[one.start : one.end].partition(",")
        if not comma:
            yield one
            continue
        for words, start in ((first, one.start), (rest, one.start + len(first) + 1)):
            for part in shipped_concepts().find(words, KIND_OF.keys()):
                yield Mention(part.concept, start + part.start, start + part.end)


def named_in(folded: NormalisedText, mentions: list[Mention], start: int, end: int) -> list[Named]:
    """What ``source[start:end]`` names, by its places in the normalised text."""
    listed = list(_listed(folded, mentions, start, end))
    generic = [
        Named(word.start(), word.end(), kind)
        for word in _WORD.finditer(folded.text)
        if (kind := _generic_kind(word[0])) and not _is_inside(word, listed)
    ]
    return (
        list(_joined(folded.text, sorted([*listed, *generic], key=lambda one: one.start)))
        if generic
        else listed
    )


def _joined(text: str, named: list[Named]) -> Iterator[Named]:
    """A noun right behind a name makes one with it: "bleeding disorder", "hernia surgery", "statin
    therapy"."""
    last: Named | None = None
    for one in named:
        if last and not one.concept and text[last.end : one.start] in (" ", "-"):
            concept = last.concept if last.kind == one.kind == "medicine" else ""
            last = Named(last.start, one.end, one.kind, concept)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _is_inside(word: re.Match[str], named: list[Named]) -> bool:
    first, last = word.span()
    for one in named:  # noqa: SIM110 - a loop costs half of what any() does
        if first < one.end and one.start < last:
            return True
    return False


@lru_cache(maxsize=6_000)
def _generic_kind(word: str) -> Kind | None:
    match = _GENERIC.fullmatch(word)
    if match is None:
        return None
    group = match.lastgroup
    return "medicine" if group == "medicine" else "procedure" if group == "procedure" else "condition"


def _listed(folded: NormalisedText, mentions: list[Mention], start: int, end: int) -> Iterator[Named]:
    for place in range(bisect_left(mentions, start, key=lambda one: one.start), len(mentions)):
        one = mentions[place]
        if one.end > end:
            return
        first, last = bisect_left(folded.sources, one.start), bisect_left(folded.sources, one.end)
        if first < last and not folded.text.endswith(_PREFIXES, max(0, first - 5), first):
            yield Named(first, last, KIND_OF[one.concept.kind], one.concept.id)
