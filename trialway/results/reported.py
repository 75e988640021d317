"""All tables of a record's results by key, made when asked for: TrialResults ─▶ **reported** ─▶ pages."""

from collections.abc import Iterator

from msgspec import Struct

from trialway.record import TrialRecord
from trialway.record_results import OutcomeMeasure, TrialResults
from trialway.registries.known import REGISTRIES
from trialway.results.events import event_table, event_totals
from trialway.results.flow import flow_tables
from trialway.results.measures import baseline_tables, outcome_table
from trialway.results.table import Table


class Reported(Struct, frozen=True):
    """The results of one record, and their tables."""

    results: TrialResults

    @property
    def flow(self) -> tuple[Table, ...]:
        """One table a period."""
        return flow_tables(self.results.flow)

    @property
    def baseline(self) -> tuple[Table, ...]:
        """One table a characteristic."""
        return baseline_tables(self.results.baseline)

    @property
    def outcomes(self) -> tuple[tuple[str, OutcomeMeasure], ...]:
        """Key and measure of each outcome, in the record's order; their tables are made one at a time."""
        return tuple((f"outcome-{place}", measure) for place, measure in enumerate(self.results.outcomes, 1))

    @property
    def events(self) -> tuple[Table, ...]:
        """Totals, serious events, other events; those that there are."""
        events = self.results.events
        found = (event_totals(events), event_table(events, "serious"), event_table(events, "other"))
        return tuple(table for table in found if table)

    def outcome(self, key: str) -> tuple[OutcomeMeasure, Table] | None:
        """One outcome and its table; None when there is none of that key."""
        for place, (each, measure) in enumerate(self.outcomes, 1):
            if each == key:
                return measure, outcome_table(measure, place)
        return None

    def table(self, key: str) -> Table | None:
        """Any table by its key."""
        outcome = self.outcome(key)
        if outcome:
            return outcome[1]
        return next((table for table in self._others() if table.key == key), None)

    def _others(self) -> Iterator[Table]:
        yield from self.flow
        yield from self.baseline
        yield from self.events


def reported(record: TrialRecord) -> Reported | None:
    """What a record reports; None when it has no results."""
    results = REGISTRIES[record.registry].results(record.results)
    return Reported(results) if results else None
