"""The organ whose cancer a whole text is about: text ─▶ **its name** ─▶ residual.

"Metastatic breast cancer" among the exclusions narrows by its organ, unless all of the text is about breast
cancer: then the word adds nothing.
"""

import re
from collections.abc import Iterable

from trialway.criteria.cues import contains_any
from trialway.criteria.outline import OutlineNode

_ORGANS = (
    r"(?:breast|lung|prostate|prostatic|colorectal|colon|rectal|ovarian|ovary|gastric|stomach|pancreatic|renal"
    r"|kidney|bladder|urothelial|cervical|cervix|endometrial|uterine|liver|hepatocellular|thyroid|esophageal"
    r"|brain|skin|head and neck|testicular|biliary)"
)
_CANCER = r"(?:cancers?|carcinomas?|adenocarcinomas?|tumou?rs?|malignanc(?:y|ies)|neoplasms?)"
_NAMED = re.compile(
    rf"\b(?P<first>{_ORGANS}) (?:\w{{1,14}} )?{_CANCER}\b"
    rf"|\b{_CANCER} of the (?:\w{{1,8}} )?(?P<last>{_ORGANS})\b"
)
# Without them nothing is read that an organ could narrow.
_SPREAD = ("metasta", "stage i", "stage 4", "stages")
_OTHERS = re.compile(
    r"\b(?:melanoma|lymphoma|leuk[ae]{1,2}mia|myeloma|sarcoma|nsclc|sclc|glioma|solid tumou?rs)\b"
)


def primary_organ(text: str, nodes: Iterable[OutlineNode]) -> frozenset[str]:
    """Its word, when it is the only one named beside "cancer", and a demand names it; else nothing."""
    small = text.lower()
    if not contains_any(small, _SPREAD):
        return frozenset()
    organs = {match["first"] or match["last"] for match in _NAMED.finditer(small)}
    if len(organs) != 1 or _OTHERS.search(small):
        return frozenset()
    demands = (small[node.start : node.end] for node in nodes if node.side == "inclusion")
    return frozenset(organs) if any(map(_NAMED.search, demands)) else frozenset()
