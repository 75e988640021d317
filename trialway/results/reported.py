"""All tables of a record's results by key, made when asked for: Results ─▶ **reported** ─▶ pages, CSV."""

from collections.abc import Iterator

from msgspec import Raw, Struct

from trialway.record import LeftOut
from trialway.results.events import event_table, event_totals
from trialway.results.flow import flow_tables
from trialway.results.measures import baseline_tables, outcome_table
from trialway.results.reading import read_results
from trialway.results.shape import OutcomeMeasure, Results
from trialway.results.table import Table


class Reported(Struct, frozen=True):
    """Results as read, and what was left out of them because its type is wrong."""

    results: Results
    left_out: tuple[LeftOut, ...]

    @property
    def flow(self) -> tuple[Table, ...]:
        """One table a period."""
        return flow_tables(self.results.participant_flow_module)

    @property
    def baseline(self) -> tuple[Table, ...]:
        """One table a characteristic."""
        return baseline_tables(self.results.baseline_characteristics_module)

    @property
    def outcomes(self) -> tuple[tuple[str, OutcomeMeasure], ...]:
        """Key and measure of each outcome, in the record's order; their tables are made one at a time."""
        measures = self.results.outcome_measures_module.outcome_measures
        return tuple((f"outcome-{place}", measure) for place, measure in enumerate(measures, 1))

    @property
    def events(self) -> tuple[Table, ...]:
        """Totals, serious events, other events; those that there are."""
        events = self.results.adverse_events_module
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


def reported(raw: Raw) -> Reported | None:
    """What a record reports; None when it has no results."""
    read = read_results(raw)
    return Reported(*read) if read else None
