"""HIV, hepatitis B and hepatitis C, known or tested for."""

import re
from collections.abc import Iterator

from trialway.criteria.expressions import Exists, Expr, Not
from trialway.criteria.words import Found, negator

CUES = ("hiv", "human", "hepat", "hbv", "hcv", "hbsag", "immun", "aids", "anti", "hbs", "hbcab", "bsag")

_HIV = (
    r"(?:human immuno-?deficiency[ -]virus(?:es)?(?: ?\(hiv\))?(?: (?:infection|disease))?"
    r"|\bhiv(?:-?[12](?:/2)?)?\b(?: (?:infection|disease))?|human immunodeficiency disease)"
)
_HBV = (
    r"(?:hepatitis[ -]?b(?![a-z])(?: ?(?:virus|surface|core))?(?: antigens?| antibod(?:y"
    r"|ies))?(?: ?\((?:hbv|hbsag|hbcab)\))?(?: infections?)?|\bhbv\b(?:[ -]?dna)?|\bhbsag\b"
    r"|hepatitis bsag|\bhbs-?ag\b|\bhbcab\b)"
)
_HCV = (
    r"(?:hepatitis[ -]?c(?![a-z])(?: ?virus(?:es)?)?(?: ?\(hcv\))?(?: antibod(?:y"
    r"|ies))?(?: infections?)?|\bhcv\b(?:[ -]?(?:rna|ab|antibody))?|\bhcvab\b|hepatitis c test)"
)
# "hepatitis A, B or C", "hepatitis B and/or C": one word for several.
_SEVERAL = re.compile(
    r"\bhepatitis (?:a ?(?:,|/|or|and) ?)?b(?: ?virus)? ?(?:,|/|or|and|and/or|,? or"
    r"|,? and) ?(?:hepatitis )?c\b"
)
_ANY = re.compile(
    rf"(?P<several>{_SEVERAL.pattern})|(?P<hiv>{_HIV})|(?P<hepatitis_b>{_HBV})|(?P<hepatitis_c>{_HCV})"
)
_NARROW = re.compile(
    r"\b(active|uncontrolled|untreated|chronic|acute|advanced|detectable)\b(?: (?:or|and|\w{1,10}) ?){0,3} ?$"
)
_OTHER = re.compile(
    r"(?:pah-|pah associated with |vaccin\w{1,5} (?:against|for) |anti-?retroviral |exposure to )$"
)


def read(text: str) -> Iterator[Found]:
    """Each infection once, where it is first named."""
    seen: set[str] = set()
    last: Found | None = None
    for match in _ANY.finditer(text):
        names = ("hepatitis_b", "hepatitis_c") if match["several"] else (match.lastgroup or "",)
        if _OTHER.search(text[max(0, match.start() - 24) : match.start()]) or re.match(
            r" ?(?:vaccin|testing (?:is|will)|-?negative donor)", text[match.end() : match.end() + 14]
        ):
            continue
        for name in names:
            if name not in seen:
                seen.add(name)
                found = _found(text, match, name)
                yield _narrowed_too(text, last, found) if last else found
                last = found


def _narrowed_too(text: str, last: Found, found: Found) -> Found:
    """ "Active hepatitis B, hepatitis C": the narrowing word holds for the list."""
    before, here = last.expression, found.expression
    gap = text[last.end : found.start] if found.start > last.end else ""
    if (
        isinstance(before, Not)
        and isinstance(here, Exists)
        and re.fullmatch(r"[ ,/()]{0,3}(?:or|and|and/or)?[ ,/]{0,2}", gap)
    ):
        return Found(found.start, found.end, found.kind, Not(part=here))
    if not isinstance(before, Exists) or not isinstance(here, Exists) or not before.where or here.where:
        return found
    if found.start > last.end and not re.fullmatch(
        r"[ ,/()]{0,3}(?:or|and|and/or)?[ ,/]{0,2}", text[last.end : found.start]
    ):
        return found
    return Found(
        found.start,
        found.end,
        found.kind,
        Exists(kind="infection", variable=here.variable, where=before.where),
    )


def _found(text: str, match: re.Match[str], name: str) -> Found:
    before = text[max(0, match.start() - 40) : match.start()]
    narrow = _NARROW.search(before)
    expression: Expr = Exists(kind="infection", variable=name, where=(narrow[1],) if narrow else ())
    after = re.match(
        r"[ )]{0,2}(?:and [a-z ]{1,20} )?(?:\w{1,10} ){0,2}?(?:(?:tests?|status|results?|nat|rna|dna"
        r"|serology|antibod\w{1,3}) )?(?:is |are |must be |was )?(negative|undetectable"
        r"|seronegative)\b",
        text[match.end() : match.end() + 60],
    )
    at = negator(text, match.start())
    negative_before = re.search(
        r"\b(?:negative|seronegative)(?: (?:test(?:s|ing)?|results?|serology|status|for|of|to|total"
        r"|serum|either|antibody|human)){0,8}? ?(?:[\w(),/ -]{0,60})$",
        before,
    )
    if at is not None or after or (negative_before and not re.search(r"[.;]|positive", negative_before[0])):
        return Found(at if at is not None else match.start(), match.end(), "infection", Not(part=expression))
    return Found(match.start() - (len(narrow[0]) if narrow else 0), match.end(), "infection", expression)
