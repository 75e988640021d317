"""Whether the disease can be measured on scans: "Measurable disease per RECIST 1.1"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, contains_any
from trialway.criteria.expressions import Exists, Not

CUES = ("measu", "evalu", "asses", "recis", "targe", "lesio", "nonme")

_MEASURABLE = re.compile(
    r"(?P<non>\bnon-?)?\b(?:accurately |radiographically |bidimensionally "
    r")?(?P<not>non-?)?measure?able,?(?: and/or| or| and)?(?: (?:or |and )?(?:evaluable"
    r"|non-?measurable|assessable))?(?:,? (?:target|primary|hepatic|tumou?r|extra-?cranial"
    r"|intracranial|and|or|non-nodal|metastatic|soft tissue|site of|sites of)){0,3} ?(?:diseases?"
    r"|lesions?|tumou?rs?|metastas[ei]s|sites?|disease status|indicator)"
    r"|\b(?:evaluable|assessable|target) (?:tumou?r )?(?:lesions?"
    r"|disease)\b(?=[^.;]{0,40}(?:recist|response evaluation))"
    r"|\blesions?\b[^.;]{0,70}\b(?:accurate(?:ly)? measur\w{1,6}|can be (?:accurately )?measured"
    r"|qualifies as a recist)"
    r"|disease (?:that is )?measurable|evaluable (?:disease|lesion)s?\b|measurable (?:per|by|according)"
)
_NEEDLES = ("measur", "evaluable", "assessable", "target", "lesion")
_OTHER = re.compile(
    r"\b(?:regardless of|considered|presence of|irrespective of|other untreated and|persists"
    r"|usually not considered a|previously treated|number of) (?:\w{1,14} ){0,2}$"
)


def read(text: str) -> Iterator[RuleMatch]:
    for match in _MEASURABLE.finditer(text) if contains_any(text, _NEEDLES) else ():
        before = text[max(0, match.start() - 40) : match.start()]
        if re.search(r"regardless of|irrespective of|with or without", before) or re.search(
            r"\bmeasurable or non-?measurable", match[0]
        ):
            return
        if re.match(
            r" (?:cannot|can not|was|were|is not)", text[match.end() : match.end() + 12]
        ) or _OTHER.search(before):
            continue
        measurable = Exists(kind="measurable disease", variable="measurable_disease")
        absent = (
            match["non"]
            or match["not"]
            or re.search(r"\b(?:no|without|not have|lack of|absence of) (?:\w{1,12} ){0,2}$", before)
        )
        yield RuleMatch(
            match.start(), match.end(), "measurable disease", Not(part=measurable) if absent else measurable
        )
        return
