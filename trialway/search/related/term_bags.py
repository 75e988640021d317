"""The words of a trial, weighed by where they stand: a hit's texts ─**words**▶ vectors."""

from collections import Counter
from collections.abc import Mapping

from trialway.search.document.areas import AreaTexts
from trialway.search.language.analysis import analyse

# What is studied and what is given first. Outcomes and groups only blur it: docs/decisions/related-trials.md.
WEIGHTS = {"title": 3, "condition": 4, "intervention": 4, "summary": 1}
# Behind so many characters an area only repeats itself.
LONGEST = 4000
Bag = Mapping[str, int]


def bag_of(texts: AreaTexts) -> Bag:
    """Each term of the trial and how much it counts."""
    bag: Counter[str] = Counter()
    for area, weight in WEIGHTS.items():
        for term in analyse(" ".join(texts.get(area, ()))[:LONGEST]).split():
            bag[term] += weight
    return bag
