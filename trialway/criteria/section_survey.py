"""All section headings of a text together: heading_lines ─▶ **sections, and what they say of each other** ─▶
outline.

"For patients" is a group only where another heading names the controls.
"""

import re

from msgspec import Struct

from trialway.criteria.heading_rules import HEADINGS
from trialway.criteria.heading_scope_rules import HEADING_SCOPES
from trialway.criteria.list_rules import LISTS
from trialway.criteria.section_headings import COLONS, SectionHeading, side_of
from trialway.criteria.text_lines import TextLine

_OTHER_PEOPLE = HEADING_SCOPES["heading.other-people"]
_PEOPLE = HEADING_SCOPES["heading.people"]
_EVERYBODY = HEADING_SCOPES["heading.everybody"]
_ELIMINATION = HEADINGS["heading.elimination"]
_PEOPLE_ABOVE = LISTS["scope.group-above"]
# Two words or more in capitals: "SUPPORT PERSONS".
CAPITALS = re.compile(r"(?=.{0,60} )[A-Z][A-Z ,/&()'-]{5,79}")
_LONGEST = 100


class SectionSurvey(Struct, frozen=True):
    """For each line the section that it opens, whether it stands right above a line with a marker though it
    has none (``leads``), and the line below. ``groups``: some heading names other people than the patients;
    ``excludes``: one names the exclusions."""

    sections: tuple[SectionHeading | None, ...]
    leads: tuple[bool, ...]
    below: tuple[TextLine | None, ...]
    groups: bool
    excludes: bool


def survey_sections(text: str, lines: list[TextLine]) -> SectionSurvey:
    """Looks once at every line."""
    below = (*lines[1:], None)[: len(lines)]
    leads = tuple(_leads(line, under) for line, under in zip(lines, below, strict=True))
    words = [text[line.start : line.end] for line in lines]
    sections = tuple(
        side_of(each, marked=bool(line.style), leads=leading)
        for each, line, leading in zip(words, lines, leads, strict=True)
    )
    headings = [
        (each, section)
        for each, line, section in zip(words, lines, sections, strict=True)
        if not line.style or (section and section.named)
    ]
    return SectionSurvey(
        sections=sections,
        leads=leads,
        below=below,
        groups=any(_names_others(each, section) for each, section in headings),
        excludes=any(
            section is not None and section.named and section.side == "exclusion" and not eliminates(each)
            for each, section in headings
        ),
    )


def eliminates(heading: str) -> bool:
    """Whether a heading is "Elimination criteria", which may be about leaving."""
    return bool(_ELIMINATION.fullmatch(heading.rstrip(" :")))


def names_people(line: str) -> bool:
    """Whether a line is a group and nothing else: "Healthy controls"; "Male" above a list is a criterion."""
    if not _PEOPLE_ABOVE.fullmatch(line):
        return False
    return bool(_PEOPLE.search(line) or _OTHER_PEOPLE.search(line))


def _leads(line: TextLine, below: TextLine | None) -> bool:
    return not line.style and below is not None and bool(below.style)


def _names_others(words: str, section: SectionHeading | None) -> bool:
    """Whether a heading names other people than the patients."""
    if len(words) > _LONGEST:
        return False
    heading = words.endswith(COLONS) or (section and section.named) or CAPITALS.fullmatch(words)
    if not (heading or names_people(words)):
        return False
    return bool(_OTHER_PEOPLE.search(words)) and not _EVERYBODY.search(words)
