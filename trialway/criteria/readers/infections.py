"""HIV, hepatitis B and hepatitis C, known or tested for."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, cue_positions, find_negation
from trialway.criteria.expressions import AnyOf, Exists, Expr, Not, atoms_of
from trialway.criteria.readers.infection_rules import INFECTIONS

CUES = ("hiv", "human", "hepat", "hbv", "hcv", "hbsag", "immun", "aids", "anti", "hbs", "hbcab", "bsag")

_ANY = INFECTIONS.any_of("infection.name.")
_STARTS = frozenset(("hu", "hi", "he", "hb", "hc"))
_NARROW = INFECTIONS["infection.narrow"]
_OTHER = INFECTIONS["infection.not.led-by"]
_NOT_ABOUT = INFECTIONS["infection.not.followed-by"]
# What stands between two of a list, and nothing else.
_LISTED = re.compile(r"[ ,/()]{0,3}(?:or|and|and/or)?[ ,/]{0,2}")
_NEGATIVE_BEFORE = INFECTIONS["infection.negative-before"]
_NEGATIVE_AFTER = INFECTIONS["infection.negative-after"]
_TURNED = INFECTIONS["infection.turned"]


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
        found = _finding(text, match, names)
        last = _carried_on(text, last, found) if last else found
        yield last


def _carried_on(text: str, last: RuleMatch, found: RuleMatch) -> RuleMatch:
    """Words before a list that narrow or negate all of it: "Active hepatitis B, hepatitis C"."""
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


def _finding(text: str, match: re.Match[str], names: tuple[str, ...]) -> RuleMatch:
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
