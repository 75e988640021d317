"""The lines of a registry's text with their indents and list markers: text ─**lines**▶ blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trialway.registry_text.repair import unescape

_BULLET = r"\\?[-–—•·●○▪◦‣⁃➢✓□■]|\*|\\?\+"
_ORDINAL = r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})\\?[.)]"
_ITEM = re.compile(rf"(?P<marker>{_BULLET}|{_ORDINAL})(?:\s+(?P<text>\S.*)|$)")
# Without a space a marker is believed only where a word follows: "-Pain", "2.Patients"; not "-5 °C", "4.3
# Purpose", "i.v. dose".
_GLUED_ITEM = re.compile(r"(?P<marker>\\?[-–•●]|\(?\d{1,2}\\?[.)])(?P<text>[A-Z][a-z].*)")


@dataclass
class RegistryLine:
    indent: int
    marker: str | None
    text: str
    after_blank: bool

    @property
    def kind(self) -> str:
        bare = (self.marker or "").strip("().")
        return "*" if not bare else "1" if bare.isdigit() else "A" if bare.isupper() else "a"


def read_lines(text: str) -> Iterator[RegistryLine]:
    blank = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if not stripped:
            blank = True
            continue
        indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
        marker, words = _split_marker(stripped)
        if marker is not None and not words:
            continue  # an empty item, such as a lone "\-"
        yield RegistryLine(indent, marker, unescape(words), blank)
        blank = False


def _split_marker(line: str) -> tuple[str | None, str]:
    """("1)", "Age over 18") from ``* 1\\) Age over 18``; a bullet's marker is ""."""
    match = _ITEM.fullmatch(line) or _GLUED_ITEM.fullmatch(line)
    if match is None:
        return None, line
    marker, words = unescape(match["marker"]), match["text"] or ""
    if any(char.isalnum() for char in marker):
        # "A." or "12." alone on its line is words, not an item without any.
        return (marker, words) if words else (None, line)
    inner = _ITEM.fullmatch(words) or _GLUED_ITEM.fullmatch(words)
    if inner and inner["text"]:
        inner_marker = unescape(inner["marker"])
        return (inner_marker if any(char.isalnum() for char in inner_marker) else ""), inner["text"]
    return "", words
