"""Headings that share a line with criteria, apart: text_lines ─▶ **lines of one kind each** ─▶ outline.

"Inclusion Criteria: adults. Exclusion Criteria: pregnant" is four lines here, each with its place.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from trialway.criteria.cues import contains_any
from trialway.criteria.heading_rules import HEADINGS, TRAILING_HEADINGS
from trialway.criteria.section_headings import Side, side_of
from trialway.criteria.text_lines import TextLine, split_lines

_CUES = ("clusion", "excluded", "not eligible")
# So many words at least before a heading in a line are a criterion, unless a stop parts them.
_FEWEST_WORDS = 3
_INLINE = HEADINGS["heading.inline"]
_INLINE_STOP = HEADINGS["heading.inline-stop"]
_NEGATIVE = HEADINGS["heading.negative-side"]
_LEADS_INTO = HEADINGS["heading.leads-into"]
# "… of childbearing potential Exclusion Criteria": the heading lost its line break.
_TRAILING = TRAILING_HEADINGS["heading.trailing"]
_MID_LINE = TRAILING_HEADINGS["heading.mid-line"]


def lines_of(text: str) -> list[TextLine]:
    """Every line that has words; a heading is a line of its own, without a marker."""
    lines = list(split_lines(text))
    sections = _plain_sections(text, lines)
    return [part for line in lines for part in _apart(text, line, sections)]


def _plain_sections(text: str, lines: list[TextLine]) -> frozenset[Side]:
    """The sides that have a heading of their own line."""
    found = (
        side_of(text[line.start : line.end], marked=False)
        for line in lines
        if not line.style and "clusion" in text[line.start : line.start + 60].lower()
    )
    return frozenset(one.side for one in found if one and one.named)


def _apart(text: str, line: TextLine, sections: frozenset[Side]) -> Iterator[TextLine]:
    words = text[line.start : line.end]
    if not contains_any(words.lower(), _CUES):
        yield line
        return
    inline = _INLINE.match(words) or (None if line.style else _INLINE_STOP.match(words))
    if inline and not (line.style and inline["group"]):
        head = inline["heading"]
        rest = replace(line, start=line.start + inline.end(), after_blank=True)
        side = _side(head)
        if line.style and (not inline.groupdict().get("criteria") or side in sections):
            # A bullet "Exclusion: pregnancy" says so of itself alone.
            yield from _later_headings(text, replace(rest, side=side))
            return
        yield _heading(line, line.start, line.start + len(head))
        yield from _later_headings(text, rest)
        return
    yield from _later_headings(text, line)


def _later_headings(text: str, line: TextLine) -> Iterator[TextLine]:
    """The line cut before and behind each heading further on in it."""
    words = text[line.start : line.end]
    cuts = list(_MID_LINE.finditer(words)) if "clusion" in words.lower() else []
    trailing = _trailing(words, marked=bool(line.style))
    at = first = line.start
    for cut in [*cuts, *([trailing] if trailing else [])]:
        ends, begins = first + cut.start(), first + cut.start("heading")
        if begins <= at or _LEADS_INTO.search(text, max(at, ends - 20), ends):
            continue
        if text[ends - 1].isalnum() and len(text[at:ends].split()) < _FEWEST_WORDS:
            # "Cohort A Exclusion Criteria: …": the words before belong to the heading.
            continue
        yield replace(line, start=at, end=ends)
        at = first + cut.end()
        side = None
        if line.style and "criteri" not in cut["heading"].lower():
            side = _side(cut["heading"])
        else:
            yield _heading(line, begins, first + cut.end("heading"))
        line = replace(line, after_blank=True, side=side)
    if at < line.end:
        yield replace(line, start=at)


def _trailing(words: str, *, marked: bool) -> re.Match[str] | None:
    """A heading at the end of a criterion; "Solid tumor Exclusion Criteria" is a heading as a whole."""
    found = _TRAILING.search(words) if "clusion" in words[-80:].lower() else None
    if found is None or found["dash"]:
        return found
    before = words[: found.start()]
    whole = len(before.split()) < 3 and not before.endswith((".", ";", ")"))
    if not marked:
        named = side_of(words, marked=False)
        whole = bool(words[:1].isupper() and named and named.named)
    return None if whole else found


def _side(heading: str) -> Side:
    return "exclusion" if _NEGATIVE.search(heading) or heading.lower().startswith("non") else "inclusion"


def _heading(line: TextLine, start: int, end: int) -> TextLine:
    return replace(line, start=start, end=end, indent=0, style="", number=0, after_blank=True, side=None)
