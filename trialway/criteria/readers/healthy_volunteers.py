"""Whether healthy people take part: "Healthy volunteers", "The subject is healthy"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Exists

CUES = ("healthy",)

_PEOPLE = (
    r"(?:volunteers?|subjects?|participants?|controls?|people|individuals?|adults?|persons?|males?"
    r"|females?|men|women|child|children|infants?|japanese|group)"
)
_HEALTHY = re.compile(
    rf"(?<!otherwise )(?<!generally )(?<!is )\bhealthy,? ?(?:\(?(?:(?:normal|human|adult|male"
    rf"|female|control|term|non-?smoking|young|japanese|elderly|ambulatory|asymptomatic|,|and|or|/"
    rf"|and/or) ?){{0,4}})?{_PEOPLE}\b"
    r"|^healthy\b(?=$|,? (?:as|or|and|\()| ?[(:;.])|(?:subject|participant|patient|volunteer"
    r"|individual|they|he|she)s? (?:is|are|be|should be|must be"
    r"|will be) (?:generally )?healthy\b(?!,? (?:enough|to))"
    r"|\b(?:for|part) ?[^:.]{0,25}: (?:generally )?healthy\b|^healthy$"
)
_OTHER = re.compile(
    r"\b(?:than|compared|mean|plus|of|sd|value|values|for|enough|relative to"
    r"|otherwise) (?:the )?(?:\w{1,12} )?$"
)
_NOT_SO = re.compile(r"\bhealthy (?:child|subjects?|patients?|participants?)? ?(?:except|enough|to )")


def read(text: str) -> Iterator[RuleMatch]:
    for match in _HEALTHY.finditer(text):
        before = text[max(0, match.start() - 25) : match.start()]
        if _OTHER.search(before) and not re.search(r"(?:for|part \d) ?:? $", before):
            continue
        if _NOT_SO.search(match[0] + text[match.end() : match.end() + 8]):
            continue
        yield RuleMatch(
            match.start(),
            match.end(),
            "healthy volunteers",
            Exists(kind="healthy volunteers", variable="healthy_volunteer"),
        )
        return
