"""How hard a statement is to read, and what it promises: statement ─▶ **grade, words, promises** ─▶ text.

Names of drugs and illnesses cannot be made simpler: the record's own words count as one short word each.
"""

import re
from functools import lru_cache

import textstat

from trialway.plain.statement import Statement

HARDEST_GRADE = 8.0
MOST_WORDS = 20
_MASK = "thing"
_WORD = re.compile(r"[A-Za-z0-9][\w'’.,:/%-]*")

# What a text about a trial must not say, in our own words; the record's words are shown as quotations.
PROMISES = re.compile(
    r"\b(?:breakthrough|miracle|cutting[- ]edge|state[- ]of[- "
    r"]the[- ]art|promising|revolutionary|game[- ]chang\w+|"
    r"safe|safely|effective|effectively|well[- ]tolerated|may "
    r"help you|can help you|will help you|could help you|"
    r"may benefit|will benefit|can benefit|cures?|cured|guarantee\w*|"
    r"you are eligible|you qualify|you should join|"
    r"you should (?:start|stop|switch|change)|risk[- ]free|harmless|"
    r"no side effects|best treatment|better treatment|"
    r"proven|exciting|hope(?:ful)?|life[- ]saving|last chance)\b",
    re.IGNORECASE,
)


def masked(statement: Statement) -> str:
    """The sentence with each piece of the record's words replaced by one short word."""
    return "".join(_mask(piece.text) if piece.theirs else piece.text for piece in statement.pieces)


def _mask(words: str) -> str:
    # Numbers and dates stay: they are as easy as they are.
    return words if re.fullmatch(r"[\d.,\s/-]+(?:[a-z]+)?", words) else _MASK


def grade(text: str) -> float:
    """Flesch-Kincaid grade: the school year, in US terms, that can read it."""
    return float(textstat.flesch_kincaid_grade(text))


def words_in(text: str) -> int:
    """Words between spaces; a lone dash or sign is none."""
    return len(_WORD.findall(text))


@lru_cache(maxsize=1 << 14)
def passes(text: str) -> bool:
    """Whether a sentence is easy and short enough to be shown."""
    return words_in(text) <= MOST_WORDS and grade(text) <= HARDEST_GRADE


def promises(statement: Statement) -> list[str]:
    """Words of ours that promise something; the record's own words are not checked."""
    ours = " ".join(piece.text for piece in statement.pieces if not piece.theirs)
    return list(_promises_in(ours))


@lru_cache(maxsize=1 << 14)
def _promises_in(words: str) -> tuple[str, ...]:
    """Promises in a sentence, cached because most sentences recur on many pages."""
    return tuple(PROMISES.findall(words))
