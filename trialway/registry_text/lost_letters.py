"""Letters that a registry has lost: it prints ``?`` or U+FFFD where its own database could not hold the
letter.

A letter comes back only where one word alone fits; elsewhere ``[?]`` says that something is missing.
A question mark that asks a question stays.
"""

import re
from pathlib import Path

_CERTAIN = Path(__file__).with_name("lost_letters.txt")


def _masked(word: str) -> str:
    return re.sub(r"[^\x00-\x7f]", "?", word)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    lines = _CERTAIN.read_text(encoding="utf-8").splitlines()
    for word in " ".join(line for line in lines if not line.startswith("#")).split():
        if not word.isascii():
            # Two words that lose their letters into the same form are no longer certain.
            masked = _masked(word)
            table[masked] = "" if table.get(masked, word) != word else word
    return {masked: word for masked, word in table.items() if word}


_WORDS = _table()
_TOKEN = re.compile(r"[A-Za-z?\u00c0-\u024f]*\?[A-Za-z?\u00c0-\u024f]*")
_ELISION = re.compile(r"(?<![\w?])([dDlLnNjJcC]|[Qq]u)\?(?=[^\W\d_])")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_]{2})\?(?=(?:s|t|re|ve|ll)\b)")
_INSIDE = re.compile(r"(?<=\w)\?(?=[^\W_])|(?<!\w)\?(?=[^\W\d_])")
_QUESTION = re.compile(r"(?<=[a-z]{2})\?(?=[A-Z][a-z])")


def restore_letters(text: str) -> str:
    """Not for addresses, where a question mark begins a query."""
    if "\ufffd" in text:
        text = text.replace("\ufffd", "?") if "?" not in text else text.replace("\ufffd", "[?]")
        text = _TOKEN.sub(_certain, text)
        text = re.sub(r"(?<!\[)\?", "[?]", text)
    if "?" not in text:
        return text
    text = _TOKEN.sub(_certain, text)
    text = _ELISION.sub("\\1’", text)
    text = _POSSESSIVE.sub("’", text)
    text = _QUESTION.sub("? ", text)
    return _INSIDE.sub("[?]", text)


def _certain(match: re.Match[str]) -> str:
    return _WORDS.get(match[0], match[0])
