"""TopicProfiles and conditions → headings for records that state none, learned from those that do.

Registries derive MeSH headings for most records. Where others that name a condition in the same words nearly
always carry a heading, one that has none is taken to be about it too: for likeness only, no page tells it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from trialway.registry_text.comparable import comparable
from trialway.search.document.topic_profile import TopicProfile
from trialway.search.engine.hit import Hit

# Of the records that name a condition in these words, so many at least, and this share of them, carry it.
FEWEST = 2
SHARE = 0.8
InferredHeadings = Mapping[str, tuple[str, ...]]


def infer_headings(hits: Iterable[Hit]) -> InferredHeadings:
    """Condition in small letters → headings."""
    named: Counter[str] = Counter()
    carried: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for hit in hits:
        profile = hit.topics
        if profile.conditions:
            for name in _names(hit.card.conditions):
                named[name] += 1
                carried[name].update((*profile.conditions, *profile.broader_conditions))
    return {
        name: headings
        for name, counts in carried.items()
        if named[name] >= FEWEST
        and (headings := tuple(sorted(head for head, n in counts.items() if n >= SHARE * named[name])))
    }


def condition_headings(
    profile: TopicProfile, conditions: Iterable[str], learned: InferredHeadings
) -> tuple[str, ...]:
    """The record's own headings with those above them; else the ones learned."""
    if profile.conditions:
        return (*profile.conditions, *profile.broader_conditions)
    found = (heading for name in _names(conditions) for heading in _of_name(name, learned))
    return tuple(dict.fromkeys(found))


def _of_name(name: str, learned: InferredHeadings) -> tuple[str, ...]:
    """What narrows a condition down stands before it: metastatic breast cancer is breast cancer."""
    while name and name not in learned:
        _, _, name = name.partition(" ")
    return learned.get(name, ())


def _names(conditions: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(map(comparable, conditions))
