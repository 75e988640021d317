"""People with serious and with other events stand side by side, and nobody adds them up."""

from collections.abc import Iterator

import pytest

from tests.plain.reading import sample
from trialway.plain.readability import masked, passes
from trialway.plain.sections.event_shares import MOST_ROWS, event_shares
from trialway.plain.sections.findings import write_findings
from trialway.plain.statement import PlainGroup, PlainTable
from trialway.record import TrialRecord
from trialway.record_results import AdverseEvents, Affected, EventGroup, TrialResults
from trialway.registry_text import repair
from trialway.results.reported import Reported, reported

NONE = Affected()


def group(title: str, serious: Affected, other: Affected) -> EventGroup:
    return EventGroup(id=title, title=title, deaths=Affected(1, 50), serious=serious, other=other)


def table_of(*groups: EventGroup) -> PlainTable | None:
    return event_shares(Reported(TrialResults(events=AdverseEvents(groups=groups))))


def told_of(number: str) -> PlainGroup:
    record = sample()[number].main
    groups = write_findings(record, record.dates.start.first_day).groups
    return next(one for one in groups if one.name == "Health problems during the trial")


def test_each_group_has_both_numbers_in_one_row():
    table = table_of(
        group("Drug", Affected(5, 50), Affected(20, 50)), group("Placebo", Affected(0, 48), Affected(18, 48))
    )

    assert table.heads == ("Group", "People with a serious event", "People with another event (not serious)")
    assert [row.texts for row in table.rows] == [
        ("Drug", "5 of 50 (10.0%)", "20 of 50 (40.0%)"),
        ("Placebo", "0 of 48 (0.0%)", "18 of 48 (37.5%)"),
    ]


def test_below_stands_that_one_person_can_be_in_both_and_what_the_numbers_rest_on():
    note = table_of(group("Drug", Affected(5, 50), Affected(20, 50))).note

    assert note.text == "One person can be in both columns, so the two numbers are never added up."
    assert passes(masked(note))
    assert (note.fields, note.rests_on) == (("results",), ("5", "50", "20"))


def test_no_number_of_the_table_is_a_sum():
    table = table_of(
        group("Drug", Affected(5, 50), Affected(20, 50)),
        group("Placebo", Affected(6, 50), Affected(18, 50)),
        group("Total", Affected(11, 100), Affected(38, 100)),
    )

    assert [row.texts[0] for row in table.rows] == ["Drug", "Placebo"]


def test_a_number_that_is_not_stated_leaves_its_cell_empty():
    table = table_of(
        group("Drug", Affected(5, 50), NONE), group("Placebo", Affected(6, None), Affected(18, 50))
    )

    assert [row.texts[1:] for row in table.rows] == [("5 of 50 (10.0%)", ""), ("6", "18 of 50 (36.0%)")]


@pytest.mark.parametrize("groups", [(), (group("Drug", Affected(5, 50), NONE),)])
def test_without_both_columns_there_is_no_table(groups):
    assert table_of(*groups) is None


def test_very_many_groups_are_left_to_the_page_of_results():
    groups = [group(f"Part {place}", Affected(5, 50), Affected(20, 50)) for place in range(MOST_ROWS + 1)]

    assert table_of(*groups[:-1]) is not None
    assert table_of(*groups) is None


def test_the_table_takes_the_place_of_the_sentences_on_the_same_numbers():
    told = told_of("NCT01009918")
    templates = {one.template for one in told.statements}

    assert told.table is not None
    assert "found-deaths" in templates
    assert not templates & {"found-serious", "found-others", "found-both-tables"}
    assert told.every[0] == told.table.note


def test_every_cell_of_every_table_is_what_the_record_counts_in_that_group():
    tables = 0
    for record, groups, table in _tables():
        tables += 1
        counted = {(repair(one.title or "").strip(), _cell(one.serious), _cell(one.other)) for one in groups}
        for row in table.rows:
            assert tuple(text for text in (row.texts[0], *map(_without_share, row.texts[1:]))) in counted, (
                record.record_id
            )
    assert tables > 20


def _tables() -> Iterator[tuple[TrialRecord, tuple[EventGroup, ...], PlainTable]]:
    for trial in sample().values():
        report = reported(trial.main)
        table = event_shares(report) if report else None
        if report and table:
            yield trial.main, report.results.events.groups, table


def _without_share(text: str) -> str:
    return text.partition(" (")[0]


def _cell(count: Affected) -> str:
    if count.affected is None:
        return ""
    return f"{count.affected} of {count.at_risk}" if count.at_risk is not None else str(count.affected)
