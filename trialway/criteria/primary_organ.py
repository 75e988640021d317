"""The organ whose cancer a whole eligibility text is about: text ─▶ **its name** ─▶ unparsed_text.

"Metastatic breast cancer" among the exclusions is narrowed by its organ, unless all of the text is about
breast cancer: then the word adds nothing.
"""

from collections.abc import Iterable

from trialway.criteria.cues import contains_any
from trialway.criteria.organ_rules import ORGANS
from trialway.criteria.outline_nodes import OutlineNode

_NAMED = ORGANS.any_of("organ.cancer.")
_OTHERS = ORGANS["organ.other-cancer"]
# Without them nothing is read that an organ could narrow.
_SPREAD = ("metasta", "stage i", "stage 4", "stages")


def primary_organ(text: str, nodes: Iterable[OutlineNode]) -> frozenset[str]:
    """The organ, when it is the only one named beside "cancer" and an inclusion criterion names it;
    otherwise empty."""
    small = text.lower()
    if not contains_any(small, _SPREAD):
        return frozenset()
    organs = {match["first"] or match["last"] for match in _NAMED.finditer(small)}
    if len(organs) != 1 or _OTHERS.search(small):
        return frozenset()
    demands = (small[node.start : node.end] for node in nodes if node.side == "inclusion")
    return frozenset(organs) if any(map(_NAMED.search, demands)) else frozenset()
