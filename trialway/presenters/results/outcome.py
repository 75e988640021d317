"""One outcome with its numbers and comparisons, and the line that stands for it in a list."""

from msgspec import Struct

from trialway.presenters.dates import date_words
from trialway.presenters.registry_text import (
    Prose,
    RegistryText,
    coded,
    prose,
    said,
)
from trialway.presenters.results.analyses import ShownAnalysis, shown_analyses
from trialway.presenters.results.tables import (
    ShownPicture,
    ShownTable,
    shown_picture,
    shown_table,
)
from trialway.record import TrialRecord
from trialway.record_results import OutcomeMeasure
from trialway.results.charts.choose_chart import COMPARISON
from trialway.results.charts.forest import forest_picture
from trialway.results.measures import outcome_table
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.outcome_type import OUTCOME_TYPE


class OutcomeLine(Struct, frozen=True):
    """An outcome in a list. ``kind``: its type's code; ``state``: why it has no numbers; ``number``: its
    position, where several have the same title.
    """

    key: str
    kind: str
    title: RegistryText
    time_frame: RegistryText | None
    state: str
    number: int = 0


class ShownOutcome(Struct, frozen=True):
    line: OutcomeLine
    kind: RegistryText
    description: Prose | None
    population: Prose | None
    table: ShownTable | None
    analyses: tuple[ShownAnalysis, ...]
    comparison: ShownPicture | None = None


def outcome_line(key: str, measure: OutcomeMeasure, record: TrialRecord) -> OutcomeLine:
    """``kind`` is "other" for a type that no vocabulary knows."""
    kind = (measure.kind and measure.kind.code) or "other"
    title = said(measure.title, record) or RegistryText("Untitled outcome")
    return OutcomeLine(key, kind, title, said(measure.time_frame, record), _state(measure))


def shown_outcome(key: str, measure: OutcomeMeasure, place: int, record: TrialRecord) -> ShownOutcome:
    """``place`` is its position in the record, from 1."""
    table = shown_table(outcome_table(measure, place), record)
    return ShownOutcome(
        line=outcome_line(key, measure, record),
        kind=coded(OUTCOME_TYPE, measure.kind or Coded(None, "not stated"), record),
        description=prose(measure.description, record),
        population=prose(measure.population, record),
        table=table if table.heads or table.rows else None,
        analyses=shown_analyses(measure, record),
        comparison=shown_picture(f"{key}{COMPARISON}", forest_picture(measure)),
    )


def _state(measure: OutcomeMeasure) -> str:
    if measure.reporting is None or measure.reporting.code != "not_posted":
        return "" if measure.classes else "The record gives no numbers for it."
    expected = measure.posting_expected
    return f"Not posted yet; expected in {date_words(expected)}." if expected else "Not posted yet."
