import json
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registries.ctgov.studies import leaves, sample, value_for, with_leaf
from trialway.record_results import TrialResults
from trialway.registries.ctgov.normalise import normalise
from trialway.registries.ctgov.results import results
from trialway.results.disagreements import disagreements
from trialway.results.events import event_table, event_totals
from trialway.results.flow import flow_tables
from trialway.results.measures import baseline_tables, outcome_table
from trialway.results.numbers import ReportedValue, read_value
from trialway.results.table import Cell, Table


def results_of(section: dict) -> TrialResults:
    raw = json.dumps(
        {"protocolSection": {"identificationModule": {"nctId": "NCT00000001"}}, "resultsSection": section}
    )
    read = results(normalise(raw.encode()).results)
    assert read is not None
    return read


def an_outcome(values: list[str], *, denominator: str = "50", **measure) -> Table:
    groups = [{"id": f"OG{place}", "title": f"Arm {place}"} for place, _ in enumerate(values)]
    measurements = [
        {"groupId": group["id"], "value": value} for group, value in zip(groups, values, strict=True)
    ]
    outcome = {
        "title": "Response",
        "groups": groups,
        "denoms": [
            {"units": "Participants", "counts": [{"groupId": g["id"], "value": denominator} for g in groups]}
        ],
        "classes": [{"categories": [{"measurements": measurements}]}],
        **measure,
    }
    found = results_of({"outcomeMeasuresModule": {"outcomeMeasures": [outcome]}})
    return outcome_table(found.outcomes[0], 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5", ReportedValue("12.5", Decimal("12.5"))),
        ("-.5", ReportedValue("-.5", Decimal("-.5"))),
        ("9.", ReportedValue("9.", Decimal(9))),
        ("1,234", ReportedValue("1,234", Decimal(1234))),
        ("<0.001", ReportedValue("<0.001", Decimal("0.001"), "<")),
        ("1e-5", ReportedValue("1e-5", Decimal("1e-5"))),
    ],
)
def test_numbers_are_read_as_they_are_written(text, value):
    assert read_value(text) == value


@pytest.mark.parametrize("text", ["NA", "NE", "NR", "", None, "not done", "1,2,3", "12 (3)", "--"])
def test_what_is_no_number_is_explained_and_never_zero(text):
    value = read_value(text)
    assert value.number is None
    assert value.meaning


@given(st.text(max_size=30))
def test_any_text_is_kept(text):
    assert read_value(text).text == text.strip()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_every_decimal_is_a_number(number):
    assert read_value(str(number)).number == number


def test_people_are_counted_out_of_their_group():
    table = an_outcome(["24", "12"], paramType="COUNT_OF_PARTICIPANTS", unitOfMeasure="Participants")
    first, second = table.rows[0].cells
    assert (first.value.text, first.out_of.text, first.percent) == ("24", "50", Decimal("48.0"))
    assert second.percent == Decimal("24.0")


@pytest.mark.parametrize(("value", "denominator"), [("NA", "50"), ("24", "0"), ("24", "NA"), ("<5", "50")])
def test_a_share_that_cannot_be_worked_out_is_not(value, denominator):
    table = an_outcome([value], denominator=denominator, paramType="COUNT_OF_PARTICIPANTS")
    assert table.rows[0].cells[0].percent is None


def test_a_mean_is_no_share():
    table = an_outcome(["24"], paramType="MEAN", dispersionType="Standard Deviation")
    assert table.rows[0].cells[0].percent is None
    assert table.dispersion.code == "standard_deviation"


def test_a_group_without_a_number_keeps_its_column():
    table = an_outcome(["24", "12"])
    groups = results_of(
        {"outcomeMeasuresModule": {"outcomeMeasures": [{"groups": [{"id": "A"}, {"id": "B"}], "classes": [
            {"categories": [{"measurements": [{"groupId": "B", "value": "3"}]}]}]}]}}
    )  # fmt: skip
    assert len(table.columns) == 2
    row = outcome_table(groups.outcomes[0], 1).rows[0]
    assert row.cells == (None, Cell(value=ReportedValue("3", Decimal(3))))


def test_a_flow_that_does_not_add_up_is_told():
    def milestone(kind, number):
        return {"type": kind, "achievements": [{"groupId": "A", "numSubjects": number}]}

    found = results_of(
        {
            "participantFlowModule": {
                "groups": [{"id": "A", "title": "Arm A"}],
                "periods": [
                    {
                        "title": "Overall study",
                        "milestones": [
                            milestone("STARTED", "10"),
                            milestone("COMPLETED", "7"),
                            milestone("NOT COMPLETED", "2"),
                        ],
                    }
                ],
            }
        }
    )
    assert disagreements(found) == (
        "Overall study, Arm A: 10 people started, but 7 completed and 2 did not, which makes 9.",
    )


def test_more_people_affected_than_at_risk_is_told_and_more_events_are_not():
    stats = [{"groupId": "A", "numEvents": 99, "numAffected": 5, "numAtRisk": 10}]
    more = [{"groupId": "A", "numAffected": 11, "numAtRisk": 10}]
    found = results_of(
        {
            "adverseEventsModule": {
                "eventGroups": [{"id": "A", "title": "Arm A"}],
                "otherEvents": [{"term": "Headache", "stats": stats}, {"term": "Nausea", "stats": more}],
            }
        }
    )
    assert disagreements(found) == (
        "Other adverse events, Nausea, Arm A: 11 people affected, but only 10 at risk.",
    )


def test_results_of_the_wrong_type_are_left_out_and_told():
    raw = normalise(
        b'{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},'
        b'"resultsSection":{"moreInfoModule":7,"adverseEventsModule":{"timeFrame":"1 year"}}}'
    ).results
    found = results(raw)
    assert found.events.time_frame == "1 year"
    assert [left.path for left in found.left_out] == ["resultsSection.moreInfoModule"]


@pytest.mark.parametrize("path", [path for path in leaves() if path.startswith("resultsSection.")])
def test_every_leaf_of_the_results_is_read(path):
    found, without = (
        results(normalise(json.dumps(with_leaf(path, value)).encode()).results)
        for value in (value_for(path), None)
    )
    assert found.left_out == ()
    assert found != without


def test_the_tables_of_the_sample_hold_every_measurement():
    """Counted by a slow walk over the raw JSON."""
    for raw in sample():
        section = json.loads(raw).get("resultsSection")
        if section:
            found = results_of(section)
            tables = [
                *baseline_tables(found.baseline),
                *(outcome_table(measure, place) for place, measure in enumerate(found.outcomes)),
            ]
            assert sum(map(filled, tables)) == len(list(walk(section, "measurements")))
            flow = flow_tables(found.flow)
            counts = [*walk(section, "achievements"), *walk(section, "reasons")]
            assert sum(map(filled, flow)) == len(counts)
            events = found.events
            listed = [event_table(events, "serious"), event_table(events, "other")]
            assert sum(filled(table) for table in listed if table) == len(list(walk(section, "stats")))
            assert event_totals(events) is None or len(event_totals(events).rows) == 3


def filled(table: Table) -> int:
    return sum(cell is not None for row in table.rows for cell in row.cells)


def walk(node, name: str):
    if isinstance(node, dict):
        for key, value in node.items():
            yield from value if key == name else walk(value, name)
    elif isinstance(node, list):
        for item in node:
            yield from walk(item, name)


def test_a_table_can_be_written_as_json():
    assert json.loads(msgspec.json.encode(an_outcome(["24"])))["rows"][0]["cells"][0]["value"]["text"] == "24"
