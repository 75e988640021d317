"""A list of trials for spreadsheets: cards of a search ─▶ **csv** ─▶ file or page."""

import csv
from collections.abc import Iterable, Iterator

from trialway.interop.spreadsheet import safe_cell
from trialway.search.document.result_summary import ResultSummary
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.status import STATUS
from trialway.vocabulary.study_type import STUDY_TYPE

COLUMNS = (
    "Number",
    "Title",
    "Acronym",
    "Status",
    "Phases",
    "Type of study",
    "Conditions",
    "Interventions",
    "Sponsor",
    "Sites",
    "Countries",
    "Enrolment",
    "Start",
    "Last update",
    "Results",
    "Registry",
    "Number in the registry",
    "Page",
)


def csv_lines(cards: Iterable[ResultSummary], base: str = "") -> Iterator[str]:
    """A line of column names, then one a trial; RFC 4180, to be written as UTF-8, lines end with CR LF.

    ``base``: the site's address without a slash at its end; without it the column of pages stays empty.
    """
    writer = csv.writer(_Line())
    yield writer.writerow(COLUMNS)
    for card in cards:
        yield writer.writerow(map(safe_cell, _row(card, base)))


class _Line:
    """csv writes into files only; this one hands each line back."""

    def write(self, line: str) -> str:
        return line


def _row(card: ResultSummary, base: str) -> Iterator[str]:
    yield from (card.slug, card.title, card.acronym or "")
    yield STATUS.words(card.status) if card.status else ""
    yield "; ".join(PHASE.words(phase) for phase in card.phases)
    yield STUDY_TYPE.words(card.study_type) if card.study_type else ""
    yield from ("; ".join(card.conditions), "; ".join(card.interventions), card.sponsor or "")
    yield from (str(card.sites), str(card.countries))
    yield "" if card.enrolment is None else str(card.enrolment)
    yield from (date.iso if date else "" for date in (card.start, card.updated))
    yield "yes" if card.results else "no"
    yield from (card.registry, card.record_id)
    yield f"{base}/trial/{card.slug}" if base else ""
