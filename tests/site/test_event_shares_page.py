"""People with serious and with other events in one table: on the patient page, in JSON, on a terminal."""

import datetime as dt
import re
from html import unescape

from tests.plain.reading import sample, text_of
from trialway.commands.print_patient_text import patient_lines
from trialway.plain.choose_record import told_from
from trialway.presenters.patient.sentences import shown_section

WITH_EVENTS = "NCT01009918"
WITHOUT = "NCT04740918"
NOTE = "One person can be in both columns, so the two numbers are never added up."


def the_table(page: str) -> str:
    (table,) = re.findall(r'<table class="tw-table tw-side-by-side">.*?</table>', page, re.DOTALL)
    return table


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_page_has_one_table_whose_heads_name_rows_and_columns(site):
    page = site.get(f"/trial/{WITH_EVENTS}").content.decode()
    table = the_table(page)

    assert words(re.search(r"<caption>.*?</caption>", table)[0]) == "How many people had an event, by group"
    assert [words(head) for head in re.findall(r'<th scope="col">.*?</th>', table)] == [
        "Group",
        "People with a serious event",
        "People with another event (not serious)",
    ]
    assert [words(row) for row in re.findall(r'<tr><th scope="row">.*?</tr>', table)] == [
        "Arm I Lisinopril 5 of 158 (3.2%) 104 of 158 (65.8%)",
        "Arm II Coreg CR® 4 of 156 (2.6%) 89 of 156 (57.1%)",
        "Arm III Placebo 6 of 154 (3.9%) 82 of 154 (53.2%)",
    ]


def test_below_the_table_stands_how_to_read_it(site):
    page = site.get(f"/trial/{WITH_EVENTS}").content.decode()
    below = page[page.index("tw-side-by-side") :].split("</table>")[1]

    assert words(below).startswith(NOTE)


def test_where_the_numbers_come_from_is_told_of_the_note(site):
    page = site.get(f"/trial/{WITH_EVENTS}").content.decode()
    section = page[page.index('id="found"') :].partition("</section>")[0]
    origin = section.partition("tw-origins")[2]

    assert f"{NOTE} From the registry’s field resultsSection ; a share in percent" in words(origin)


def test_a_trial_without_posted_events_has_no_table(site):
    assert "tw-side-by-side" not in site.get(f"/trial/{WITHOUT}").content.decode()


def test_the_json_has_the_table_in_pieces(site):
    twin = site.get(f"/trial/{WITH_EVENTS}/patient.json").json()
    (found,) = [section for section in twin["sections"] if section["id"] == "found"]
    (table,) = [group["table"] for group in found["groups"] if group["table"]]

    assert len(table["rows"]) == 3
    assert table["note"]["template"] == "found-both-tables"


def test_the_terminal_prints_a_line_a_group():
    printed = [text for text, _ in patient_lines(sample()[WITH_EVENTS], dt.date(2026, 6, 18))]

    assert (
        "  – Arm III Placebo: people with a serious event 6 of 154 (3.9%); "
        "people with another event (not serious) 82 of 154 (53.2%)"
    ) in printed
    assert f"  {NOTE}" in printed


def test_the_records_names_and_numbers_are_marked_as_its_own():
    trial = sample()[WITH_EVENTS]
    section = text_of(WITH_EVENTS).section("found")
    (table,) = [one.table for one in shown_section(section, told_from(trial, "found")).groups if one.table]

    assert table.rows[0].title == '<span data-registry-text="" lang="en">Arm I Lisinopril</span>'
    assert str(table.rows[0].cells[0]).endswith(" (3.2%)")
