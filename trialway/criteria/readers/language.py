"""Whether somebody must speak or read a language."""

from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Exists, Expr, Not
from trialway.criteria.readers.language_skill_rules import LANGUAGE_SKILLS

_CUE_WORDS = """
langu engli spani frenc germa dutch chine manda canto japan italia itali portu turki swedi danis
norwe finni arabi korea hebre hindi thai speak non-e"""
CUES = tuple(_CUE_WORDS.split())

_SKILL = LANGUAGE_SKILLS.any_of("language.skill.")
_NAME = LANGUAGE_SKILLS["language.name"]
_MORE_NAMES = LANGUAGE_SKILLS["language.more-names"]
_CANNOT = LANGUAGE_SKILLS.any_of("language.cannot.")
_DENIED_INSIDE = LANGUAGE_SKILLS["language.denied-inside"]
_BARRIER_INSIDE = LANGUAGE_SKILLS["language.barrier-inside"]
_OTHER = LANGUAGE_SKILLS["language.other-subject"]
_FORM_BEFORE = LANGUAGE_SKILLS["language.form-before"]
_ABILITY_BEFORE = LANGUAGE_SKILLS["language.ability-before"]


def read(text: str) -> Iterator[RuleMatch]:
    for match in _SKILL.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if _OTHER.search(match[0] + text[match.end() : match.end() + 16]) or (
            _FORM_BEFORE.search(before[-25:]) and not _ABILITY_BEFORE.search(before)
        ):
            continue
        # "English or Spanish": one of those named is enough.
        names = tuple(dict.fromkeys(_NAME.findall(text)))
        able: Expr = Exists(kind="language", variable="language", where=names)
        barrier = match["barrier"] and _BARRIER_INSIDE.search(match["barrier"])
        if match["non"] or barrier or _CANNOT.search(before) or _DENIED_INSIDE.search(match[0]):
            able = Not(part=able)
        more = _MORE_NAMES.match(text, match.end())
        yield RuleMatch(match.start(), more.end() if more else match.end(), "language", able)
        return
