"""What a heading says of the criteria below it: lines ─▶ **side and scope** ─▶ outline.

A heading that is not understood narrows the scope: what is below it may hold for some people only.
"""

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from trialway.criteria.cues import contains_any
from trialway.criteria.heading_rules import HEADINGS
from trialway.criteria.heading_scope_rules import HEADING_SCOPES
from trialway.criteria.heading_sentence_rules import HEADING_SENTENCES
from trialway.criteria.neutral_heading_rules import NEUTRAL_WORDS

Side = Literal["inclusion", "exclusion", "unstated"]

_LONGEST = 200
COLONS = (":", "：")
_CUES = ("clu", "criteri", "eligib", "select", "enrol", "eliminat", "kriteri", "critères", "criterios")
# Letters that must be there: far cheaper to look for than a pattern.
_NO_ENTRY_CUES = ("criteri", "rules", "reason")
_NAME_CUES = ("clusi", "eliminat", "select", "eligib", "enrol")
_NAMED = HEADINGS["heading.section"]
_CRITERIA_BEFORE = HEADINGS["heading.criteria-before"]
_OTHER_LANGUAGE = HEADINGS["heading.other-language"]
_NEGATIVE = HEADINGS["heading.negative-side"]
_MIXED = HEADINGS["heading.mixed"]
_NO_ENTRY = HEADINGS.any_of("heading.leaving", "heading.later-step")
_PARTICIPLE = HEADINGS["heading.participle"]
_VERB = HEADING_SENTENCES["heading.verb"]
_GOES_ON = HEADINGS["heading.introductory"]
_EXCLUDED = HEADING_SENTENCES.any_of("heading.excluded.")
_PLAINLY_EXCLUDED = HEADING_SENTENCES["heading.plainly-excluded"]
_PLAINLY_INCLUDED = HEADING_SENTENCES["heading.plainly-included"]
_PART_OF_STUDY = HEADING_SCOPES["heading.part-of-study"]
_PART_BY_NAME = HEADING_SCOPES["heading.part-by-name"]
_LIST_BEGINS = HEADING_SENTENCES["heading.list-begins"]
_INCLUDED = HEADING_SENTENCES.any_of("heading.included.")
_ABOUT_JOINING = HEADING_SENTENCES["heading.about-joining"]
_LIST_FOLLOWS = HEADING_SENTENCES["heading.list-follows"]
# Not a heading but a remark: "Other protocol-defined inclusion/exclusion criteria may apply."
_REMARK = HEADING_SENTENCES["heading.remark"]
_PEOPLE = HEADING_SCOPES["heading.people"]
_NEUTRAL = NEUTRAL_WORDS.any_of("neutral-heading.")
_NEUTRAL_OF_PEOPLE = NEUTRAL_WORDS.any_of(
    *(row.id for row in NEUTRAL_WORDS if row.id != "neutral-heading.organ")
)


class SectionHeading(Struct, frozen=True):
    """What a heading opens. ``named``: by its name ("Exclusion Criteria"), not by a sentence. ``scoped``: its
    words narrow, whatever they are."""

    side: Side
    named: bool
    scoped: bool = False


def side_of(heading: str, *, marked: bool, leads: bool = False) -> SectionHeading | None:
    """The section that a line opens when it is a section heading, None when it is none. Lines with a list
    marker (``marked``) need more evidence; without a colon a sentence is a heading only where a list begins
    behind it (``leads``)."""
    colon = heading.endswith(COLONS)
    if len(heading) > _LONGEST or not (colon or contains_any(heading.lower(), _CUES)):
        return None
    bare = heading.strip("*#_\\ :：.–-•")
    return _by_name(heading, bare, marked=marked, colon=colon, leads=leads) or (
        _by_sentence(bare, marked=marked, colon=colon) if colon or leads else None
    )


def _by_name(heading: str, bare: str, *, marked: bool, colon: bool, leads: bool) -> SectionHeading | None:
    small = bare.lower()
    if contains_any(small, _NO_ENTRY_CUES) and _NO_ENTRY.fullmatch(bare):
        return SectionHeading("unstated", named=True, scoped=True)
    if not marked and "inclusion" in small and _MIXED.fullmatch(bare):
        return SectionHeading("unstated", named=True)
    if (
        "crit" in small.replace("kriter", "criter")
        and _OTHER_LANGUAGE.fullmatch(bare)
        and (colon or len(bare.split()) < 6)
    ):
        return SectionHeading("exclusion" if _NEGATIVE.search(bare) else "inclusion", named=True)
    participle = None if marked or not (colon or leads) else _PARTICIPLE.fullmatch(bare)
    if participle:
        taken = participle["side"].lower() in ("included", "eligible")
        return SectionHeading("inclusion" if taken else "exclusion", named=True)
    named = _NAMED.fullmatch(bare) if contains_any(small, _NAME_CUES) else None
    if not named or not _is_name(named, heading, marked=marked, colon=colon):
        return None
    negative = named["not"] or _NEGATIVE.match(named["side"])
    return SectionHeading("exclusion" if negative else "inclusion", named=True)


def _is_name(named: re.Match[str], heading: str, *, marked: bool, colon: bool) -> bool:
    """Whether words with the name of a section are that name, and not a sentence that speaks of it."""
    before, after = named["before"].split(), named["after"].strip()
    if named["not"] and _NEGATIVE.match(named["side"]):
        return False
    if _VERB.search(named["before"]) or (not colon and _REMARK.search(heading)):
        return False
    if not named["criteria"] and not _CRITERIA_BEFORE.search(named["before"]):
        return not marked and _is_bare_name(named, heading, colon=colon)
    if colon:
        speaks = "following" in named["before"].lower()
        return not ((marked or speaks) and _VERB.search(after))
    if (_VERB.search(after) and not after.startswith("(")) or (
        heading.endswith(".") and (marked or len(before) > 2)
    ):
        return False
    return len(before) + len(after.split()) <= 6 or (len(before) <= 2 and bool(_GOES_ON.match(after)))


def _is_bare_name(named: re.Match[str], heading: str, *, colon: bool) -> bool:
    """Whether "Exclusion" or "Selection of controls" is a name without the word criteria."""
    before, after = named["before"].split(), named["after"].strip()
    if "clus" not in named["side"].lower():
        return colon and not before and (not after or after.lower().startswith("of "))
    if not colon:
        return not after and len(before) <= 2 and not (before and narrows(heading) and not named["group"])
    goes_on = _VERB.search(after) or after.lower().startswith(("in ", "within ", "to ", "from "))
    leads_to = any(word.lower() in ("for", "to", "of", "from", "against", "at", "before") for word in before)
    return len(before) <= 5 and not goes_on and not leads_to


def _by_sentence(words: str, *, marked: bool, colon: bool) -> SectionHeading | None:
    if not _LIST_FOLLOWS.search(words) or (_REMARK.search(words) and (not colon or "/" in words)):
        return None
    excluded = _EXCLUDED.search(words)
    if not excluded and not (_ABOUT_JOINING.search(words) and _INCLUDED.search(words)):
        return None
    # Checked last: it is the most expensive.
    scoped = narrows(words)
    if scoped and (marked or not (_PLAINLY_EXCLUDED.search(words) if excluded else _of_a_group(words))):
        return None
    # Without a colon only what says that a list follows is above one.
    if not colon and (not _LIST_BEGINS.search(words) or ". " in words):
        return None
    return SectionHeading("exclusion" if excluded else "inclusion", named=False, scoped=scoped)


def _of_a_group(words: str) -> bool:
    return bool(_PLAINLY_INCLUDED.search(words) and _PART_OF_STUDY.search(words))


@lru_cache(maxsize=512)
def narrows(heading: str) -> bool:
    """Whether a heading says more than "these are criteria": "Part 2 only", "Criteria related to
    atezolizumab"."""
    if _PART_BY_NAME.search(heading):
        return True
    neutral = _NEUTRAL_OF_PEOPLE if _PEOPLE.search(heading) else _NEUTRAL
    return any(char.isalnum() for char in neutral.sub("", heading))
