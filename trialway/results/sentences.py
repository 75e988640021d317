"""What was found, in sentences made of the tables' own numbers: Reported ─▶ **sentences** ─▶ results page.

No sentence says that something worked, was better or was significant: it says who was counted, and what.
"""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from trialway.registry_text import repair
from trialway.results.events import event_totals, most_frequent
from trialway.results.reported import Reported
from trialway.results.table import Cell, Column, Row, Table
from trialway.vocabulary.parameter import PARAMETER

MOST_GROUPS = 4
MOST_EVENTS = 5
# For each row of the totals: the template, what is said when it touched nobody, and when it touched some.
_TOTALS = (
    ("deaths", "No one in any group died.", " died, of any cause."),
    ("serious", "No one in any group had a serious event.", " had at least one serious event."),
    (
        "others",
        "No one in any group had an event that was not serious.",
        " had at least one event that was not serious.",
    ),
)
TOTALS_TOLD = tuple(template for template, _, _ in _TOTALS)
_PICKED = "Only the events that were most common in one of the groups are named here."
_TOTAL = re.compile(
    r"(?:total|overall|all (?:participants|patients|subjects|groups|arms|cohorts|treated)?|combined|pooled)"
    r"(?: (?:\(?(?:participants|patients|subjects|population|title|all|total|groups?|cohorts?)\)?))*",
    re.IGNORECASE,
)


class ResultWords(Struct, frozen=True):
    """A piece of a sentence: ours, or the record's own words and numbers."""

    text: str
    theirs: bool = False


class Sentence(Struct, frozen=True):
    """One sentence in pieces, the ``template`` that made it, and the ``table`` whose numbers it tells."""

    pieces: tuple[ResultWords, ...]
    template: str
    table: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(piece.text for piece in self.pieces)


class ResultSentences(Struct, frozen=True):
    """What is told of one outcome; ``title`` and ``description`` in the record's words. Without sentences the
    table must do."""

    key: str
    title: str
    sentences: tuple[Sentence, ...]
    description: str | None = None


def primary_outcome_sentences(report: Reported, most: int | None = None) -> tuple[ResultSentences, ...]:
    """The primary outcomes, at most ``most``, each in a sentence a group where its table is simple enough."""
    primary = [key for key, measure in report.outcomes if measure.kind and measure.kind.code == "primary"]
    tables = [found for key in primary[:most] if (found := report.outcome(key))]
    return tuple(
        ResultSentences(table.key, repair(table.title), tuple(_of_outcome(table)), measure.description)
        for measure, table in tables
    )


def _of_outcome(table: Table) -> Iterator[Sentence]:
    """Only a table of one row says one thing; one without a number for a group says nothing here."""
    pairs = cells_of_groups(table, table.rows[0]) if len(table.rows) == 1 else ()
    if not 1 <= len(pairs) <= MOST_GROUPS or any(
        cell is None or cell.value.number is None for _, cell in pairs
    ):
        return
    counted = [(column, cell) for column, cell in pairs if cell is not None]
    if _nobody(counted):
        yield Sentence((ResultWords("Nobody was counted here, in any group."),), "nobody", table.key)
        return
    for column, cell in counted:
        pieces, template = _value(table, cell)
        yield Sentence((*_in_group(column), *pieces, ResultWords(".")), template, table.key)


def _value(table: Table, cell: Cell) -> tuple[tuple[ResultWords, ...], str]:
    if cell.percent is not None and cell.out_of is not None:
        were = "was" if cell.value.number == 0 else "were"
        return (*_share(cell), ResultWords(f" {were} counted here")), "count"
    unit = (
        (ResultWords(" ("), ResultWords(repair(table.unit), theirs=True), ResultWords(")"))
        if table.unit
        else ()
    )
    parameter = PARAMETER.words(table.parameter).lower() if table.parameter else "number"
    name = "the median, the middle value," if parameter == "median" else f"the {parameter}"
    return (ResultWords(f"{name} was "), ResultWords(cell.value.text, theirs=True), *unit), "number"


def event_sentences(
    report: Reported, most: int = MOST_EVENTS, totals_told: Collection[str] = TOTALS_TOLD
) -> tuple[Sentence, ...]:
    """Deaths, people with serious and with other events as totals, those of them that ``totals_told`` names,
    then the ``most`` events that are not serious and touched most people in any group. Each says which of
    the two tables it is of."""
    events = report.results.events
    totals, others = event_totals(events), most_frequent(events, most)
    found: list[Sentence] = []
    if totals is not None and len(totals.columns) <= MOST_GROUPS:
        found += _totals(totals, totals_told)
    if others is not None and len(others.columns) <= MOST_GROUPS:
        if len(events.other) > most:
            found.append(Sentence((ResultWords(_PICKED),), "picked", others.key))
        found += _each_event(others)
    if others is not None:
        found += _threshold(events.threshold, others)
    return tuple(found)


def _totals(table: Table, told_of: Collection[str]) -> Iterator[Sentence]:
    """Serious and other events one after the other: nobody can add them up, for a person can be in both."""
    told = 0
    for row, (template, nobody, some) in zip(table.rows, _TOTALS, strict=True):
        if template not in told_of:
            continue
        counted = _counted(table, row)
        told += bool(counted) and template != "deaths"
        if _nobody(counted):
            yield Sentence((ResultWords(nobody),), "nobody", table.key)
            continue
        for column, cell in counted:
            yield Sentence((*_in_group(column), *_share(cell), ResultWords(some)), template, table.key)
    if told > 1:
        both = "One person can have had events of both kinds, and is in both counts."
        yield Sentence((ResultWords(both),), "both-tables", table.key)


def _each_event(table: Table) -> Iterator[Sentence]:
    for row in table.rows:
        for column, cell in _counted(table, row):
            had = (
                ResultWords(" had “"),
                ResultWords(repair(row.labels[-1]), theirs=True),
                ResultWords("”, listed as not serious."),
            )
            yield Sentence((*_in_group(column), *_share(cell), *had), "event", table.key)


def _threshold(percent: str | None, table: Table) -> Iterator[Sentence]:
    """From how many in a hundred on events are listed: what is rarer is not in the table."""
    if percent and re.fullmatch(r"\d+(?:\.\d+)?", percent) and float(percent) > 0:
        words = (
            ResultWords("Events that are not serious are listed only if more than "),
            ResultWords(percent, theirs=True),
            ResultWords("% of a group had them."),
        )
        yield Sentence(words, "threshold", table.key)


def cells_of_groups(table: Table, row: Row) -> tuple[tuple[Column, Cell | None], ...]:
    """The cells of a row by group. A total beside its parts is left to the table."""
    pairs = tuple(zip(table.columns, row.cells, strict=True))
    parts = tuple(pair for pair in pairs if not _TOTAL.fullmatch(pair[0].title.strip()))
    return parts if len(parts) > 1 else pairs


def _counted(table: Table, row: Row) -> list[tuple[Column, Cell]]:
    return [
        (column, cell)
        for column, cell in cells_of_groups(table, row)
        if cell is not None and cell.percent is not None
    ]


def _nobody(counted: list[tuple[Column, Cell]]) -> bool:
    """Several groups of people, and nobody in any of them."""
    return len(counted) > 1 and all(cell.out_of and cell.value.number == 0 for _, cell in counted)


def _in_group(column: Column) -> tuple[ResultWords, ...]:
    return (
        ResultWords("In the group “"),
        ResultWords(repair(column.title).strip(), theirs=True),
        ResultWords("”, "),
    )


def _share(cell: Cell) -> tuple[ResultWords, ...]:
    """``24 of 50 people (48.0%)``; the percentage is ours, worked out from the other two. 0 is nobody."""
    if cell.value.number == 0:
        return (ResultWords("nobody"),)
    out_of = cell.out_of.text if cell.out_of else ""
    return (
        ResultWords(cell.value.text, theirs=True),
        ResultWords(" of "),
        ResultWords(out_of, theirs=True),
        ResultWords(f" people ({cell.percent}%)"),
    )
