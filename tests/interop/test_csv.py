"""Lists of trials as CSV that a spreadsheet reads and that cannot make it run anything."""

import csv
import io

import pytest

from trialway.interop.csv import COLUMNS, csv_lines
from trialway.search.document.result_summary import ResultSummary
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

CARD = ResultSummary(
    number=1,
    slug="NCT00000001",
    registry="ctgov",
    record_id="NCT00000001",
    title='Salt, "pure"\nand sugar',
    status=Coded("recruiting", "RECRUITING"),
    phases=(Coded("2", "PHASE2"), Coded(None, "PHASE9")),
    study_type=Coded("interventional", "INTERVENTIONAL"),
    conditions=("Gout", "Thirst"),
    sponsor="Salt Works",
    sites=3,
    countries=2,
    enrolment=40,
    start=StatedDate("2021-06"),
    results=True,
)


def read(*cards, **options):
    return list(csv.DictReader(io.StringIO("".join(csv_lines(cards, **options)), newline="")))


def test_a_card_is_a_line_in_the_words_of_the_page():
    (row,) = read(CARD, base="https://trials.example.org")

    assert row == {
        "Number": "NCT00000001",
        "Title": 'Salt, "pure"\nand sugar',
        "Acronym": "",
        "Status": "Recruiting",
        "Phases": "Phase 2; Phase9",
        "Type of study": "Interventional",
        "Conditions": "Gout; Thirst",
        "Interventions": "",
        "Sponsor": "Salt Works",
        "Sites": "3",
        "Countries": "2",
        "Enrolment": "40",
        "Start": "2021-06",
        "Last update": "",
        "Results": "yes",
        "Registry": "ctgov",
        "Number in the registry": "NCT00000001",
        "Page": "https://trials.example.org/trial/NCT00000001",
    }


def test_without_trials_there_are_the_names_of_the_columns():
    assert "".join(csv_lines([])) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1-1", "@SUM(A1)", "\t=1"])
def test_nothing_begins_like_a_formula(text):
    card = ResultSummary(number=1, slug="x", registry="ctgov", record_id="x", title=text)

    assert read(card)[0]["Title"] == f"'{text}"
