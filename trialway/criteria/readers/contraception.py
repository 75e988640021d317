"""Whether somebody uses contraception or abstains, or agrees to."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Exists, Not

CUES = ("contr", "abst", "absti", "absta", "birth", "condo", "repro", "steri", "vasec", "conce")

_MEANS = re.compile(
    r"\b(?:contracepti(?:on|ves?)|birth[ -]control|abstinen(?:t|ce)|abstain(?:s|ing"
    r"|ed)? from (?:\w{1,15} ){0,2}(?:sex|intercourse|activit)|condoms?|reproductive precautions"
    r"|abstain from (?:heterosexual|sexual))"
)
_REFUSES = re.compile(
    r"\b(?:not|no|without|un(?:willing|able)\w{0,4}|refus(?:e|es|ing|al)|discontinu(?:e|es|ing)|stop(?:s|ping)?|fail(?:s|ure)?"
    r"|neither|lack(?:ing)?|inadequate|unprotected|nor)\b"
    r"(?:[ /](?!(?:must|agrees?|consents?|should|shall|and)\b)[\w/-]{1,16}){0,9} ?$"
    r"|unless (?:[\w/-]{1,16} ){0,10}$"
)
# Contraceptives as medicines that must not be taken, or words about contraception that ask for nothing.
_OTHER = re.compile(
    r"\b(?:requesting|taking|(?:medication|medicine|drug)s? \(including|dos(?:e|ing) of|use of hormonal"
    r"|change in"
    r"|hormone-?replacement therapy or oral|not require|contraindicat\w{1,5} (?:to|for)"
    r"|combined oral|avoid\w{0,3}|participated in an oral|absence of|except(?:ion of|ing|s)?(?: for)?"
    r"|other than|excluding|apart from) (?:\w{1,14} ){0,3}$"
    # What makes a woman postmenopausal, and who looks after it.
    r"|(?<!-)\b(?:amenorrh|menses|fsh\b|follicle)(?:(?!potential)[^.;]){0,80}\b(?:without|not) "
    r"(?:\w{1,8} ){0,3}$"
    r"|\binvestigators? (?:is|are|will|should|shall)\b[^.;]{0,70}$"
)


def read(text: str) -> Iterator[RuleMatch]:
    """One finding a criterion: the first means named stands for all."""
    for match in _MEANS.finditer(text):
        before = text[max(0, match.start() - 110) : match.start()]
        if _OTHER.search(before) or re.match(
            r" (?:medications?|pills? (?:within|in)|drugs?)", text[match.end() : match.end() + 20]
        ):
            continue
        if re.search(
            r"\b(?:drugs?|alcohol|smok\w{1,4}|caffeine|tobacco)\b", text[match.start() : match.end() + 25]
        ) and match[0].startswith("abst"):
            continue
        uses = Exists(kind="contraception", variable="contraception")
        refuses = _REFUSES.search(before[-70:])
        yield RuleMatch(match.start(), match.end(), "contraception", Not(part=uses) if refuses else uses)
        return
