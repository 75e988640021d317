"""Criteria nested as the registry wrote them: lines and section headings ─▶ **outline** ─▶ read_criteria.

Every node quotes the text: its words are ``text[node.start:node.end]``.
"""

import re
from dataclasses import dataclass, field

from msgspec import Struct

from trialway.criteria.heading_lines import lines_of
from trialway.criteria.heading_scope_rules import HEADING_SCOPES
from trialway.criteria.list_adoption import adopt_flat_lists
from trialway.criteria.nesting import OpenCriteria, continues, parent_of
from trialway.criteria.outline_nodes import OutlineNode
from trialway.criteria.own_scopes import narrow_by_own_words
from trialway.criteria.section_headings import COLONS, SectionHeading, Side, narrows
from trialway.criteria.section_survey import (
    CAPITALS,
    SectionSurvey,
    eliminates,
    names_people,
    survey_sections,
)
from trialway.criteria.text_lines import TextLine

DEEPEST = 8
_CONNECTIVE = re.compile(r"(?i)[\s\\*(-]{0,4}(?P<word>or|and|and/or|either|except)[\s:.)]{0,3}")
_LEADS_ON = re.compile(r"(?i)\b(?:or|and/or)[\s:;,.)]{0,3}$")
_FOLLOWS_ON = re.compile(r"(?i)(?:or|and/or)\b")

_INTRODUCES = HEADING_SCOPES.any_of("heading.introduces.")
_GROUP = HEADING_SCOPES["heading.group-of-people"]
_PEOPLE = HEADING_SCOPES["heading.people"]
_EVERYBODY = HEADING_SCOPES["heading.everybody"]
_STEP = HEADING_SCOPES["heading.step"]
_LONGEST_GROUP = 60
_NOTE = HEADING_SCOPES["heading.note"]


class _Outer(Struct, frozen=True):
    """What holds outside an inner heading, for the list that goes on behind it: ``number`` is that of its
    last item."""

    number: int
    indent: int
    side: Side
    section_scope: tuple[str, ...]
    headings: tuple[str, ...]


@dataclass
class _Place:
    """The state while reading down the text. ``untouched``: no criterion since the section's heading."""

    survey: SectionSurvey
    side: Side = "unstated"
    section_scope: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    heading_indent: int = 0
    fresh: bool = False
    untouched: bool = False
    pending_or: bool = False
    last: TextLine | None = None
    outer: _Outer | None = None
    left_list: bool = False
    open: OpenCriteria = field(default_factory=list)
    roots: list[OutlineNode] = field(default_factory=list)

    def narrowed_by(self, heading: str) -> bool:
        """Whether what is below a heading holds for some people only: "for patients" does where another
        heading names the controls."""
        if narrows(heading):
            return True
        return self.survey.groups and bool(_PEOPLE.search(heading)) and not _EVERYBODY.search(heading)


def build_outline(text: str) -> list[OutlineNode]:
    """The criteria of an eligibility text, in order; headings are not criteria."""
    lines = lines_of(text)
    survey = survey_sections(text, lines)
    place = _Place(survey)
    for line, leads, below, section in zip(lines, survey.leads, survey.below, survey.sections, strict=True):
        _read_line(text, line, below, section, place, leads=leads)
    adopt_flat_lists(text, place.roots)
    narrow_by_own_words(text, place.roots)
    return place.roots


def _read_line(
    text: str,
    line: TextLine,
    below: TextLine | None,
    section: SectionHeading | None,
    place: _Place,
    *,
    leads: bool,
) -> None:
    words = text[line.start : line.end]
    connective = _CONNECTIVE.fullmatch(words) if len(words) < 16 else None
    if connective:
        _join(place, connective["word"].lower())
    elif section and line.side is None and _opens(line, below, section, place):
        _open_section(words, section, place)
    elif not line.style and _is_heading(text, line, place, leads=leads):
        _open_heading(words, line, place)
    else:
        _place_criterion(text, line, place)


def _opens(line: TextLine, below: TextLine | None, section: SectionHeading, place: _Place) -> bool:
    """Whether a heading stands where a section may begin; a sentence turns no exclusions into demands."""
    top = not line.style or not place.open or line.indent <= place.open[0][0].indent
    if section.named:
        return top or section.side != place.side
    if section.side == "inclusion" and place.side == "exclusion":
        return place.untouched and not line.style
    above_its_own = line.style and below is not None and below.indent > line.indent + 1
    return top and not (above_its_own and section.side != place.side)


def _open_section(words: str, section: SectionHeading, place: _Place) -> None:
    if not section.named and place.untouched:
        # A sentence below "Exclusion Criteria:" only says it again; one that says otherwise leaves it open.
        if section.side == "exclusion" != place.side:
            place.side = "unstated"
        if section.scoped:
            place.section_scope += (words,)
        return
    if section.named:
        place.outer = None
    else:
        _remember(place)
    # "Part 1:" straight before "Inclusion Criteria:" holds for that section.
    above = place.headings if place.fresh else ()
    leaves = eliminates(words) and place.survey.excludes
    place.side = "unstated" if leaves else section.side
    place.open, place.headings = [], ()
    scoped = section.scoped or leaves or place.narrowed_by(words) or (section.named and _STEP.search(words))
    place.section_scope = (*above, words) if scoped else above
    place.untouched, place.left_list = True, False


def _open_heading(words: str, line: TextLine, place: _Place) -> None:
    _remember(place)
    place.open, place.headings, place.fresh = [], (words,), True
    place.heading_indent = line.indent


def _remember(place: _Place) -> None:
    """What to come back to when the numbers go on behind what an inner heading is above."""
    if place.last is not None and place.last.number and place.outer is None:
        place.outer = _Outer(
            place.last.number, place.last.indent, place.side, place.section_scope, place.headings
        )
        place.left_list = False


def _come_back(line: TextLine, place: _Place) -> None:
    """Ends an inner heading where the list that it interrupted goes on."""
    outer = place.outer
    if outer is None or not line.number or abs(line.indent - outer.indent) > 1:
        place.left_list = True
        return
    noted = bool(place.headings) and bool(_NOTE.match(place.headings[-1]))
    deeper = place.heading_indent > line.indent + 1
    if line.number == outer.number + 1 and (place.left_list or noted or deeper):
        place.side, place.section_scope, place.headings = outer.side, outer.section_scope, outer.headings
        place.open = []
    place.outer = None


def _is_heading(text: str, line: TextLine, place: _Place, *, leads: bool) -> bool:
    words = text[line.start : line.end]
    if place.open and line.indent > place.open[-1][0].indent:
        # Deeper than a criterion only a group is a heading: "Phase 3 only:", not the rest of a sentence.
        group = words.endswith(COLONS) and (_GROUP.match(words) or names_people(words))
        above = place.open[-1][1]
        return bool(group and len(words) <= _LONGEST_GROUP and text[above.end - 1] not in COLONS)
    if words.endswith(COLONS):
        return len(words) <= 100 and not _INTRODUCES.search(words)
    if len(words) > 60 or words.endswith((".", ";", ",")):
        return False
    above_list = leads and (CAPITALS.fullmatch(words) or names_people(words))
    return bool(_GROUP.match(words) or above_list)


def _join(place: _Place, word: str) -> None:
    if word == "and":
        return
    siblings = place.open[-1][1].children if len(place.open) > 1 else place.roots
    if place.open:
        place.open[-1][1].alternative = True
    elif siblings:
        siblings[-1].alternative = True
    place.pending_or = True


def _place_criterion(text: str, line: TextLine, place: _Place) -> None:
    _come_back(line, place)
    place.fresh = place.untouched = False
    if continues(text, line, place.open):
        node = place.open[-1][1]
        node.end = line.end
        node.alternative = node.alternative or _leads_on(text, node)
        return
    parent = parent_of(text, line, place.open)
    scope = place.section_scope
    if place.headings:
        scope += tuple(filter(place.narrowed_by, place.headings))
    topic = place.headings[-1] if place.headings else ""
    side = line.side or (parent.side if parent else place.side)
    node = OutlineNode(line.start, line.end, side, scope, topic, line=line)
    siblings = parent.children if parent else place.roots
    _mark_alternatives(text, node, siblings, place)
    siblings.append(node)
    if parent is None:
        place.last = line
    if len(place.open) < DEEPEST:
        place.open.append((line, node))


def _leads_on(text: str, node: OutlineNode) -> bool:
    tail = text[max(node.start, node.end - 12) : node.end]
    return "or" in tail.lower() and bool(_LEADS_ON.search(tail))


def _mark_alternatives(text: str, node: OutlineNode, siblings: list[OutlineNode], place: _Place) -> None:
    if place.pending_or or _FOLLOWS_ON.match(text, node.start):
        node.alternative = True
        if siblings:
            siblings[-1].alternative = True
    if siblings and _leads_on(text, siblings[-1]):
        siblings[-1].alternative = node.alternative = True
    place.pending_or = False
