"""Telling words that two trials share, where no heading says it: hits ─▶ **wording** ─▶ neighbours."""

import math
import re
from collections.abc import Iterable, Mapping

from trialway.search.document.result_summary import ResultSummary
from trialway.search.engine.base import Engine
from trialway.search.engine.hit import Hit
from trialway.search.language.analysis import terms

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
