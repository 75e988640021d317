"""Pictures read back: the numbers in the drawing are the numbers of the table."""

import json
import xml.etree.ElementTree as ET

import pytest
from msgspec.structs import replace

from tests.registries.ctgov.studies import sample
from tests.results.test_tables import an_outcome
from trialway.registries.ctgov.normalise import normalise
from trialway.results.charts.choose_chart import COMPARISON, chart, chart_of
from trialway.results.charts.svg import SERIES, svg
from trialway.results.reported import reported

REPORTS = [report for raw in sample() if (report := reported(normalise(raw)))]


def with_spread(values: list[tuple[str, str | None]]):
    groups = [{"id": f"OG{place}", "title": f"Arm {place}"} for place, _ in enumerate(values)]
    measurements = [
        {"groupId": group["id"], "value": value, **({"spread": spread} if spread is not None else {})}
        for group, (value, spread) in zip(groups, values, strict=True)
    ]
    return an_outcome(
        [value for value, _ in values],
        paramType="MEAN",
        dispersionType="Standard Deviation",
        classes=[{"categories": [{"measurements": measurements}]}],
    )


def texts(drawn: str) -> list[str]:
    return [element.text for element in ET.fromstring(drawn).iter() if element.text and element.text.strip()]


def test_points_stand_where_the_table_says():
    drawn = chart_of(with_spread([("4.8", "1.5"), ("-0.7", "2")]))
    values = drawn.spec["data"]["values"]
    assert [(value["group"], value["value"], value["lower"], value["upper"]) for value in values] == [
        ("Arm 0", 4.8, 3.3, 6.3),
        ("Arm 1", -0.7, -2.7, 1.3),
    ]


@pytest.mark.parametrize("second", [None, ("NA", None), ("3", None), ("<3", "1")])
def test_what_the_numbers_do_not_support_is_not_drawn(second):
    assert chart_of(with_spread([("4.8", "1"), *([second] if second else [])])) is None


def test_a_picture_says_what_it_is_in_words_and_follows_the_theme():
    drawn = svg(chart_of(with_spread([("4.8", "1.5"), ("-0.7", "2")])))
    root = ET.fromstring(drawn)
    assert root.get("role") == "img"
    title, description = root[0], root[1]
    assert (title.tag.rpartition("}")[2], description.tag.rpartition("}")[2]) == ("title", "desc")
    assert title.text == "Response"
    assert "± one standard deviation" in description.text
    assert "prefers-color-scheme:dark" in drawn
    assert 'fill="#ffffff"' not in drawn
    assert "Arm 0" in texts(drawn)


def test_a_group_named_like_markup_does_no_harm():
    table = an_outcome(["24", "12"], paramType="COUNT_OF_PARTICIPANTS")
    table = replace(table, title="<b>&")
    assert ET.fromstring(svg(chart_of(table)))[0].text == "<b>&"


def test_every_picture_of_the_sample_can_be_drawn_and_read_back():
    drawn = 0
    for report in REPORTS[::9]:
        keys = [table.key for table in (*report.flow, *report.baseline, *report.events)]
        keys += [key for key, _ in report.outcomes[:4]]
        for key in (*keys, *(f"{key}{COMPARISON}" for key, _ in report.outcomes[:4])):
            found = chart(report, key)
            if found is None:
                continue
            drawn += 1
            words = " ".join(texts(svg(found)))
            if key.startswith("baseline"):
                cells = [cell for row in report.table(key).rows for cell in row.cells]
                assert all(f"{cell.value.text} ({cell.percent}%)" in words for cell in cells)
            if key.startswith("flow"):
                rows = report.table(key).rows
                completed = next(row for row in rows if row.labels == ("Completed", ""))
                assert all(f"Completed: {cell.value.text}" in words for cell in completed.cells)
            if key.startswith("events"):
                cells = [cell for row in report.table(key).rows for cell in row.cells]
                shares = {float(cell.percent) for cell in cells if cell and cell.percent is not None}
                assert {value["percent"] for value in found.spec["data"]["values"]} <= shares
            json.dumps(found.spec)
    assert drawn > 40


def test_series_are_told_apart():
    assert len(set(SERIES)) == len(SERIES)


def test_the_page_keeps_the_room_that_a_picture_takes():
    tables = [
        table for report in REPORTS[::9] for table in (*report.flow, *report.baseline[:2], *report.events)
    ]
    tables += [report.table("outcome-1") for report in REPORTS[::9]]
    drawn = [each for table in tables if table and (each := chart_of(table))]

    assert len(drawn) > 10
    for each in drawn:
        root = ET.fromstring(svg(each))
        assert (root.get("width"), root.get("height")) == tuple(map(str, each.size))
        inside = [float(number) for number in root.get("viewBox").split()[2:]]
        # Else letters would shrink: widths are guessed before anything is drawn.
        assert min(each.size[0] / inside[0], each.size[1] / inside[1]) > 0.9
