"""Why a trial matched is shown in the registry's words, the words asked for marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.registry_text.repair import repair
from trialway.search.document.document import document
from trialway.search.query.query import Query, Text
from trialway.search.results.snippets import LONGEST, MOST_EXCERPTS, snippets


def shown(typed, **texts):
    """Excerpts as lines, what is marked in brackets."""
    found = snippets(
        Text.read(typed), {area: (text,) if isinstance(text, str) else text for area, text in texts.items()}
    )
    return [
        (excerpt.area, "".join(f"[{s.text}]" if s.matched else s.text for s in excerpt.segments))
        for excerpt in found
    ]


def test_the_title_explains_most():
    assert shown("asthma", title="Severe asthma", summary="asthma") == [("title", "Severe [asthma]")]


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("studies", "A study of salt", "A [study] of salt"),
        ("sjogren", "Sjögren’s syndrome", "[Sjögren]’s syndrome"),
        ("Crohn's disease", "Crohn’s Disease", "[Crohn]’s [Disease]"),
        ('"crohn disease"', "Crohn’s Disease in 试验", "[Crohn’s Disease] in 试验"),
        ("T-DM1", "Kadcyla, T-DM1 (试验)", "Kadcyla, [T-DM1] (试验)"),
        ("试验", "é🦄 试验 x", "é🦄 [试验] x"),
        ("a OR salt", "Salt & pepper", "[Salt] & pepper"),
        ("heart failure heart", "heart failure, Heart", "[heart] [failure], [Heart]"),
        ('"heart failure" heart', "Heart failure", "[Heart failure]"),
    ],
)
def test_words_are_marked_as_they_stand(typed, text, marked):
    assert shown(typed, title=text) == [("title", marked)]


def test_what_the_title_lacks_is_shown_from_elsewhere():
    assert shown("asthma salt", title="Severe asthma", intervention=("Pepper", "Salt"), summary="Salt") == [
        ("title", "Severe [asthma]"),
        ("intervention", "[Salt]"),
    ]


def test_the_value_with_most_of_the_words_is_shown():
    assert shown("heart attack", condition=("Heart failure", "Heart attack")) == [
        ("condition", "[Heart] [attack]")
    ]


def test_a_long_text_is_cut_around_the_word():
    (found,) = snippets(Text.read("salt"), {"summary": ("pepper " * 100 + "salt " + "sugar " * 100,)})

    line = "".join(segment.text for segment in found.segments)
    assert line.startswith("… pepper")
    assert line.endswith("sugar …")
    assert [segment.text for segment in found.segments if segment.matched] == ["salt"]
    assert len(line) < LONGEST + 20


def test_a_word_asked_for_in_one_area_is_shown_from_there():
    assert shown("eligibility:salt", title="Salt", eligibility="No salt") == [("eligibility", "No [salt]")]


def test_the_criteria_explain_only_what_was_looked_for_there():
    assert shown("salt", eligibility="No salt") == []


def test_words_that_must_not_be_there_explain_nothing():
    assert shown("asthma -child", title="asthma") == [("title", "[asthma]")]


def test_text_is_mended_and_stays_on_one_line():
    assert shown("months", summary="Life expectancy \\>= 6\n\nmonths") == [
        ("summary", "Life expectancy >= 6  [months]")
    ]


def test_every_hit_says_why(engine):
    for typed in ["breast cancer", "placebo", "France", "phase 3", "randomized OR survival"]:
        text = Text.read(typed)
        for hit in engine.match(Query(text=text), limit=400).hits:
            assert snippets(text, hit.texts), (typed, hit.card.slug)


@given(st.text(max_size=20), st.text(max_size=600), st.text(max_size=3))
def test_excerpts_never_invent_text(typed, around, between):
    text = around + between + typed + between + around
    found = snippets(Text.read(typed), {"summary": (text,), "title": (typed,)})

    assert len(found) <= MOST_EXCERPTS
    for excerpt in found:
        assert any(segment.matched for segment in excerpt.segments)
        assert all(segment.text for segment in excerpt.segments)


def test_excerpts_of_real_trials_are_their_text(sample):
    for trial in sample[:100]:
        texts = document(trial).texts
        for excerpt in snippets(Text.read("patients OR study OR cancer"), texts):
            line = "".join(segment.text for segment in excerpt.segments)
            inside = line.removeprefix("… ").removesuffix(" …")
            assert any(inside in repair(text).replace("\n", " ") for text in texts[excerpt.area])


def test_an_s_at_the_head_of_a_text_is_a_word_whatever_the_text_ends_with():
    assert shown("s", title="S phase of the patients’") == [("title", "[S] phase of the patients’")]
