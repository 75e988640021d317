"""The matcher finds what an obvious loop finds, and never falls over a text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from trialway.concepts.concept_list import OF_CONDITIONS, shipped_concepts
from trialway.concepts.own_tables import ContextRule
from trialway.concepts.recognition import Recogniser, holds
from trialway.concepts.words import BREAK, name_key, split_words

WORDS = [
    "heart", "failure", "Heart", "attack", "ALS", "als", "type", "II", "2", "diabetes", "mellitus", "of",
    "the", "breast",
    "cancer", "stage", "IV", "insulin", "resistance", "pembrolizumab", "(MK-3475)", "and", "/", ",", ".",
    "HER2+", "EGFR",
    "eGFR", "asthma’s", "5-FU", "food", "pipe", "Arthritis,", "Rheumatoid", "non", "small", "cell", "lung",
    "-", "CAR-T", "\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
CONCEPTS = shipped_concepts()
RECOGNISER = CONCEPTS.recogniser


def slow_find(text, kinds):
    """From each word the longest run of words whose key is known and counts."""
    words = split_words(text)
    at = 0
    found = []
    while at < len(words):
        for end in range(min(len(words), at + 30), at, -1):
            forms = [word.form for word in words[at:end]]
            key = " ".join(forms)
            if len(key) > 90 or BREAK in forms:
                continue
            number = RECOGNISER.number(key, text, words[at].start, words[end - 1].end, kinds)
            behind = words[end].form if end < len(words) else ""
            if number is not None and not RECOGNISER.is_target(number, behind):
                found.append((number, words[at].start, words[end - 1].end))
                at = end
                break
        else:
            at += 1
    return found


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([None, OF_CONDITIONS, frozenset({"condition"}), frozenset({"gene"})]))
def test_the_matcher_equals_the_obvious_loop(text, kinds):
    words = split_words(text)
    found = [
        (one.number, words[one.first].start, words[one.last - 1].end)
        for one in RECOGNISER.find(text, words, kinds)
    ]

    assert found == slow_find(text, kinds)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), TEXTS))
def test_no_text_is_a_fault_and_offsets_lie_in_it_in_order(text):
    found = CONCEPTS.find(text)
    CONCEPTS.of_name(text)

    ends = [0, *(end for each in found for end in (each.start, each.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)
    assert all(text[each.start : each.end].strip() for each in found)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), TEXTS))
def test_words_lie_in_the_text_in_order_and_a_key_is_its_own_key(text):
    words = split_words(text)

    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert all(word.form and " " not in word.form for word in words)


def test_a_name_ends_at_the_end_of_a_word_a_sentence_and_a_bracket():
    assert name_key("heart. Failure") != name_key("heart failure")
    assert [each.concept.preferred for each in CONCEPTS.find("heart (failure)", {"condition"})] == []
    assert [each.concept.preferred for each in CONCEPTS.find("Asthmaticus was a name", {"condition"})] == []


def test_a_list_with_a_comma_is_no_inverted_name():
    found = CONCEPTS.find("rheumatoid, arthritis; Arthritis, Rheumatoid", {"condition"})

    assert [each.concept.preferred for each in found] == ["Arthritis", "Arthritis, Rheumatoid"]


def rule(which, pattern):
    import re

    ends = rf"(?:{pattern})\Z" if which.endswith("after") else pattern
    return ContextRule("PD", frozenset({"condition"}), which, re.compile(ends, re.IGNORECASE), "", "")


def test_rules_of_context_look_before_and_behind():
    text = "since PD was seen"

    assert not holds(rule("not_before", r"\s*was"), "condition", "x", text, 6, 8)
    assert holds(rule("only_before", r"\s*was"), "condition", "x", text, 6, 8)
    assert not holds(rule("not_after", r"since\s*"), "condition", "x", text, 6, 8)
    assert holds(rule("only_after", r"since\s*"), "condition", "x", text, 6, 8)
    assert not holds(rule("only_after", r"until\s*"), "condition", "x", text, 6, 8)
    assert holds(rule("not_before", r"\s*was"), "medicine", "x", text, 6, 8)


def test_rules_hold_for_a_name_wherever_it_is_found():
    as_typed = ContextRule("ALS", frozenset(), "as_typed", None, "", "")
    strict = Recogniser(RECOGNISER.names, [as_typed, rule("not_before", "x")])

    assert [one.number for one in strict.find("Als", split_words("Als"), None)] == []
    assert len(list(strict.find("ALS", split_words("ALS"), None))) == 1
