"""What a heading says of the criteria below it: lines ─▶ **side and scope** ─▶ tree.

A heading that we cannot place narrows the scope: what stands below it may hold for some people only.
"""

import re
from functools import lru_cache
from typing import Literal

from trialway.criteria.cues import contains_any

Side = Literal["inclusion", "exclusion", "unstated"]

_LONGEST = 160
_CUES = ("clusi", "criteri", "eligib", "select", "enroll", "eliminat")
_NAMED = re.compile(
    r"(?i)(?P<before>[^:]{0,80}?)\b(?P<not>non-?\s?|not |in)?"
    r"(?P<side>inclusion|exclusion|inclusive|exclusive|elimination|selection|eligibility|enrollment)"
    r"(?P<criteria> criteri(?:a|on)s?| requirements)?(?P<after>[^:]{0,80})"
)
_EXCLUDED = re.compile(
    r"(?i)\b(?:(?:will|must|should|shall|are|is|to) (?:also )?be (?:immediately )?excluded|(?:are"
    r"|is) excluded|exclude"
    r"|(?:not|in) ?eligible|(?:may|must|can|will|should|are|is|could) ?not (?:allowed to |to )?"
    r"(?:be |have |meet |enter |participate |take part|join|enroll)|may not qualify|cannot|disqualif)"
)
_INCLUDED = re.compile(
    r"(?i)\b(?:(?:will|must|should|shall|are|is|to|can|may) (?:also )?be (?:included|eligible"
    r"|enrolled|enroled|recruited)"
    r"|eligible|(?:must|should|have to|need to|to) (?:also )?(?:meet|satisfy|fulfill?|have|be)\b|may qualify)"
)
_ABOUT_JOINING = re.compile(r"(?i)\b(?:criteria|eligible|included|enrol|recruit|participate|enter)")
_LIST_FOLLOWS = re.compile(r"(?i)\b(?:following|if|criteria|conditions|who|must|with|below)\b")
# Not a heading but a remark: "Other protocol-defined inclusion/exclusion criteria may apply."
_REMARK = re.compile(
    r"(?i)\b(?:appl(?:y|ies|ied)|fulfill?ing|meeting|met|above|inclusion ?(?:/|and|or|&|\\&) ?(?:/"
    r"|or )?exclusion)\b"
)
_NEUTRAL = re.compile(
    r"(?i)\b(?:inclusion|inclusive|exclusion|exclusive|non|selection|elimination|eligibility"
    r"|enrollment|criteri(?:a|on)|key|main|major|general|"
    r"basic|other|additional|further|select(?:ed)?|principal|primary|important|specific|patients?"
    r"|subjects?|participants?|"
    r"volunteers?|individuals?|candidates?|persons?|people|adults?|population|study|trial|the|a|an"
    r"|of|for|in|to|and|or|any|all|each|"
    r"following|must|will|should|shall|be|been|is|are|include[ds]?|excluded?|eligible|ineligible"
    r"|if|they|he|she|who|meets?|met|"
    r"have|has|not|from|this|these|conditions?|requirements?|limited|but|but not|at|screening"
    r"|baseline|entry|apply|with|"
    r"characteristics|disease|concurrent|prior|therapy|treatments?|medications?|concomitant|age"
    r"|sex|gender|menopausal|"
    r"performance|status|life|expectancy|hematopoietic|hepatic|renal|cardiovascular|pulmonary"
    r"|biologic|chemotherapy|"
    r"endocrine|radiotherapy|surgery|surgical|clinical|laborator(?:y|ies)|tests?|values?|function"
    r"|organ|adequate|miscellaneous|medical|history|"
    r"related|exclude|only|enrolled|participate|take|part in|enter|can|may|could|satisfy|fulfill?"
    r"|order|as|follows|were|was|"
    r"those|protocol|defined|list|informed|consent|demographics?|reproductive|contraception"
    r"|diagnos(?:is|tic)|exclusions?|inclusions?|"
    r"on|there|than|that|which|one|more|least|some|you|do|does|enrol(?:l|led|ling|ment)?|entering"
    r"|entry|participat(?:ion|ing)|"
    r"disqualified|qualif(?:y|ied)|present|presence|exist(?:s|ing)?|reasons?|listed|below|above"
    r"|considered|randomi[sz](?:ed|ation)|"
    r"recruit(?:ed|ment)|both|part|this|allowed|show[ns]?|potential|prospective|into|time|may"
    r"|reassessed|included?|abbreviated|amongst|"
    r"others?|would|consist|out|during|fulfill?(?:ed|ing|s)?|true|satisf(?:y|ied|ies)|under|no"
    r"|fail(?:s|ed)?)\b"
)


def side_of(heading: str, *, marked: bool) -> Side | None:
    """The side that a line opens when it is a section heading; ``marked`` lines are believed less."""
    if not heading.endswith(":") and not contains_any(heading.lower(), _CUES):
        return None
    bare = heading.strip("*#_\\ :.–-")
    if len(heading) > _LONGEST or _REMARK.search(bare):
        return None if not heading.endswith(":") or "/" in heading else _sentence_side(bare)
    named = _NAMED.fullmatch(bare)
    if named and (not marked or named["criteria"]) and _is_heading(named, heading):
        negative = named["not"] or named["side"].lower() in ("exclusion", "exclusive", "elimination")
        return "exclusion" if negative else "inclusion"
    return _sentence_side(bare) if heading.endswith(":") else None


def _is_heading(named: re.Match[str], heading: str) -> bool:
    if heading.endswith(":"):
        return not re.search(r"(?i)\bnot (?:meet|have|fulfil)", named["before"])
    words_around = len((named["before"] + " " + named["after"]).split())
    return words_around <= (6 if named["criteria"] else 0) and not heading.endswith(".")


def _sentence_side(words: str) -> Side | None:
    if not _LIST_FOLLOWS.search(words):
        return None
    excluded = _EXCLUDED.search(words)
    if not excluded and not (_ABOUT_JOINING.search(words) and _INCLUDED.search(words)):
        return None
    # Asked last: it is the dearest.
    if narrows(words):
        return None
    return "exclusion" if excluded else "inclusion"


@lru_cache(maxsize=512)
def narrows(heading: str) -> bool:
    """Whether a heading says more than "these are criteria": "Part 2 only", "Criteria related to
    atezolizumab"."""
    return any(char.isalnum() for char in _NEUTRAL.sub("", heading))
