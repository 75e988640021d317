"""HIV, hepatitis B and hepatitis C, known or tested for."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, cue_positions, find_negation
from trialway.criteria.expressions import AnyOf, Exists, Expr, Not, atoms_of

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
_STARTS = frozenset(("hu", "hi", "he", "hb", "hc"))
_NARROW = re.compile(
    r"\b(active|uncontrolled|untreated|chronic|acute|advanced|detectable)\b(?: (?:or|and|\w{1,10}) ?){0,3} ?$"
)
_OTHER = re.compile(
    r"(?:pah-|pah associated with |vaccin\w{1,5} (?:against|for) |anti-?retroviral |exposure to )$"
)

_NOT_ABOUT = re.compile(r" ?(?:vaccin|testing (?:is|will)|-?negative donor)")
_LISTED = re.compile(r"[ ,/()]{0,3}(?:or|and|and/or)?[ ,/]{0,2}")
_NEGATIVE_BEFORE = re.compile(
    r"\b(?:negative|seronegative)(?: (?:test(?:s|ing)?|results?|serology|status|for|of|to|total"
    r"|serum|either|antibody|human)){0,8}? ?(?:[\w(),/ -]{0,60})$"
)
_NEGATIVE_AFTER = re.compile(
    r"[ )]{0,2}(?:and [a-z ]{1,20} )?(?:\w{1,10} ){0,2}?(?:(?:tests?|status|results?|nat|rna|dna"
    r"|serology|antibod\w{1,3}) )?(?:is |are |must be |was )?(?:negative|undetectable|seronegative)\b"
)
_TURNED = re.compile(r"[.;]|positive")


def read(text: str) -> Iterator[RuleMatch]:
    """Each infection once, where it is first named."""
    seen: set[str] = set()
    last: RuleMatch | None = None
    for match in cue_positions(_ANY, _STARTS, text):
        named = ("hepatitis_b", "hepatitis_c") if match["several"] else (match.lastgroup or "",)
        names = tuple(name for name in named if name not in seen)
        before = text[max(0, match.start() - 24) : match.start()]
        if not names or _OTHER.search(before) or _NOT_ABOUT.match(text, match.end()):
            continue
        seen.update(names)
        found = _found(text, match, names)
        last = _carried_on(text, last, found) if last else found
        yield last


def _carried_on(text: str, last: RuleMatch, found: RuleMatch) -> RuleMatch:
    """ "Active hepatitis B, hepatitis C": words before a list, to narrow or deny it, hold for all of it."""
    before, here = last.expression, found.expression
    if not isinstance(here, Exists) or not _LISTED.fullmatch(text, last.end, max(last.end, found.start)):
        return found
    if isinstance(before, Not):
        return RuleMatch(found.start, found.end, found.kind, Not(part=here))
    narrow = next((atom.where for atom in atoms_of(before) if isinstance(atom, Exists)), ())
    if not narrow or here.where:
        return found
    carried = Exists(kind="infection", variable=here.variable, where=narrow)
    return RuleMatch(found.start, found.end, found.kind, carried)


def _found(text: str, match: re.Match[str], names: tuple[str, ...]) -> RuleMatch:
    before = text[max(0, match.start() - 40) : match.start()]
    narrow = _NARROW.search(before)
    where = (narrow[1],) if narrow else ()
    parts: tuple[Expr, ...] = tuple(Exists(kind="infection", variable=name, where=where) for name in names)
    expression: Expr = parts[0] if len(parts) == 1 else AnyOf(parts=parts)
    at = find_negation(text, match.start())
    tested = _NEGATIVE_BEFORE.search(before)
    negative = tested and not _TURNED.search(tested[0])
    if at is not None or negative or _NEGATIVE_AFTER.match(text, match.end()):
        return RuleMatch(
            at if at is not None else match.start(), match.end(), "infection", Not(part=expression)
        )
    return RuleMatch(match.start() - (len(narrow[0]) if narrow else 0), match.end(), "infection", expression)
