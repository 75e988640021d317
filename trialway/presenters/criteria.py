"""Criteria as read, for page, JSON and terminal: Trial ─▶ read_criteria ─▶ **marks, twin, lines**.

The registry's words stay what they are; what we read in them is told beside them, on demand.
"""

import re
from collections.abc import Iterator
from html import escape

from msgspec import Struct

from trialway.criteria import Criteria, Criterion, Finding, read_criteria
from trialway.criteria.expressions import Has, atoms_of
from trialway.registry_text import repair
from trialway.registry_text.blocks import (
    Block,
    Listing,
    ListItem,
    Paragraph,
)
from trialway.trial import Trial

# A place that no registry writes, kept while the words become HTML; then the mark takes it.
_MARK = "\ue000tw{}\ue001"
_PLACE = re.compile("<p>\ue000tw(\\d{1,5})\ue001</p>")
_LETTERS = re.compile(r"[^\W_]+")


class CriteriaSource(Struct, frozen=True):
    """What one record says of who can take part."""

    registry: str
    record_id: str
    criteria: Criteria


class CriteriaJSON(Struct, frozen=True):
    """``sources`` come in order of preference."""

    slug: str
    sources: tuple[CriteriaSource, ...]


def criteria_to_json(trial: Trial) -> CriteriaJSON:
    """Every record's criteria; places are in ``source``, the text as the registry wrote it."""
    records = (source.record for source in trial.sources)
    return CriteriaJSON(
        trial.slug,
        tuple(CriteriaSource(one.registry, one.record_id, read_criteria(one.eligibility)) for one in records),
    )


def every(criteria: tuple[Criterion, ...], depth: int = 0) -> Iterator[tuple[int, Criterion]]:
    """Each criterion with how deep it stands, in order."""
    for criterion in criteria:
        yield depth, criterion
        yield from every(criterion.children, depth + 1)


def mark(blocks: list[Block], criteria: Criteria) -> list[Block]:
    """The blocks of a text with a place for a mark after each criterion that was read."""
    read = [one for _, one in every(criteria.criteria) if one.findings]
    if "\ue000" in criteria.source:
        return blocks
    waiting: dict[str, list[int]] = {}
    for number, criterion in enumerate(read):
        waiting.setdefault(_key(criterion.text), []).append(number)
    return _marked(blocks, waiting)


def with_marks(html: str, criteria: Criteria) -> str:
    """The same as HTML, a mark in every place that was left for one."""
    read = [one for _, one in every(criteria.criteria) if one.findings]
    return _PLACE.sub(lambda place: _html(read[int(place[1])]), html)


def _marked(blocks: list[Block], waiting: dict[str, list[int]]) -> list[Block]:
    marked: list[Block] = []
    for block in blocks:
        if isinstance(block, Listing):
            marked.append(Listing([_marked_item(item, waiting) for item in block.items]))
            continue
        marked.append(block)
        if isinstance(block, Paragraph):
            marked += _place(block, waiting)
    return marked


def _marked_item(item: ListItem, waiting: dict[str, list[int]]) -> ListItem:
    first, *rest = item.blocks
    place = _place(first, waiting) if isinstance(first, Paragraph) else []
    return ListItem(item.marker, [first, *place, *_marked(rest, waiting)])


def _place(words: Paragraph, waiting: dict[str, list[int]]) -> list[Block]:
    numbers = waiting.get(_key(" ".join(words.lines)))
    return [Paragraph((_MARK.format(numbers.pop(0)),))] if numbers else []


def _key(words: str) -> str:
    return "".join(_LETTERS.findall(repair(words).lower()))


def _html(criterion: Criterion) -> str:
    name = "Read" if criterion.reading == "whole" else "Read in part"
    lines = "".join(f"<p>{escape(line, quote=False)}</p>" for line in explained(criterion))
    return f'<details class="tw-read" lang="en"><summary>{name}</summary>{lines}</details>'


def is_only_named(finding: Finding) -> bool:
    """Whether a criterion names a thing and it was not read what for."""
    atoms = atoms_of(finding.expression)
    return bool(atoms) and all(isinstance(atom, Has) and atom.when == "unstated" for atom in atoms)


def explained(criterion: Criterion) -> Iterator[str]:
    """What we make of a criterion, in a few short sentences."""
    if criterion.sentence != criterion.text:
        yield criterion.sentence
    about = dict.fromkeys(one.kind for one in criterion.findings if not is_only_named(one))
    named = dict.fromkeys(one.kind for one in criterion.findings if one.kind not in about)
    if about:
        yield f"It is about: {', '.join(about)}."
    if named:
        yield f"It names something of these kinds, and what for was not read: {', '.join(named)}."
    if criterion.residual:
        words = repair(criterion.residual)
        yield f"Not read: “{words}”. So it never counts as met without a person's look."
    if criterion.scope:
        yield f"It may hold for some people only: {repair('; '.join(criterion.scope)).rstrip(':')}."
    if criterion.alternative:
        yield "It is one of several, of which one is enough."
