"""Which trials are related, without anybody's judgement: headings that no measured method has seen.

2: shares a specific condition and a specific treatment; 1: shares a specific condition. A heading that more
than this share of the trials carry is not specific. MeSH headings are taken out of the trials before they are
indexed, so that words alone must find what the registry's headings say.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from trialway.record import ConditionTerms
from trialway.search.document.topic_profile import topic_profile
from trialway.trial import Trial

LARGEST_SHARE = 0.03
FEWEST_RELEVANT = 5
Grades = Mapping[int, Mapping[int, int]]


def hidden(trial: Trial) -> Trial:
    """The trial as if the registry had derived no headings."""
    return replace(
        trial,
        sources=tuple(
            replace(
                source,
                record=replace(
                    source.record, condition_terms=ConditionTerms(), intervention_terms=ConditionTerms()
                ),
            )
            for source in trial.sources
        ),
    )


def grades(trials: Sequence[Trial]) -> Grades:
    """Trial → related trial → 1 or 2, for trials with enough of them."""
    kins = {trial.number: topic_profile(trial) for trial in trials}
    conditions = _specific({number: each.conditions for number, each in kins.items()})
    treatments = _specific({number: each.treatments for number, each in kins.items()})
    found = {
        own: {
            other: 1 + bool(treatments[own] & treatments[other])
            for other in kins
            if other != own and conditions[own] & conditions[other]
        }
        for own in kins
    }
    return {own: related for own, related in found.items() if len(related) >= FEWEST_RELEVANT}


def _specific(headings: Mapping[int, Sequence[str]]) -> dict[int, set[str]]:
    carried = Counter(heading for each in headings.values() for heading in each)
    most = LARGEST_SHARE * len(headings)
    return {number: {head for head in each if carried[head] <= most} for number, each in headings.items()}


def ndcg(found: Sequence[int], related: Mapping[int, int], depth: int = 10) -> float:
    gained = sum(_gain(related.get(number, 0), rank) for rank, number in enumerate(found[:depth]))
    best = sorted(related.values(), reverse=True)[:depth]
    return gained / sum(_gain(grade, rank) for rank, grade in enumerate(best))


def _gain(grade: int, rank: int) -> float:
    return (2**grade - 1) / math.log2(rank + 2)


def precision(found: Sequence[int], related: Mapping[int, int], depth: int = 10) -> float:
    return sum(number in related for number in found[:depth]) / depth
