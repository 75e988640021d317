"""Sentences about results: every number is in the table, no word promises anything."""

import re

import msgspec
import pytest

from tests.registries.ctgov.studies import sample
from tests.results.test_tables import an_outcome
from trialway.record_results import (
    AdverseEvent,
    AdverseEvents,
    Affected,
    EventCount,
    EventGroup,
    TrialResults,
)
from trialway.registries.ctgov.normalise import normalise
from trialway.results.reported import Reported, reported
from trialway.results.sentences import _of_outcome, event_sentences, primary_outcome_sentences

REPORTS = [report for raw in sample() if (report := reported(normalise(raw)))]
PROMISES = re.compile(
    r"\b(worked|works|better|worse|significant\w*|effective|safe|proven|success\w*|cure[sd]?)\b",
    re.IGNORECASE,
)


def told(table) -> list[str]:
    return [sentence.text for sentence in _of_outcome(table)]


def test_people_are_told_out_of_their_group():
    table = an_outcome(["24", "12"], paramType="COUNT_OF_PARTICIPANTS", unitOfMeasure="Participants")
    assert told(table) == [
        "In the group “Arm 0”, 24 of 50 people (48.0%) were counted here.",
        "In the group “Arm 1”, 12 of 50 people (24.0%) were counted here.",
    ]


@pytest.mark.parametrize(
    ("parameter", "sentence"),
    [
        ("MEAN", "In the group “Arm 0”, the mean was 4.8 (mmHg)."),
        ("MEDIAN", "In the group “Arm 0”, the median, the middle value, was 4.8 (mmHg)."),
        ("LEAST_SQUARES_MEAN", "In the group “Arm 0”, the least squares mean was 4.8 (mmHg)."),
        ("NUMBER", "In the group “Arm 0”, the number was 4.8 (mmHg)."),
    ],
)
def test_each_kind_of_number_has_its_sentence(parameter, sentence):
    assert told(an_outcome(["4.8"], paramType=parameter, unitOfMeasure="mmHg")) == [sentence]


def test_a_total_is_not_told_beside_its_parts():
    table = an_outcome(["24", "12", "36"], paramType="COUNT_OF_PARTICIPANTS", unitOfMeasure="Participants")
    first, second, third = table.columns
    table = msgspec.structs.replace(
        table, columns=(first, second, msgspec.structs.replace(third, title="Total"))
    )

    assert [text.partition(",")[0] for text in told(table)] == [
        "In the group “Arm 0”",
        "In the group “Arm 1”",
    ]


def test_a_total_alone_is_told():
    table = an_outcome(["24"], paramType="COUNT_OF_PARTICIPANTS", unitOfMeasure="Participants")
    column = msgspec.structs.replace(table.columns[0], title="All Participants")

    assert told(msgspec.structs.replace(table, columns=(column,))) == [
        "In the group “All Participants”, 24 of 50 people (48.0%) were counted here."
    ]


def test_nobody_is_told_in_words_and_nobody_at_all_once():
    some = an_outcome(["24", "0"], paramType="COUNT_OF_PARTICIPANTS", unitOfMeasure="Participants")
    none = an_outcome(["0", "0", "0"], paramType="COUNT_OF_PARTICIPANTS", unitOfMeasure="Participants")

    assert told(some)[1] == "In the group “Arm 1”, nobody was counted here."
    assert told(none) == ["Nobody was counted here, in any group."]


def test_a_mean_of_nothing_is_still_told_group_by_group():
    assert len(told(an_outcome(["0", "0"], paramType="MEAN", unitOfMeasure="mmHg"))) == 2


@pytest.mark.parametrize("values", [["NA"], ["4.8", "NE"], ["1"] * 5])
def test_where_a_number_is_missing_or_groups_are_many_the_table_must_do(values):
    assert told(an_outcome(values, paramType="MEAN")) == []


def test_every_number_of_a_sentence_is_a_number_of_its_table():
    checked = 0
    for report in REPORTS:
        primary = [each for one in primary_outcome_sentences(report) for each in one.sentences]
        for sentence in (*event_sentences(report), *primary):
            table = report.table(sentence.table)
            cells = [cell for row in table.rows for cell in row.cells if cell]
            values = {cell.value.text for cell in cells} | {cell.out_of.text for cell in cells if cell.out_of}
            shares = {f"{cell.percent}" for cell in cells}
            labels = {row.labels[-1] for row in table.rows} | {column.title for column in table.columns}
            words = {table.unit or "", report.results.events.threshold or "", *labels}
            for piece in sentence.pieces:
                if piece.theirs and re.fullmatch(r"[\d.,-]+", piece.text):
                    assert piece.text in values | words
                elif not piece.theirs:
                    assert set(re.findall(r"\d[\d.]*", piece.text)) <= shares
                checked += 1
    assert checked > 3000


def test_no_word_of_ours_promises_anything():
    for report in REPORTS:
        for sentence in event_sentences(report):
            assert not PROMISES.search(" ".join(piece.text for piece in sentence.pieces if not piece.theirs))


def an_event_report(threshold: str | None) -> Reported:
    groups = tuple(
        EventGroup(
            id=title,
            title=title,
            deaths=Affected(affected=died, at_risk=50),
            serious=Affected(affected=serious, at_risk=50),
            other=Affected(affected=other, at_risk=50),
        )
        for title, died, serious, other in (("Drug", 2, 5, 20), ("Placebo", 1, 6, 18))
    )
    nausea = AdverseEvent(
        term="Nausea",
        counts=(EventCount(group="Drug", affected=9, at_risk=50),),
    )
    return Reported(TrialResults(events=AdverseEvents(threshold=threshold, groups=groups, other=(nausea,))))


def test_events_are_ranked_by_shares_of_whole_groups_and_said_to_be_picked():
    def event(term: str, group: str, affected: int, at_risk: int) -> AdverseEvent:
        return AdverseEvent(term=term, counts=(EventCount(group=group, affected=affected, at_risk=at_risk),))

    events = AdverseEvents(
        groups=(EventGroup(id="A", title="A"), EventGroup(id="B", title="B")),
        other=(
            event("Skin irritation", "A", 4, 5),
            event("Hypertension", "A", 30, 100),
            event("Atrial fibrillation", "B", 3, 5),
        ),
    )
    told = [one.text for one in event_sentences(Reported(TrialResults(events=events)), 2)]

    assert told[0] == "Only the events that were most common in one of the groups are named here."
    assert ["Atrial fibrillation" in told[1], "Hypertension" in told[2]] == [True, True]


def test_events_say_of_which_table_they_are_and_are_never_added_up():
    assert [one.text for one in event_sentences(an_event_report("5"))] == [
        "In the group “Drug”, 2 of 50 people (4.0%) died, of any cause.",
        "In the group “Placebo”, 1 of 50 people (2.0%) died, of any cause.",
        "In the group “Drug”, 5 of 50 people (10.0%) had at least one serious event.",
        "In the group “Placebo”, 6 of 50 people (12.0%) had at least one serious event.",
        "In the group “Drug”, 20 of 50 people (40.0%) had at least one event that was not serious.",
        "In the group “Placebo”, 18 of 50 people (36.0%) had at least one event that was not serious.",
        "One person can have had events of both kinds, and is in both counts.",
        "In the group “Drug”, 9 of 50 people (18.0%) had “Nausea”, listed as not serious.",
        "Events that are not serious are listed only if more than 5% of a group had them.",
    ]


def test_the_limit_is_told_of_many_groups_too_whose_numbers_the_tables_have():
    groups = tuple(EventGroup(id=title, title=title) for title in "ABCDE")
    nausea = AdverseEvent(term="Nausea", counts=(EventCount(group="A", affected=9, at_risk=50),))
    events = AdverseEvents(threshold="5", groups=groups, other=(nausea,))

    assert [one.template for one in event_sentences(Reported(TrialResults(events=events)))] == ["threshold"]


@pytest.mark.parametrize("threshold", [None, "0", "many"])
def test_a_limit_from_which_events_are_listed_is_told_only_where_there_is_one(threshold):
    assert not [one for one in event_sentences(an_event_report(threshold)) if one.template == "threshold"]
