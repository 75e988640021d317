"""The patient text of real trials: every sentence founded, easy to read, in the right tense."""

import pytest

from bench.plain.numbers import strange_numbers
from tests.plain.reading import TODAY, sample, sentences, text_of
from trialway.plain.readability import HARDEST_GRADE, MOST_WORDS, grade, masked, promises, words_in
from trialway.registries.ctgov.paths import PATHS

TERMINATED, RECRUITING = "NCT04740918", "NCT06350773"
QUESTIONS = ["about", "open", "how", "join", "given", "visits", "risks", "unable", "found", "results", "next"]


def every():
    return [
        (trial.main, statement) for number, trial in sample().items() for statement in text_of(number).every
    ]


def test_sections_come_in_the_order_in_which_people_ask():
    for number in sample():
        ids = [section.id for section in text_of(number).sections]
        assert ids == [question for question in QUESTIONS if question in ids]


def test_every_statement_names_its_fields_unless_it_is_general():
    without = [one.text for _, one in every() if bool(one.fields) == one.general]

    assert without == []


def test_every_field_named_is_a_place_of_a_record():
    parts = {part.split(".")[0] for part in PATHS} | set(PATHS) | {"design.purpose"}
    unknown = {
        field for _, one in every() for field in one.fields if field not in PATHS and field not in parts
    }

    assert unknown == set()


def test_every_number_is_in_the_record_or_follows_from_it():
    strange = [
        (record.record_id, one.text)
        for record, one in every()
        if not one.general and strange_numbers(one, record, TODAY)
    ]

    assert strange == []


def test_no_statement_promises_anything():
    assert [one.text for _, one in every() if promises(one)] == []


def test_no_statement_is_too_hard_or_too_long():
    hard = [
        one.text
        for _, one in every()
        if grade(masked(one)) > HARDEST_GRADE or words_in(masked(one)) > MOST_WORDS
    ]

    assert hard == []


def test_no_statement_has_a_hole_where_a_word_should_be():
    holes = [
        one.text
        for _, one in every()
        if any(hole in one.text for hole in ("None", "{{", ", ,", "  ", " .", "\\>", "“”"))
    ]

    assert [text for text in holes if "“" not in text] == []


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        ("open", "The trial is closed."),
        ("open", "It ended early."),
        ("open", "In all, 96 people took part."),
        ("open", "The record lists 51 places in 19 countries."),
        ("how", "This is a phase 3 trial."),
        ("how", "Chance decided who was in which group."),
        ("how", "The registry has no field for the chance of each group."),
        ("how", "People did not know which group they were in."),
        ("how", "A placebo was part of this trial."),
        ("join", "People had to be 18 years old or older."),
        ("given", "It was given through a drip into a vein."),
        ("given", "It was given on day 1 of each 3-week (21-day) cycle."),
        (
            "given",
            "This went on until the illness got worse, side effects became too strong or the trial ended.",
        ),
        ("risks", "Results are posted in the registry. Look there for health problems during the trial."),
        ("next", "Keep the number of this trial: NCT04740918."),
    ],
)
def test_a_closed_trial_is_told_in_the_past(section, sentence):
    assert sentence in sentences(TERMINATED, section)


def test_a_choice_between_tablets_and_infusion_stays_a_choice():
    given = sentences("NCT03371017", "given")

    assert "It is given twice a day, on days 1 to 14 of each 3-week (21-day) cycle." in given
    assert "Or it is given on days 1 and 8 of each 3-week (21-day) cycle." in given


def test_a_status_that_is_not_stated_is_said_to_be_missing():
    assert "The record does not say if the trial is open." in sentences("NCT03371017", "open")


def test_an_open_trial_speaks_to_the_reader():
    assert "You will be in one of 2 groups." in sentences(RECRUITING, "given")


def test_the_strip_shows_the_days_of_the_cycle():
    strip = text_of(TERMINATED).section("given").groups[0].strips[0]

    assert (len(strip.days), [day.number for day in strip.days if day.given]) == (21, [1])


def test_a_drug_that_the_placebo_only_looks_like_is_not_given():
    placebo_group = text_of(TERMINATED).section("given").groups[0]

    assert not any("Atezolizumab" in statement.text for statement in placebo_group.statements)


def test_the_summary_of_the_sponsor_stands_as_theirs():
    quotation = text_of(TERMINATED).section("about").quotations[0]

    assert quotation.field == "brief_summary"
    assert quotation.text in sample()[TERMINATED].main.brief_summary.replace(
        "MBC.Participants", "MBC. Participants"
    )


def test_every_sentence_names_the_template_that_made_it():
    texts = [text_of(number) for number in sample()]
    unnamed = [one.text for text in texts for one in (text.summary, *text.every) if not one.template]

    assert unnamed == []
