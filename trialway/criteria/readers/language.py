"""Whether somebody must speak or read a language."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Exists, Expr, Not

_CUE_WORDS = """
langu engli spani frenc germa dutch chine manda canto japan italia itali portu turki swedi danis
norwe finni arabi korea hebre hindi thai speak non-e"""
CUES = tuple(_CUE_WORDS.split())

_NAMES = (
    r"(?:english|spanish|french|german|dutch|chinese|mandarin|cantonese|japanese|italian"
    r"|portuguese|turkish|swedish|danish|norwegian|finnish|arabic|korean|hebrew|hindi|thai|greek"
    r"|polish|russian)"
)
_SKILL = (
    r"(?:speak\w{0,3}|read(?:ing|s)?|writ(?:e|ing|ten)|understand\w{0,3}|comprehen\w{1,6}"
    r"|fluen\w{1,3}|proficien\w{1,3}|communicat\w{1,5}|spoken|conversant|knowledge|literate"
    r"|literacy|command|native|speakers?|use|participate|answer|complete)"
)
_MORE = re.compile(rf"(?: language)?(?:(?:,? or|,? and|,|/|and/or) ?{_NAMES}){{1,5}}")
_NAME = re.compile(rf"\b{_NAMES}\b")
_LANGUAGE = re.compile(
    rf"\b(?P<non>non-? ?)?{_NAMES}[ -](?:speak\w{{0,3}}|language|literate|proficien\w{{1,3}}"
    rf"|fluency|fluent)|\b{_SKILL}\b[^.;]{{0,45}}?\b(?:in |the "
    rf"|of )?{_NAMES}\b(?! (?:society|guidelines?|medicine|patent"
    rf"|version))(?: language)?"
    rf"|\b(?P<barrier>language[ -](?:barriers?|problems?|difficult\w{{1,4}}|impairment|deficit)s?"
    rf"|(?:local |national )?language (?:proficiency|skills)|linguistic barriers?|(?:speak"
    rf"|understand|read|fluent in)[^.;]{{0,25}} language)|\bin english language\b"
)
_CANNOT = re.compile(
    r"\b(?:not|un(?:able|willing)|inability|lack(?:ing)?|insufficient|poor|no|non|cannot"
    r"|difficult\w{0,4}|without|do not|does not|inadequate|limited|barrier|problems?"
    r"|poorly)\b[^.;,]{0,60}$"
)
_OTHER = re.compile(r"medicine|guideline|social security|literature|herb|edition|society|french scale")


def read(text: str) -> Iterator[RuleMatch]:
    for match in _LANGUAGE.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if _OTHER.search(match[0] + text[match.end() : match.end() + 16]) or (
            re.search(r"(?:consent|form)[^.;]{0,20}$", before[-25:]) and not re.search(r"able|abil", before)
        ):
            continue
        # "English or Spanish": one of those named is enough.
        names = tuple(dict.fromkeys(_NAME.findall(text)))
        able: Expr = Exists(kind="language", variable="language", where=names)
        barrier = match["barrier"] and re.search(
            r"barrier|problem|difficult|impairment|deficit", match["barrier"]
        )
        if match["non"] or barrier or _CANNOT.search(before) or re.search(r"\bnot\b|\bpoor\b", match[0]):
            able = Not(part=able)
        more = _MORE.match(text, match.end())
        yield RuleMatch(match.start(), more.end() if more else match.end(), "language", able)
        return
