"""The phrases that say a status, an age, a sex or a phase, as rules.

Each is written so that it can mean nothing else: "recruiting" is a status, "not recruiting" alone is none of
ours; "in women" is a sex, "women" alone stays a word.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec import Struct

from trialway.search.query.query import Near

Codes = Callable[[re.Match[str]], tuple[str, ...]]
OLDEST = 120
_WOMEN = r"wom[ae]n|females?|girls?|mother|mum|mom|wife|sister|grandmother"
_MEN = r"m[ae]n|males?|boys?|father|dad|husband|brother|grandfather"
_CHILDREN = r"child|children|kids?|bab(?:y|ies)|infants?|toddlers?|teenagers?|adolescents?|son|daughter"
_TRIALS = r"(?:trials?|stud(?:y|ies))"
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


class Extracted(NamedTuple):
    """Words as they stand in the text, and as what they were taken; without a parameter: left out."""

    words: str
    parameter: str
    codes: tuple[str, ...]
    near: Near | None = None


class PhraseRule(Struct, frozen=True):
    """``codes`` makes of a match what is asked for, or nothing when it is none after all."""

    pattern: re.Pattern[str]
    parameter: str
    codes: Codes

    def taken(self, text: str) -> Extracted | None:
        for match in self.pattern.finditer(text):
            codes = self.codes(match)
            if codes or not self.parameter:
                return Extracted(match[0].strip(), self.parameter, codes)
        return None


def _turn(pattern: str, parameter: str, codes: Codes | str = "") -> PhraseRule:
    made = codes if callable(codes) else lambda _: (codes,) if codes else ()
    return PhraseRule(re.compile(pattern, re.IGNORECASE), parameter, made)


def _age(match: re.Match[str]) -> tuple[str, ...]:
    return (match["age"],) if int(match["age"]) <= OLDEST else ()


def _phases(match: re.Match[str]) -> tuple[str, ...]:
    said = (match["one"], match["other"]) if match["other"] else (match["one"],)
    return tuple(_ROMAN.get(each.lower(), each) for each in said)


def _sex(match: re.Match[str]) -> tuple[str, ...]:
    """Trials for all take women too."""
    return ("all", "female" if re.fullmatch(_WOMEN, match["who"], re.IGNORECASE) else "male")


def _among(words: Mapping[str, str]) -> Codes:
    def codes(match: re.Match[str]) -> tuple[str, ...]:
        return tuple(
            code for pattern, code in words.items() if re.fullmatch(pattern, match["who"], re.IGNORECASE)
        )

    return codes


_FOR = r"\b(?:for|in)\s+(?:an?\s+|my\s+|the\s+)?"
_WHO = rf"(?P<who>{_WOMEN}|{_MEN})\b"
PHRASES = (
    # Who: the sex after an age first, while the age still stands before it.
    _turn(rf"(?<=old)\s+{_WHO}", "sex", _sex),
    _turn(
        r"(?:\b(?:for|in|i\s+am|i['’]m)\s+)?(?:\b(?:an?|my)\s+)?\b(?P<age>\d{1,3})[\s-]*(?:years?[\s-]*olds?|yrs?[\s-]*olds?|y/?o)\b"
        r"(?:\s+(?:patients?|persons?|people|adults?))?",
        "age",
        _age,
    ),
    _turn(
        r"(?:\b(?:for|in)\s+)?(?:people\s+|patients?\s+)?\baged?\s+(?P<age>\d{1,3})\b(?:\s+years?)?(?!\s*(?:-|to|months?|weeks?|days?|and))",
        "age",
        _age,
    ),
    _turn(rf"{_FOR}(?P<who>{_CHILDREN})\b", "age_group", "child"),
    _turn(
        rf"{_FOR}(?P<who>elderly|seniors|older\s+(?:people|adults|patients))\b", "age_group", "older_adult"
    ),
    _turn(rf"{_FOR}{_WHO}", "sex", _sex),
    # What kind of trial.
    _turn(r"\bnot\s+yet\s+recruiting\b", "status", "not_yet_recruiting"),
    _turn(r"\bactive,?\s+not\s+recruiting\b", "status", "active_not_recruiting"),
    _turn(
        rf"(?:\b(?:currently|now|still|actively)\s+)?(?<!not\s)(?<!non-)(?<!non\s)\b(?:recruiting|enrolling|open\s+for\s+(?:recruitment|enroll?ment)"
        rf"|(?:looking|searching)\s+for\s+(?:participants|volunteers|patients))\b(?:\s+(?:now|{_TRIALS}))?",
        "status",
        "recruiting",
    ),
    _turn(
        rf"\b(?P<who>completed|terminated|withdrawn|suspended)\s+(?:clinical\s+)?{_TRIALS}\b",
        "status",
        lambda match: (match["who"].lower(),),
    ),
    _turn(
        r"\bphase\s*(?P<one>[1-4]|iv|i{1,3})\b(?:\s*(?:/|-|or|and)\s*(?:phase\s*)?(?P<other>[1-4]|iv|i{1,3})\b)?(?:\s+(?:trials?|stud(?:y|ies)))?",
        "phase",
        _phases,
    ),
    _turn(r"\bwith\s+(?:published\s+|posted\s+)?results\b", "results", "yes"),
    _turn(rf"\bobservational\s+{_TRIALS}\b", "type", "observational"),
    _turn(
        r"(?:\b(?:for|in|with)\s+)?\bhealthy\s+(?:volunteers|participants|people|subjects)\b",
        "healthy_volunteers",
        "yes",
    ),
    # What says nothing.
    _turn(
        rf"^(?:can|could|may)\s+(?:i|we|my\s+\w+)\s+(?:join|enter|take\s+part\s+in)\s+(?:an?\s+)?(?:clinical\s+)?{_TRIALS}"
        r"(?:\s+(?:for|on|of|about|with|in)\b)?",
        "",
    ),
    _turn(
        rf"\bclinical\s+{_TRIALS}\b(?:\s+(?:for|on|of|about|with)\b)?(?:\s+(?:people|patients)\s+with\b)?", ""
    ),
    _turn(
        rf"^(?:new\s+)?(?:{_TRIALS}|research)\s+(?:for|on|of|about|with)\b(?:\s+(?:people|patients)\s+with\b)?",
        "",
    ),
    _turn(rf"(?<=\s){_TRIALS}$", ""),
    _turn(
        r"^(?:i\s+am\s+|i['’]m\s+)?(?:looking\s+for|find(?:\s+me)?|show(?:\s+me)?|search(?:\s+for)?|are\s+there(?:\s+any)?|is\s+there(?:\s+an?y?)?)\s",
        "",
    ),
    _turn(
        r"^(?:i|my\s+\w+)\s+(?:have|has|had|(?:was|am|is|were)\s+diagnosed\s+with)\s+(?:an?\s+|had\s+an?\s+)?(?=\w)",
        "",
    ),
)
