"""Whether somebody gives informed consent, or can."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Exists, Not

CUES = ("conse", "assen", "icf", "infor")

_CONSENT = re.compile(
    r"\b(?:(?:(?:study[- ]specific|signed|written|informed|voluntary|voluntarily|dated|and"
    r"|provide[sd]?|giv(?:e|es|ing|en)|provision of|obtain(?:ed|ing)?|sign(?:s|ing)?|the|an?|his"
    r"|her|their|their own|of|in person|to|,|/|or|and/or|appropriate|valid|legally|effective"
    r"|patient|parental) ?){0,10})?(?:\bconsent(?:s|ing|ed)?\b(?! process)(?:/assent| or assent)?"
    r"|\bassent\b|\bicf\b)(?: (?:form|document)s?)?(?: ?\(icf\))?"
)
_CANNOT = re.compile(
    r"\b(?:not|neither|un(?:able|willing)\w{0,4}|inability|incapab\w{1,4}|refus\w{1,3}|lack(?:ing"
    r"|s)?|no|fail\w{0,4}|without|preclud\w{1,3}|incapacity|declin\w{1,3}|unwillingness"
    r"|prevent\w{0,3}|prohibit\w{0,3}|interfere with(?: the)? (?:ability)?|absence of"
    r"|impair\w{1,3}|impossib\w{1,5}|reliable|difficult\w{0,3})\b(?: [\w/'()-]{1,18},?){0,12} ?$"
)
# The consent as a date, not as a thing asked for: "aged 18 at the time of signing the consent".
_DATE = re.compile(
    r"\b(?:time|date|day|moment|prior to|before|after|until|since|from|defined in|described in"
    r"|listed in|withdrawal of|months?|weeks?|days?|years?|\(of)\b[^.;]{0,45}$"
)
_ASKED = re.compile(
    r"\b(?:able|ability|willing\w{0,4}|capab\w{1,4}|provid\w{1,3}|obtain\w{0,3}|sign(?:s|ed|ing"
    r"|ature)?|giv(?:e|es|en|ing)|have|has|agree\w{0,2}|can|must|voluntar\w{1,3}|execute|"
    r"written|informed|understand\w{0,3}|competent|accept\w{0,3}|consent)\b"
)
_GIVING = re.compile(
    r"\b(?:able|ability|willing|capab\w{1,4}|provid\w{1,3}|voluntar\w{1,3}|unable|inability"
    r"|refus\w{1,3}|must|has given|have given|agree\w{0,2}|obtained|understand\w{0,3})\b"
)


def read(text: str) -> Iterator[RuleMatch]:
    for match in _CONSENT.finditer(text):
        word = (
            match.end() - len(match[0].rsplit("consent", 1)[-1]) if "consent" in match[0] else match.start()
        )
        before = text[max(0, match.start() - 90) : match.start()]
        lead = text[max(0, word - 70) : word]
        if _DATE.search(lead) and not _GIVING.search(lead):
            continue
        if not _ASKED.search(before + match[0]):
            continue
        given = Exists(kind="consent", variable="consent")
        refused = re.match(
            r"[^.;]{0,14} (?:cannot|is not|was not|refused|not (?:obtained|given|signed))",
            text[match.end() : match.end() + 34],
        )
        cannot = _CANNOT.search(before) or re.match(r"(?:no|without) ", match[0]) or refused
        yield RuleMatch(match.start(), match.end(), "consent", Not(part=given) if cannot else given)
        return
