"""Insertions and deletions word by word: what was and what is can both be read off the marks."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.differences.text import ADDED, REMOVED, SAME, count_words, mark

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d.", "e", "\n\n"]), max_size=60).map(" ".join)


def side(segments, other):
    return " ".join("".join(segment.text + " " for segment in segments if segment.kind != other).split())


def marked(before, after):
    signs = {SAME: "{}", ADDED: "+{}+", REMOVED: "-{}-"}
    return " ".join(signs[kind].format(text.strip()) for kind, text in mark(before, after))


def test_a_word_that_changed():
    assert marked("Aged 18 to 65 years.", "Aged 18 to 75 years.") == "Aged 18 to -65- +75+ years."


def test_words_at_the_beginning_and_the_end():
    assert (
        marked("able to consent", "Adults able to consent in writing")
        == "+Adults+ able to consent +in writing+"
    )


def test_one_equal_word_between_changes_joins_them():
    assert marked("red and blue", "green and yellow") == "-red and blue- +green and yellow+"


def test_white_space_is_no_change():
    assert marked("one  two\n\nthree", "one two three") == "one two three"


def test_line_ends_stay_where_they_are_now():
    assert "".join(segment.text for segment in mark("one two", "one\n\ntwo")) == "one\n\ntwo"


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off(before, after):
    segments = mark(before, after)
    assert side(segments, ADDED) == " ".join(before.split())
    assert side(segments, REMOVED) == " ".join(after.split())


def random_words(chance, count, kinds):
    return " ".join(f"w{chance.randrange(kinds)}" for _ in range(count))


@pytest.mark.parametrize("kinds", [2, 50, 10_000_000])
def test_a_hundred_thousand_letters_are_no_hindrance(kinds):
    """Alike in nothing, and in one sentence: told as replaced, and soon."""
    chance = random.Random(3)
    before, after = random_words(chance, 20_000, kinds), random_words(chance, 20_000, kinds)
    segments = mark(before, after)
    assert side(segments, ADDED) == before
    assert side(segments, REMOVED) == after


def test_a_small_change_in_a_very_long_text_is_found():
    sentences = [f"Sentence number {number} says something of its own." for number in range(4000)]
    after = [*sentences[:100], "New.", *sentences[100:3000], *sentences[3001:]]
    segments = mark(" ".join(sentences), " ".join(after))
    assert count_words(segments, ADDED) <= 10
    assert count_words(segments, REMOVED) <= 20
