"""How long a treatment goes on: "until …" ─▶ **plain words where every part is known** ─▶ ``given``."""

import re

from trialway.plain.stop_condition_rules import STOP_CONDITIONS, STOP_CONDITIONS_ROWS

_TABLE = tuple((STOP_CONDITIONS[row.id], row.words) for row in STOP_CONDITIONS_ROWS)
_WHICHEVER = re.compile(
    r",? ?\(?(?:whichever (?:occurs?|comes|is|happens) (?:first|earlier|sooner|earliest))\)?.*$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:, ?(?:and/or|or|and) |, ?| or | and/or |/)\s*", re.IGNORECASE)


def plain_until(words: str) -> list[str]:
    """The conditions in plain words; empty unless every part of the record's clause is known."""
    bare = re.sub(r"\s*\([^()]*\)", "", _WHICHEVER.sub("", words)).strip(" .,")
    found: list[str] = []
    for part in _JOINT.split(bare):
        known = next((plain for pattern, plain in _TABLE if pattern.fullmatch(part.strip())), None)
        if known is None:
            return []
        if known not in found:
            found.append(known)
    return found


_PAST = (
    ("gets", "got"),
    ("become", "became"),
    ("wants", "wanted"),
    ("ends", "ended"),
    ("decides", "decided"),
    ("can", "could"),
    ("starts", "started"),
    ("comes", "came"),
)


def in_past(words: str) -> str:
    """``the illness gets worse`` → ``the illness got worse``."""
    return next(
        (words.replace(f" {verb}", f" {past}", 1) for verb, past in _PAST if f" {verb}" in words), words
    )
