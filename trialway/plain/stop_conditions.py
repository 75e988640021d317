"""How long a treatment goes on: "until …" ─▶ **plain words where every part is known** ─▶ ``given``."""

import re

_PARTS = (
    (
        (
            r"(?:confirmed |documented |radiographic |objective |clinical "
            r"|first )*(?:disease|tumou?r|cancer)?[ -]?progress(?:ion|"
            r"es|ive disease)(?: of (?:the )?(?:disease|cancer))?(?: "
            r"per recist(?: v?(?:ersion)? ?1\.1)?)?|pd|progressive disease|"
            r"their disease progresses|the (?:disease|cancer|tumou?r) "
            r"(?:progresses|gets worse)"
        ),
        "the illness gets worse",
    ),
    (
        (
            r"(?:an? )?(?:unacceptable|intolerable|unmanageable|excessive|"
            r"prohibitive|limiting)(?: or \w+)? (?:drug[- ]related )?(?:toxicit(?:y|"
            r"ies)|adverse events?|side effects?)|intolerability|intolerance"
        ),
        "side effects become too strong",
    ),
    (
        (
            r"(?:patient |subject |participant )?withdraw(?:al|s)(?: "
            r"of)?(?: informed)?(?: (?:consent|from (?:the )?(?:study|"
            r"trial)))?(?: by (?:the )?(?:patient|participant|subject))?|"
            r"consent (?:is )?withdraw(?:n|al)|(?:patient|participant|"
            r"subject) (?:refusal|withdrawal|decision|choice)"
        ),
        "the person wants to stop",
    ),
    (r"death|death from any cause", "death"),
    (
        (
            r"(?:study|trial) (?:termination|closure|completion|end|discontinuation)(?: "
            r"by (?:the )?sponsor)?|(?:the )?end of (?:the )?(?:study|"
            r"trial)|the (?:study|trial) (?:ends|is stopped|is terminated)|"
            r"termination of (?:the )?(?:study|trial)"
        ),
        "the trial ends",
    ),
    (
        (
            r"(?:investigator|physician|doctor)(?:'s|s)? (?:decision|"
            r"discretion|judgement|judgment)(?: to (?:stop|discontinue|"
            r"withdraw))?|(?:the )?investigator decides to stop"
        ),
        "the doctor decides to stop",
    ),
    (r"loss to follow[- ]?up|lost to follow[- ]?up", "the person can no longer be reached"),
    (
        r"(?:the )?start of (?:a )?(?:new|another) (?:anti-?cancer|cancer) (?:therapy|treatment)",
        "the person starts another treatment for the cancer",
    ),
    (r"(?:disease )?(?:recurrence|relapse)(?: of disease)?", "the illness comes back"),
)
_TABLE = tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in _PARTS)
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
