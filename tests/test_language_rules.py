"""Every row of the tables of language finds its example, and does not find its near miss."""

from collections import Counter

import pytest

import trialway.concepts
import trialway.criteria
import trialway.plain
from trialway.language_rules import LanguageRule, RuleTable, tables_of

TABLES = [
    table
    for package in (trialway.concepts, trialway.criteria, trialway.plain)
    for tables in tables_of(package).values()
    for table in tables
]
ROWS = [pytest.param(table, row, id=row.id) for table in TABLES for row in table]


def test_the_walk_reaches_the_tables_of_all_packages():
    areas = {row.id.partition(".")[0] for table in TABLES for row in table}

    assert {"age", "dosing", "qualifier"} <= areas


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_row_finds_its_example(table, row):
    assert table[row.id].search(row.example)


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_row_does_not_find_its_near_miss(table, row):
    assert not table[row.id].search(row.counter_example)


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_row_says_its_class_of_wording_and_what_it_means(table, row):
    assert "." in row.id
    assert row.meaning.endswith(".")


def test_no_two_rows_have_the_same_id():
    ids = Counter(row.id for table in TABLES for row in table)

    assert [rule_id for rule_id, count in ids.items() if count > 1] == []


def test_the_row_that_stands_first_takes_the_words():
    table = RuleTable(
        LanguageRule("test.two", "two weeks", "Both words.", "two weeks", "two"),
        LanguageRule("test.one", "two", "One word.", "two", "three"),
        LanguageRule("other.any", r"\w+", "Any word.", "four", "?"),
    )

    assert table.any_of("test.").search("for two weeks")[0] == "two weeks"
    assert table.any_of("test.", "other.").search("for two weeks")[0] == "for"
    assert table["test.one"].search("for two weeks")[0] == "two"


def test_a_table_refuses_ids_that_it_does_not_have():
    table = RuleTable(LanguageRule("test.one", "one", "One word.", "one", "two"))

    with pytest.raises(KeyError):
        table["test.two"]
    with pytest.raises(AssertionError, match=r"no rule's id starts with test\.two"):
        table.any_of("test.two")
