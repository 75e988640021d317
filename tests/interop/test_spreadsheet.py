"""Cells of CSV files: nothing that a spreadsheet would run, nothing lost of what it shows."""

import csv
import io
from decimal import Decimal, InvalidOperation

import pytest
from hypothesis import given
from hypothesis import strategies as some

from trialway.interop.results_csv import table_csv
from trialway.interop.spreadsheet import safe_cell
from trialway.results.numbers import ReportedValue
from trialway.results.table import Cell, Column, Row, Table


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "@SUM(A1)",
        "+1+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "\t=1",
        "-",
        "+",
        "\x00=1+1",
        "\x1b\r=1",
    ],
)
def test_what_a_spreadsheet_would_run_is_shown(text):
    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize(
    "text", ["-2.3", "+1", "-.5", "1e-5", "-1E+10", "-1,234.5", "0", "", "NA", "<0.001", "a=b"]
)
def test_numbers_and_words_stay_as_they_are(text):
    assert safe_cell(text) == text


def is_number(text: str) -> bool:
    try:
        Decimal(text.replace(",", ""))
    except InvalidOperation:
        return False
    return True


@given(
    some.text(some.characters(codec="utf-8"), max_size=12)
    | some.from_regex(r"[=+\-@\t\r\x00].{0,8}", fullmatch=True)
)
def test_any_text_is_read_back_by_a_reader_of_csv_as_no_formula(text):
    out = io.StringIO()
    csv.writer(out).writerow([safe_cell(text), "next"])
    (cell, after) = next(csv.reader(io.StringIO(out.getvalue(), newline="")))

    assert after == "next"
    assert not cell.startswith(("=", "@", "\t", "\r"))
    assert not cell.startswith(("+", "-")) or is_number(cell)
    assert not any(ord(char) < 32 and char not in "\t\n\r" for char in cell)


def test_each_cell_of_a_table_of_results_is_guarded():
    hostile = "-2+3+cmd|' /C calc'!A0"
    cell = Cell(value=ReportedValue(hostile), spread=ReportedValue("-2.3"), comment=hostile)
    row = Row(labels=(hostile, hostile), cells=(cell,))
    table = Table(key="outcome-1", title="", columns=(Column(id="1", title=hostile),), rows=(row,))

    rows = list(csv.reader(io.StringIO(table_csv(table), newline="")))

    assert [text for text in rows[1] if text.startswith(("=", "+", "-", "@"))] == ["-2.3"]
