"""The nouns that tell what a time window is about: treatments, illnesses, tests, the disease coming back.

words before a window ─▶ **the noun nearest to it** ─▶ head_nouns, which weighs what is around it.
"""

import re
from functools import lru_cache

from trialway.criteria.expressions import WindowKind
from trialway.criteria.readers.head_noun_rules import HEAD_NOUNS

_CLASSES: tuple[WindowKind, ...] = ("progression window", "wash-out", "recency", "look-back")
HEADS: tuple[tuple[WindowKind, re.Pattern[str]], ...] = tuple(
    (window, HEAD_NOUNS.any_of(f"head-noun.{window.removesuffix(' window')}.")) for window in _CLASSES
)
# The heads are looked for in so many letters at the end first.
_NEAR = 48
_STARTS = re.compile(r"\b\w{1,30}")
# What heads of several words start with.
_OF_SEVERAL_WORDS = """disease wash creatinine ejection neutrophil viral performance breast diagnosis
diagnosed history organ marrow renal hepatic liver kidney hematologic haematologic hematological
haematological coagulation beta sglt nt ckd x"""
_OF_SEVERAL = frozenset(_OF_SEVERAL_WORDS.split())


def last_head(words: str) -> tuple[int, WindowKind] | None:
    """The last head noun of some words; searched from the end, where it usually is."""
    middle = words.rfind(" ", 0, max(0, len(words) - _NEAR)) + 1
    for low, high in ((middle, len(words)), (0, middle)):
        for word in reversed(list(_STARTS.finditer(words, low, high))):
            window = _class_at(words, word.start()) if _may_start(word[0]) else None
            if window:
                return word.start(), window
    return None


@lru_cache(maxsize=4096)
def _may_start(word: str) -> bool:
    """Whether a head noun can start with a word; cached, for the patterns are expensive and words recur."""
    return word in _OF_SEVERAL or _class_at(word, 0) is not None


def _class_at(words: str, at: int) -> WindowKind | None:
    """The first class of which a noun starts at a place."""
    return next((window for window, pattern in HEADS if pattern.match(words, at)), None)


def tells_of_progression(before: str) -> bool:
    """Whether the words are about the disease coming back."""
    return bool(HEADS[0][1].search(before))
