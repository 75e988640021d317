"""Whether women, men or both can take part: "Male or female", "Women aged 18 to 45"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Among
from trialway.criteria.readers.sex_rules import SEX

CUES = (
    "male",
    "males",
    "female",
    "femal",
    "men",
    "women",
    "man",
    "woman",
    "gender",
    "sex",
    "sexes",
    "boys",
    "girls",
)

_BOTH = SEX.any_of("sex.both.men-and-women", "sex.both.letters", "sex.both.either", "sex.both.no-limit")
_ONE = SEX["sex.one"]
_WOMEN, _MEN = SEX["sex.women"], SEX["sex.men"]
# A criterion for women only, not one that wants women: "women of childbearing potential must …".
_CONDITION = SEX.any_of("sex.condition.")
_ASKED_BEFORE = SEX["sex.both.asked-before"]
_ASKED_AFTER = SEX["sex.both.asked-after"]
_WANTED_AFTER = SEX["sex.both.wanted-after"]
_LIMIT_AFTER = SEX["sex.limit-after"]
_LEAD_WORDS = """adult adults healthy veteran a an the be is are must all any only other subjects patients
participants
who sex gender postpartum eligible non smoking age aged years old of premenopausal postmenopausal
ambulatory elderly and with in over participant patient infertile primiparous overweight obese
volunteers young chinese japanese caucasian african american black"""
_LEAD = frozenset(_LEAD_WORDS.split())


def read(text: str) -> Iterator[RuleMatch]:
    both = _BOTH.search(text)
    if both:
        if _names_people(text, both):
            yield RuleMatch(
                both.start(), both.end(), "sex", Among(kind="sex", variable="sex", values=("female", "male"))
            )
        return
    one = _ONE.search(text)
    if _WOMEN.search(text) and _MEN.search(text):
        # "Women must be ≥ 40 years old. Men must be ≥ 21": neither is wanted alone.
        return
    if one and _is_wanted(text, one):
        sex = "female" if _WOMEN.match(one["sex"]) else "male"
        yield RuleMatch(one.start(), one.end(), "sex", Among(kind="sex", variable="sex", values=(sex,)))


def _names_people(text: str, match: re.Match[str]) -> bool:
    """ "Men and women must use contraception" is about contraception."""
    before, after = text[: match.start()], text[match.end() : match.end() + 45]
    if _ASKED_BEFORE.search(before[-30:]):
        return False
    return not _ASKED_AFTER.match(after) or bool(_WANTED_AFTER.match(after))


def _is_wanted(text: str, match: re.Match[str]) -> bool:
    if not all(word in _LEAD for word in re.findall(r"[a-z]{2,20}", text[: match.start()])):
        return False
    rest = text[match.end() : match.end() + 70]
    return not _CONDITION.search(rest) and not _LIMIT_AFTER.match(rest)
