"""What people type is read as they mean it, and nothing that can be typed breaks the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.search.query.parser import MOST_CHARACTERS, MOST_TERMS, parse
from trialway.search.query.syntax_tree import (
    And,
    Field,
    Not,
    Or,
    Phrase,
    Term,
    to_syntax,
)

PIECES = [
    "asthma",
    "-child",
    '"',
    "(",
    ")",
    "OR",
    "AND",
    "NOT",
    "title:",
    "of",
    "🦄",
    "*:*",
    " ",
    "\0",
    "“",
    "-",
]


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("asthma", "asthma"),
        ("asthma child", "asthma AND child"),
        ("asthma AND child", "asthma AND child"),
        ("asthma or child", "asthma AND child"),
        ("asthma OR copd", "asthma OR copd"),
        ("a b OR c d", "b OR (c AND d)"),
        ("(asthma OR copd) steroid", "(asthma OR copd) AND steroid"),
        ('"heart failure"', '"heart failure"'),
        ("“heart failure”", '"heart failure"'),
        ("asthma -child", "asthma AND NOT child"),
        ("asthma NOT child", "asthma AND NOT child"),
        ("NOT NOT asthma", "asthma"),
        ("-(a OR child)", "NOT (a OR child)"),
        ("T-DM1", "T-DM1"),
        ("title:asthma", "title:asthma"),
        ('condition:"heart failure" -title:child', 'condition:"heart failure" AND NOT title:child'),
        ("Title: asthma", "Title: AND asthma"),
        ("http://example.org", "http://example.org"),
        ("treatment of the skin", "treatment AND skin"),
        ("the of", "the AND of"),
        ('"vitamin a"', '"vitamin a"'),
        ("asthma & copd", "asthma AND copd"),
        ("*:*", "*:*"),
        ("  asthma\t\n ", "asthma"),
    ],
)
def test_what_is_typed_is_understood(typed, understood):
    read = parse(typed)

    assert to_syntax(read.tree) == understood
    assert read.problems == ()


@pytest.mark.parametrize("typed", ["", "   ", "\0\n"])
def test_nothing_typed_is_no_tree(typed):
    assert parse(typed).tree is None
    assert parse(typed).problems == ()


@pytest.mark.parametrize(
    ("typed", "understood", "problem"),
    [
        ('"heart failure', "heart AND failure", "quotation mark has no partner"),
        ("(asthma", "asthma", "parenthesis has no partner"),
        ("asthma)", "asthma", "parenthesis has no partner"),
        ("asthma OR", "asthma", "OR was left out"),
        ("OR asthma", "asthma", "OR was left out"),
        ("asthma OR OR copd", "asthma OR copd", "OR was left out"),
        ("asthma NOT", "asthma", "NOT was left out"),
    ],
)
def test_broken_syntax_is_read_as_words_and_told(typed, understood, problem):
    read = parse(typed)

    assert to_syntax(read.tree) == understood
    assert [problem in fault.sentence for fault in read.problems] == [True]


@pytest.mark.parametrize("typed", ["OR", "NOT", '""', "()"])
def test_syntax_without_words_says_that_there_is_no_word(typed):
    read = parse(typed)

    assert read.tree is None
    assert any("There is no word in" in fault.sentence for fault in read.problems)


def test_more_than_500_characters_are_cut():
    read = parse("asthma " * 100)

    assert len(read.text) <= MOST_CHARACTERS
    assert "Only the first 500 of 700 characters" in read.problems[0].sentence


def test_more_than_64_words_are_cut():
    read = parse("as " * 10 + "b " * 100)

    assert isinstance(read.tree, And)
    assert len(read.tree.parts) == MOST_TERMS - 10
    assert "Only the first 64 of 110 words" in read.problems[0].sentence


def test_parentheses_deeper_than_20_are_left_out():
    read = parse("(" * 30 + "asthma" + ")" * 30)

    assert read.tree == Term("asthma")
    assert "deeper than 20" in read.problems[0].sentence


@pytest.mark.parametrize(
    "typed",
    [
        '"' * 10_000,
        "(" * 10_000,
        ")" * 10_000,
        "NOT " * 5_000,
        "-" * 10_000,
        "title:" * 2_000 + "x",
        "\ud800x",
    ],
)
def test_nasty_texts_are_read_all_the_same(typed):
    assert len(parse(typed).text) <= MOST_CHARACTERS


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(PIECES)).map(" ".join),
        st.lists(st.sampled_from(PIECES)).map("".join),
    )
)
def test_anything_can_be_typed(typed):
    read = parse(typed)

    assert depth(read.tree) < 50
    again = parse(read.text)
    assert (again.text, again.tree) == (read.text, read.tree)


def depth(node) -> int:
    match node:
        case And(parts) | Or(parts):
            assert len(parts) > 1
            return 1 + max(map(depth, parts))
        case Not(part) | Field(_, part):
            return 1 + depth(part)
        case Phrase() | Term() | None:
            return 0


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ('asthma "heart failure', '"'),
        ("asthma (child", "("),
        ("asthma child)", ")"),
        ("asthma OR", "OR"),
        ("asthma OR OR copd", "OR"),
        ("asthma NOT", "NOT"),
        ("asthma -(", "("),
    ],
)
def test_what_is_wrong_is_pointed_at(typed, fault):
    start, end = parse(typed).problems[0].at

    assert typed[start:end] == fault
