"""Criteria as read, as lines for a terminal: Trial ─▶ **(text, style)** ─▶ stdout."""

from collections.abc import Iterator

from trialway.criteria import Criteria
from trialway.criteria.conflicts import IN_TEXT
from trialway.presenters.criteria import criteria_to_json, every, explained
from trialway.registry_text import repair
from trialway.trial import Trial

TITLE, HEADING, QUIET, PLAIN = "bold", "bold cyan", "dim", ""
_SIDES = {"inclusion": "TO JOIN", "exclusion": "CANNOT JOIN", "unstated": "RULES"}
_MARKS = {"whole": "●", "part": "◐", "not": "○"}
Line = tuple[str, str]


def criteria_lines(trial: Trial) -> Iterator[Line]:
    """Each record's rules: ● read, ◐ read in part, ○ not read, with what was made of them below."""
    for source in criteria_to_json(trial).sources:
        yield f"{source.record_id}  {_counted(source.criteria)}", TITLE
        yield from _source_lines(source.criteria)


def _source_lines(criteria: Criteria) -> Iterator[Line]:
    for rule in criteria.stated:
        yield f"● {rule.field.replace('_', ' ')}: {rule.words}", PLAIN
        yield f"    {rule.sentence}", QUIET
    side = ""
    for depth, criterion in every(criteria.criteria):
        if criterion.side != side:
            side = criterion.side
            yield _SIDES[side], HEADING
        inset = "  " * depth
        yield f"{inset}{_MARKS[criterion.reading]} {' '.join(repair(criterion.text).split())}", PLAIN
        if criterion.findings:
            yield from ((f"{inset}    {line}", QUIET) for line in explained(criterion))
    for conflict in criteria.conflicts:
        words = " ".join(repair(criteria.source[conflict.start : conflict.end]).split())
        other = (
            "another rule" if conflict.field in IN_TEXT else f"the field {conflict.field.replace('_', ' ')}"
        )
        yield f"Says another thing than {other}: {words}", TITLE


def _counted(criteria: Criteria) -> str:
    readings = [criterion.reading for _, criterion in every(criteria.criteria)]
    return f"{len(readings)} criteria: {readings.count('whole')} read, {readings.count('part')} in part"
