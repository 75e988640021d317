"""How earlier treatments are written: "prior treatment with …", "chemotherapy-naive", "organ transplant".

folded words ─▶ **the phrases** ─▶ prior, which says what each one claims.
"""

import re
from collections.abc import Iterator

from trialway.criteria.cues import contains_any

_THERAPY = r"(?:therap(?:y|ies)|treatments?|regimens?|chemotherap(?:y|ies)|agents?)"
_PRIOR = r"(?:prior(?! to\b)|previous|earlier|preceding)"
NAMED = re.compile(
    rf"\b(?:{_PRIOR}(?:ly)?|history of|past|earlier)(?: (?:or current|and/or current|or concurrent"
    rf"|or ongoing|and/or ongoing|or planned|history of|use of|any|known))? (?:systemic |adjuvant "
    rf"|local |standard |anti-?cancer |any )?(?:{_THERAPY}|treated|exposure|use|received?|receipt"
    rf"|administration|exposed)(?: with| of| to| by| using| including| therapy with"
    rf"| treatment with){{1,3}} (?:an? |any |the )?(?P<object>[^.;:]{{2,110}})"
    rf"|\b(?:has|have|had|having|must have|who|patients?) (?:not )?(?:previously |ever "
    rf"|been previously |already |been )?(?:received|(?<=been )treated with"
    rf"|(?<=previously )treated with|been treated with)(?: any| an?"
    rf"| at least one)? (?:{_PRIOR} )?(?:{_THERAPY} with (?:an? )?)?(?P<object2>[^.;:]{{2,110}})"
    rf"|^(?:prior to [^,.;]{{3,30}}, )?(?:received|treated with)(?: treatment with)? "
    rf"(?P<object4>[^.;:]{{2,110}})"
    rf"|\bpreviously (?:received|treated (?:with|by)|untreated with)(?: any"
    rf"| other)? (?P<object3>[^.;:]{{2,110}})"
)
_BRIEF = re.compile(
    rf"\b(?P<lead>{_PRIOR}(?:ly)?|history of|naïve to|naive to|naïve from|naive from"
    rf"|untreated with)(?: (?:or concurrent|or current|history of|any|additional|to|first-line))? "
    r"(?P<object>(?:(?!and\b|with\b|in\b|to\b|trial|study)[a-z0-9()/,-]{2,26} "
    r"){0,6}?(?:chemo-?(?:radio)?therap(?:y|ies)|radio-?therap(?:y|ies)"
    r"|(?:ir)?radiation(?: therapy)?(?! pneumonitis| proctitis)|immunotherap(?:y|ies)"
    r"|transplant(?:ation|s)?|antibod(?:y|ies)|inhibitors?|vaccines?|chemo\w{0,12}|(?:anti-[a-z0-9-]{2,16}|systemic"
    r"|targeted|anti-?cancer|antitumor|anti-tumor|hormonal|endocrine|biologic|resynchronization"
    r"|surgical|replacement|specific|adjuvant|cytotoxic|neoadjuvant|androgen suppression|local"
    r"|checkpoint|-directed|-targeted|deprivation|car-?t(?: cell)?"
    r"|cell)[a-z -]{0,20}? (?:therap(?:y|ies)|treatments?)|ablation(?: procedure)?|sotorasib"
    r"|pemetrexed|paclitaxel|bypass|cabg|pci|mastectomy))\b"
)
GENERAL = re.compile(
    rf"\b(?:(?:no|any|without|received|receiving|other) (?:\w{{1,12}} )?{_PRIOR} "
    rf"(?P<object>(?:[a-z/-]{{2,20}} ){{0,2}}?(?:therap(?:y|ies)|treatments?))\b(?! with| of)"
    rf"|{_PRIOR} (?P<object2>(?:therap(?:y|ies)|treatments?)) for\b"
    rf"|(?P<object3>previously untreated))"
)
# "Previous or current desensitisation therapy", as a criterion by itself.
_LEADING = re.compile(
    rf"^(?:(?:any|no|known|has had|have had|has received|have received) ){{0,2}}{_PRIOR}"
    rf"(?: (?:or|and/or) (?:current|concurrent|ongoing|concomitant|planned))? "
    rf"(?P<object6>(?:(?!and\b|or\b|with\b|in\b|to\b|of\b|history\b|adverse\b|toxicit|concur)"
    rf"[a-z0-9/-]{{2,24}} ){{1,3}}(?:therap(?:y|ies)|treatments?))\b"
    r"(?! with| of| status| fail| regimen| plan|:)"
)
NAIVE = re.compile(
    r"\b(?P<object>(?:(?!for |or |are |and |is |be |either |both |all |participants? |patients? "
    r"|subjects? |who |have )[a-z0-9-]{2,20} ){0,2}(?:chemotherapy|treatment|therapy|immunotherapy|tki"
    r"|inhibitor|[a-z]{3,14}(?:nib|mab)))[ -]na[iï]ve\b(?! adult|patients? in whom)"
)
TRANSPLANT = re.compile(
    r"\b(?:allogen(?:e)?ic|autologous|solid organ|organ|bone marrow|stem[ -]cell|heart"
    r"|orthotopic heart|kidney|liver|lung)[a-z ,/-]{0,50}?transplant(?:ation|s|ed)?\b"
)
EARLIER = (
    "prior",
    "previous",
    "earlier",
    "history of",
    "past",
    "received",
    "treated",
    "naive",
    "naïve",
    "untreated",
    "preceding",
)
# What a text must hold for each pattern to be worth a search.
_PATTERNS = (
    (NAMED, EARLIER),
    (_BRIEF, EARLIER),
    (NAIVE, ("naive", "naïve")),
    (TRANSPLANT, ("transplant",)),
    (_LEADING, ("therap", "treatment")),
    (GENERAL, ("prior", "previous", "earlier", "preceding")),
)


def phrases_in(text: str) -> Iterator[tuple[re.Match[str], re.Pattern[str]]]:
    """Every phrase with its pattern, those of one pattern after those of another; they may overlap."""
    bare = _bare(text)
    for pattern, needles in _PATTERNS:
        if contains_any(bare, needles):
            for match in pattern.finditer(text):
                yield match, pattern


def may_tell(text: str) -> bool:
    """Whether a text can name an earlier treatment."""
    return contains_any(_bare(text), EARLIER) or "transplant" in text


def _bare(text: str) -> str:
    """Without "prior to", which is so common and starts no phrase."""
    return text.replace("prior to ", "")
