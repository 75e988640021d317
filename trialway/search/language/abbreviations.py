"""Short forms that a text explains itself: "Non-Small Cell Lung Cancer (NSCLC)" ─**abbreviations**▶ learning.

The long form is the shortest stretch before the bracket that has the letters of the short one in order and
begins with the first of them.
"""

import re
from collections.abc import Iterable

_BRACKET = re.compile(r"\s\(([^()\s]{2,10})\)")
_LEADING = re.compile(
    r"^(?:patients?|participants?|adults?|children|subjects?)\s+(?:with|who have)\s+", re.IGNORECASE
)


def abbreviations(texts: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of short and long form."""
    return {
        (match[1], long)
        for text in texts
        for match in _BRACKET.finditer(text)
        if sum(char.isupper() for char in match[1]) >= 2 and (long := _long(match[1], text[: match.start()]))
    }


def _long(short: str, before: str) -> str:
    letters = [char for char in short.lower() if char.isalnum()]
    words = before.split()[-min(len(letters) + 5, 2 * len(letters)) :]
    window = " ".join(words)
    start = _start(letters, window.lower())
    found = _LEADING.sub("", window[start:]) if start is not None else ""
    return found if len(found) > max(8, len(short)) else ""


def _start(letters: list[str], text: str) -> int | None:
    """Where the long form begins, looking for the letters from the end; None when they are not all there."""
    at = len(text)
    for place, letter in reversed(list(enumerate(letters))):
        at = text.rfind(letter, 0, at)
        while at > 0 and place == 0 and not text[at - 1].isspace():
            at = text.rfind(letter, 0, at)
        if at < 0:
            return None
    return at
