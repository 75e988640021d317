"""A registry's text without the faults of its journey: escapes, entities, mojibake, lost letters."""

import html
import re
from collections.abc import Iterator

from trialway.registry_text.lost_letters import restore_letters
from trialway.registry_text.mojibake import decode_mojibake

_ENTITY = re.compile(r"\\?&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# C0 and C1 controls but tab and line feed; zero-width and bidirectional controls, which can make text read
# as what it is not.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|eu|int|info|uk|de|fr|jp|cn)/[^\s<>\"]*|\S+@\S+",
    re.IGNORECASE,
)
# What every address has; most texts with a slash in them only speak of mg/kg.
_HINT = re.compile(r"@|://|www\.|\.[a-z]{2,4}/", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"\.(?<=[A-Za-z)\]]{2}\.)(?=[A-Z][a-z]+)(?!(?:Com|Org|Net|Gov|Edu|Eu|Int|De|Fr)\b)")
_EMPTY_PART = re.compile(r",(?:[ \t]*,)+")
_SPACED_QUESTION = re.compile(r"(?<=\w) \? (?=[^\W\d_])")
_QUOTED = re.compile(r"(?<!\w)\?([^\W\d_][^?]*\w)\?(?!\w)")


def unescape(text: str) -> str:
    """Markdown escapes resolved: ``\\>`` → ``>``."""
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def clean(text: str) -> str:
    """Everything but escapes, which the reader of lists still needs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Twice, for what was escaped twice: ``&amp;gt;``.
    for _ in range(2):
        if "&" in text:
            text = _ENTITY.sub(lambda match: html.unescape(match[0].removeprefix("\\")), text)
    text = _UNSEEN.sub("", decode_mojibake(text))
    return _outside_addresses(text)


# Most strings have nothing to repair; this one look at them keeps a page of hundreds of strings quick.
_SUSPECT = re.compile(r"[^ -\[\]-~\n]|[&?]|\.[A-Z]|,\s*,")


def repair(text: str) -> str:
    """Text of one line or many, as people should read it; letters and digits stay, in their order."""
    return unescape(clean(text)).strip() if _SUSPECT.search(text) else text.strip()


def repair_name(text: str) -> str:
    """The name of a place or person, in which nobody asks: ``Porto ? Hospital`` lost a dash, ``?Vittorio?``
    its quotation marks.
    """
    text = _SPACED_QUESTION.sub(" – ", _QUOTED.sub("“\\1”", text))
    return repair(text)


def addresses(text: str) -> Iterator[re.Match[str]]:
    """Where web and mail addresses stand; only words that could hold one are looked at closely."""
    if not _HINT.search(text):
        return
    for word in _WORD.finditer(text):
        if _HINT.search(word[0]):
            yield from ADDRESS.finditer(text, word.start(), word.end())


def _outside_addresses(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for match in addresses(text):
        pieces += (_mend(text[end : match.start()]), match[0])
        end = match.end()
    return "".join(pieces) + _mend(text[end:])


def _mend(text: str) -> str:
    text = restore_letters(text)
    text = _GLUED.sub(". ", text)
    return _EMPTY_PART.sub(",", text)
