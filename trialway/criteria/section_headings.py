"""What a heading says of the criteria below it: lines ─▶ **side and scope** ─▶ outline.

A heading that is not understood narrows the scope: what is below it may hold for some people only.
"""

import re
from functools import lru_cache
from typing import Literal

from trialway.criteria.cues import contains_any
from trialway.criteria.heading_rules import HEADINGS
from trialway.criteria.neutral_heading_rules import NEUTRAL_WORDS

Side = Literal["inclusion", "exclusion", "unstated"]

_LONGEST = 160
_CUES = ("clusi", "criteri", "eligib", "select", "enroll", "eliminat")
_SECTION = HEADINGS["heading.section"]
_EXCLUDED = HEADINGS.any_of("heading.excluded.")
_INCLUDED = HEADINGS.any_of("heading.included.")
_ABOUT_JOINING = HEADINGS["heading.about-joining"]
_LIST_FOLLOWS = HEADINGS["heading.list-follows"]
# Not a heading but a remark: "Other protocol-defined inclusion/exclusion criteria may apply."
_REMARK = HEADINGS["heading.remark"]
_DENIED_BEFORE = HEADINGS["heading.denied-before"]
_NEUTRAL = NEUTRAL_WORDS.any_of()


def side_of(heading: str, *, marked: bool) -> Side | None:
    """The side that a line opens when it is a section heading, None when it is none; lines with a list
    marker (``marked``) need more evidence."""
    if not heading.endswith(":") and not contains_any(heading.lower(), _CUES):
        return None
    bare = heading.strip("*#_\\ :.–-")
    if len(heading) > _LONGEST or _REMARK.search(bare):
        return None if not heading.endswith(":") or "/" in heading else _sentence_side(bare)
    named = _SECTION.fullmatch(bare)
    if named and (not marked or named["criteria"]) and _is_heading(named, heading):
        negative = named["not"] or named["side"].lower() in ("exclusion", "exclusive", "elimination")
        return "exclusion" if negative else "inclusion"
    return _sentence_side(bare) if heading.endswith(":") else None


def _is_heading(named: re.Match[str], heading: str) -> bool:
    if heading.endswith(":"):
        return not _DENIED_BEFORE.search(named["before"])
    words_around = len((named["before"] + " " + named["after"]).split())
    return words_around <= (6 if named["criteria"] else 0) and not heading.endswith(".")


def _sentence_side(words: str) -> Side | None:
    if not _LIST_FOLLOWS.search(words):
        return None
    excluded = _EXCLUDED.search(words)
    if not excluded and not (_ABOUT_JOINING.search(words) and _INCLUDED.search(words)):
        return None
    # Checked last: it is the most expensive.
    if narrows(words):
        return None
    return "exclusion" if excluded else "inclusion"


@lru_cache(maxsize=512)
def narrows(heading: str) -> bool:
    """Whether a heading says more than "these are criteria": "Part 2 only", "Criteria related to
    atezolizumab"."""
    return any(char.isalnum() for char in _NEUTRAL.sub("", heading))
