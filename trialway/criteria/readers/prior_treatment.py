"""Which treatments somebody has had before, by name: "prior treatment with trastuzumab",
"chemotherapy-naive"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import TIME_UNIT, RuleMatch, find_negation
from trialway.criteria.expressions import All, AnyOf, Exists, Expr, Not
from trialway.criteria.readers import lines_of_therapy
from trialway.criteria.readers.head_nouns import head_at, head_class
from trialway.criteria.readers.treatment_phrases import (
    GENERAL,
    NAIVE,
    NAMED,
    TRANSPLANT,
    may_tell,
    phrases_in,
)

CUES = (
    "prior",
    "previ",
    "recei",
    "naive",
    "naïve",
    "histo",
    "line",
    "lines",
    "treat",
    "untre",
    "regim",
    "trans",
    "exper",
    "expos",
    "past",
    "recip",
    "chemo",
    "under",
)

_TRIAL = re.compile(r"\b(?:trial|study|studies|sotatercept study)\b")
_TIMED = re.compile(
    rf"\b(?:within(?! the next| next| the initial)|in the (?:last|past|previous|\d)(?! ?(?:$|[.,;)]))"
    rf"|(?:last|past|previous) \d"
    rf"|during the (?:last|past|previous|\d)|\d{{1,3}} ?{TIME_UNIT} (?:prior|before)|less than)"
    rf"|[<≤] ?\d{{1,3}} ?{TIME_UNIT}"
)
_SPLIT = re.compile(r",? (?:and/or|and|or|plus|including(?: but not limited to)?|such as) |, |/(?!-)")
_END = re.compile(
    r"\b(?:for (?:the |their |this )?(?:metasta|advanced|locally|inoperable|recurrent|treat"
    r"|current|any|stage|early|unresect|disease|cancer|pancreat|colorect)|in (?:the )?(?:metasta"
    r"|adjuvant|neo|advanced|setting|past|last|\d)|within|prior to|before|at any|during|if|unless"
    r"|except|who|which|that|are|is|was|were|will|must|allowed|permitted|but|however|on study"
    r"|as (?:most|monotherapy|defined|systemic)|therapeutic|\(|in whom|because|did|has|since"
    r"|without|more than|given|where|when|at least|with at least|requiring|to treat|at screening"
    r"|for|progress\w{1,4}|or (?:hypersensi|allerg|known|history|intoleran|has\b|have\b|who\b"
    r"|patients|contra|require|failed)|and (?:progress|experienc|relaps|has|have|patients|must))"
)
_NOT_THERAPY = re.compile(
    r"^(?:treatment|therap|medication|hiv|human|hepatitis)|"
    r"\b(?:non-?compliance|compliance|screening|enrol|consent|allerg(?!en)|hypersensi|reaction"
    r"|toxicit|adverse|anaphyla|intoleran|fail(?:ed|ure)|standard[- ]of[- ]care|following"
    r"|diagnos|disease|line"
    r"|infection|seizure|smok|exercise|imaging|scan|biops|explanation|training|benefit|information"
    r"|diagnosis|invitation|approval|education|an? (?:copy|diagnosis)|doses? of|drug abuse|alcohol"
    r"|abuse|resistance|abuse|test|dysfunction|regimens?$|number of|discontinu|(?:any )?other treatments?$)"
)


def read(text: str) -> Iterator[RuleMatch]:
    if not may_tell(text):
        return
    text = _EXAMPLES.sub(lambda aside: " " * len(aside[0]), text)
    taken = [(found.start, found.end) for found in lines_of_therapy.read(text)]
    for match, pattern in phrases_in(text):
        if any(
            match.start() < end and start < match.end()
            for start, end in taken
            if pattern is not NAMED or start <= match.start()
        ):
            continue
        found = _treatment(text, match, pattern)
        if found is not None:
            taken.append((found.start, found.end))
            yield found


# "A BRAF inhibitor (e.g., dabrafenib)", "irinotecan (CPT-11)": brackets that add nothing.
_EXAMPLES = re.compile(
    r"\((?:(?:e\.? ?g|including|such as|for example)\b(?![^()]{0,160}\bprior\b)[^()]{0,160}"
    r"|[a-z0-9/-]{2,12})\)"
)
_ONLY_MENTIONED = re.compile(
    r"\b(?:toxicit\w{1,3}|adverse|effects?|recover\w{0,3}|resol\w{1,4}|intoleran\w{1,2}|reactions?"
    r"|waiting|list(?:ed|ing)?|planned|expected|proposed|candidates?|except|scheduled"
    r"|requir\w{1,3}|need(?:s|ed)?|discontinu\w{1,6}|awaiting|likely|may or may not"
    r"|may have(?: received)?|since(?: any| the)?|from(?: any| the| their)?"
    r"|completion of|(?:day|dose|end) of"
    r"|subjected to|due to|associated with|related to|caused by)\b[^.;]{0,50}$"
    r"|\b(?<!progression )(?<!progressed )during (?:a|an|any|the) $"
)
# "Likely to receive resynchronisation, a heart transplant, …": nothing of it was had.
_NOT_YET = re.compile(
    r"^(?:\w{1,14} ){0,3}(?:likely|expected|anticipated|scheduled) to (?:receive|undergo|need|require|have)\b"
    r"(?![^;.]{0,160}\b(?:prior|previous|history|received|had)\b)[^;.]{0,160}$"
)
_LISTED = re.compile(r" ?(?:waiting )?list")
_CLAUSE_END = re.compile(r"[;.](?: |$|[a-z]\.)")
_NO_NAME = re.compile(r"(?:other|another|any|etc\.?|the|both|either|or|and|local|not limited to|but)")
# "History of myocardial infarction or bypass": a list that is not of treatments alone.
_ILLNESS = re.compile(
    r"\b(?:infarction|angina|strokes?|diseases?|disorders?|syndromes?|failure|cancers?|infections?)$"
)
_TOGETHER = re.compile(r" and | plus ")
_APART = re.compile(r" or |and/or")
_WITHOUT = re.compile(r"^(?:no|without) | not ")


# "Lesions previously treated with radiation": not the person.
_OF_LESIONS = re.compile(
    r"\b(?:lesions?|metastas[ei]s|sites?|areas?|fields?|nodes?|tumou?rs?)(?: (?:that|which|have|has|were|are"
    r"|been|not|must|be)){0,4} ?$|\b(?:in|within) (?:a|an|the) $|\b(?:field|area|site|region)s? of (?:the )?$"
)


def _treatment(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> RuleMatch | None:
    start, own = _object(match, pattern)
    if _NOT_THERAPY.search(own) and pattern is not GENERAL:
        return None
    if (
        len(own) < 3
        or _TRIAL.search(own)
        or own.startswith(("or ", "and "))
        or _is_timed(text, match, start + len(own))
    ):
        return None
    if _NOT_YET.search(text, 0, match.start()) or _OF_LESIONS.search(
        text, max(0, match.start() - 50), match.start()
    ):
        return None
    if _ONLY_MENTIONED.search(text, max(0, match.start() - 70), match.start()) or _LISTED.match(
        text, match.end()
    ):
        return None
    names = [
        name for raw in _SPLIT.split(own) if len(name := _named(raw)) > 2 and not _NO_NAME.fullmatch(name)
    ]
    if not names or any(_ILLNESS.search(name) for name in names):
        return None
    expression = _taken(own, names[:12])
    at = find_negation(text, match.start())
    lead = match.groupdict().get("lead") or ""
    never = pattern is NAIVE or lead.startswith(("na", "untreated")) or "untreated" in match[0][:24]
    denied = (
        never
        or own.startswith("no ")
        or at is not None
        or _WITHOUT.search(match[0][: max(0, start - match.start())])
    )
    first = at if at is not None and not never else match.start()
    return RuleMatch(
        first, start + len(own), "prior treatment", Not(part=expression) if denied else expression
    )


# "At least 6 weeks of 1 prior anti-PD-1 therapy": how much of it is no part of the name.
_AMOUNT = re.compile(
    rf"^(?:[≥≤<>] ?)?\d{{1,3}}(?![\w-]) ?(?:{TIME_UNIT}|cycles?|courses?|doses?)? ?(?:of )?(?:\d )?"
)


def _named(words: str) -> str:
    bare = _AMOUNT.sub("", " ".join(words.split()).strip(" ,()"))
    return bare.removeprefix("no ").removeprefix("received ").removeprefix("prior ").removeprefix("previous ")


def _object(match: re.Match[str], pattern: re.Pattern[str]) -> tuple[int, str]:
    """Where the words for what was taken start, and they themselves."""
    groups = match.groupdict()
    words = (
        groups.get("object")
        or groups.get("object2")
        or groups.get("object3")
        or groups.get("object4")
        or groups.get("object6")
        or match[0]
    )
    start = match.start() if pattern in (TRANSPLANT, NAIVE) else match.end() - len(words)
    cut = _END.search(words) if pattern is NAMED else None
    return start, (words[: cut.start()] if cut else words).strip(" ,(").removeprefix(
        "receiving "
    ).removesuffix(" or")


# What stands in brackets parts nothing, unless a time does.
_BRACKETS = re.compile(r"\((?![^()]{0,40}\d{1,3} ?(?:days?|weeks?|months?|years?|hours?))[^()]{0,200}\)")
_NEXT = re.compile(r",| or ")


def _is_timed(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a window follows in the clause: then it is the window that counts."""
    if match.groupdict().get("object4") and _TIMED.search(text):
        return True
    # The object is cut off at some length: the time may follow at once.
    if _TIMED.search(text, match.start(), end + 12):
        return True
    clause = _CLAUSE_END.search(text, end, end + 140)
    rest = " ".join(_BRACKETS.sub("", text[end : clause.start() if clause else end + 140]).split())
    timed = _TIMED.search(rest)
    if timed is None:
        return False
    between = rest[: timed.start()]
    if "expectanc" in between or "surviv" in between:
        return False
    if _NEXT.search(between) and head_at(between) and head_class(between, "") in ("look-back", "recency"):
        # "Prior heart transplant, or a stroke within 3 months": the time is the stroke's.
        return False
    return len(between) <= 80 or "therap" in between or "transplant" in between


def _taken(own: str, names: list[str]) -> Expr:
    parts: tuple[Expr, ...] = tuple(
        Exists(kind="prior treatment", variable="prior_treatment", where=(name,)) for name in names
    )
    if len(parts) == 1:
        return parts[0]
    return All(parts=parts) if _TOGETHER.search(own) and not _APART.search(own) else AnyOf(parts=parts)
