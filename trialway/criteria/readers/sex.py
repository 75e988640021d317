"""Whether women, men or both can take part: "Male or female", "Women aged 18 to 45"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Among

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

_F = r"(?:females?|women|woman|girls?)"
_M = r"(?:males?|men|man|boys?)"
_SKIP = (
    r"(?:(?:adult|healthy|non-?pregnant|non-?lactating|non-?breast-?feeding|not pregnant"
    r"|of nonchildbearing potential|,|patients?|subjects?|participants?|volunteers?|veterans?|half"
    r"|and/or|also|non) ?){0,4}"
)
_BOTH = re.compile(
    rf"\b(?:both )?(?:{_M},? ?{_SKIP}(?:or|and|/|and/or|as well as|,|-) ?{_SKIP}{_F}"
    rf"|{_F},? ?{_SKIP}(?:or|and|/|and/or|as well as|,|-) ?{_SKIP}{_M}|m ?/ ?f\b|(?:both|either|any"
    rf"|all) (?:sex(?:es)?|genders?)"
    r"|(?:no restrictions? on|regardless of|irrespective of|without distinction of) (?:the "
    r")?(?:sex|gender)|(?:sex|gender)(?: is)? (?:not |un)limited)\b"
)
_ONE = re.compile(
    rf"\b(?P<sex>{_F}|{_M})\b(?: (?:patients?|subjects?|participants?|volunteers?|veterans?|sex|gender))?"
)
_WOMEN, _MEN = re.compile(rf"\b{_F}\b"), re.compile(rf"\b{_M}\b")
# A criterion for women only, not one that wants women: "women of childbearing potential must …".
_CONDITION = re.compile(
    r"\b(?:child-?bearing|potential|reproductive|fertile|pregnan|lactat|contracep|partner"
    r"|breast-?feed|nursing|must (?!be)|agree|menopaus|sterili|sexually|"
    r"conceive|condom|sperm|abstinen|birth control|lactating|amenorrh|hysterect|cm\b|kg\b|mg/dl"
    r"|weigh|except|ha?emoglobin|waist|msec|ms\b|formula|unless|(?:is|are|will be) (?:eligible"
    r"|authori[sz]ed)|minorit|mass|surgically|contra-?indicat|excluded)"
)
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
        sex = "female" if re.match(_F, one["sex"]) else "male"
        yield RuleMatch(one.start(), one.end(), "sex", Among(kind="sex", variable="sex", values=(sex,)))


def _names_people(text: str, match: re.Match[str]) -> bool:
    """ "Men and women must use contraception" is about contraception."""
    before, after = text[: match.start()], text[match.end() : match.end() + 45]
    if re.search(r"\b(?:for|if|by|agreement by|when)\b(?: \w{1,15}){0,2} ?$", before[-30:]):
        return False
    return not re.match(
        r"(?: \w{1,14}){0,3} ?\(?(?:must|who|of (?:child|reproduct|fertil|non)|agree|should|may"
        r"|with (?:repro|child|partner)|using|are (?:using|willing|eligible)|capable|need|will"
        r"|partner|,? condom)",
        after,
    ) or bool(
        re.match(
            r"(?: \w{1,14}){0,2} ?(?:must be (?:≥|>|between|\d)|of non-?child\w{1,8} potential(?: "
            r"reproduction)?$)",
            after,
        )
    )


def _is_wanted(text: str, match: re.Match[str]) -> bool:
    if not all(word in _LEAD for word in re.findall(r"[a-z]{2,20}", text[: match.start()])):
        return False
    rest = text[match.end() : match.end() + 70]
    return not _CONDITION.search(rest) and not re.match(
        r" ?[:(]? ?(?:-|≥|>|<|≤|\d)(?! ?\d{0,2} ?-? ?(?:years|y|to|-))", rest
    )
