import pytest

from tests.criteria.reading import excluded, included, said, trial
from trialway.criteria.expressions import All, AnyOf, Compare, Exists, Not, Unread, Within

PREGNANT = Exists(kind="pregnancy", variable="pregnant")
FEEDING = Exists(kind="pregnancy", variable="breastfeeding")


def test_a_criterion_read_whole_has_no_residual_and_a_sentence():
    criterion = included("Eastern Cooperative Oncology Group (ECOG) Performance Status of 0 or 1")

    assert (criterion.reading, criterion.residual) == ("whole", "")
    assert criterion.sentence == "You must be able to look after yourself and do light work (ECOG 0 or 1)."


def test_a_criterion_read_in_part_keeps_its_words_and_says_what_was_not_read():
    criterion = included("Age ≥ 18 years with transport")

    assert (criterion.reading, criterion.residual) == ("part", "transport")
    assert criterion.sentence == "Age ≥ 18 years with transport"


def test_the_residual_is_in_the_registrys_own_spelling():
    assert included("ECOG 0-1 and Child-Pugh \\>= A").residual == "Child-Pugh \\>="


def test_words_that_only_say_when_are_no_residual():
    assert included("Age ≥ 18 years at the time of signing the informed consent").residual == ""


def test_women_is_no_residual_beside_pregnancy_but_is_beside_a_value():
    assert excluded("Pregnant or lactating women").residual == ""
    assert included("Women: haemoglobin ≥ 12 g/dL").residual == "Women"


def test_exclusions_in_a_list_are_alternatives():
    assert excluded("Pregnancy, lactation").expression == AnyOf(parts=(PREGNANT, FEEDING))


def test_demands_in_a_list_hold_together():
    expression = included("Age ≥ 18 years, ECOG 0-1").expression

    assert isinstance(expression, All)


def test_and_between_exclusions_of_two_kinds_stays_open():
    criterion = excluded("HIV and BMI > 40 kg/m2")

    assert criterion.expression == Unread(words="hiv and bmi > 40 kg/m2")
    assert criterion.residual == "and"


def test_a_read_exclusion_counts_beside_unread_ones():
    expression = excluded("HIV, night shifts").expression

    assert expression == AnyOf(parts=(Exists(kind="infection", variable="hiv"), Unread(words="night shifts")))


@pytest.mark.parametrize(
    "words", ["HIV with low CD4 count", "Pregnant women who smoke", "HIV unless treated"]
)
def test_words_that_could_narrow_an_exclusion_leave_it_unread(words):
    assert isinstance(excluded(words).expression, Unread)


@pytest.mark.parametrize("words", ["Age ≥ 18 years or veterans", "Age ≥ 18 years unless the sponsor agrees"])
def test_words_that_could_open_a_demand_leave_it_unread(words):
    assert isinstance(included(words).expression, Unread)


@pytest.mark.parametrize(
    "words",
    [
        "Patients must not be pregnant",
        "HIV negative",
        "Written informed consent",
        "ECOG 0-1",
        "Life expectancy > 3 months",
    ],
)
def test_a_demand_among_the_exclusions_stays_unread(words):
    assert isinstance(excluded(words).expression, Unread)


@pytest.mark.parametrize(
    "words", ["Breastfeeding", "Participation in another clinical trial", "Refuses consent"]
)
def test_an_exclusion_among_the_demands_stays_unread(words):
    assert isinstance(included(words).expression, Unread)


def test_another_trial_within_a_time_is_one_window():
    window = excluded("Participation in another clinical trial within 30 days prior to screening").expression

    assert isinstance(window, Within)
    assert (window.window, window.variable, window.amount, window.unit) == (
        "wash-out", "investigational_treatment", 30, "day",
    )  # fmt: skip


def test_a_limit_for_some_people_is_another_way_to_meet_it():
    expression = included("ALT ≤ 2.5 × ULN, or ≤ 5 × ULN with liver metastases").findings[0].expression

    assert expression == AnyOf(
        parts=(
            Compare(kind="laboratory value", variable="alt", sign="<=", value=2.5, times_limit=True),
            All(
                parts=(
                    Exists(kind="laboratory value", variable="liver_metastases"),
                    Compare(kind="laboratory value", variable="alt", sign="<=", value=5, times_limit=True),
                )
            ),
        )
    )


def test_no_prior_a_and_b_among_demands_can_mean_either_so_it_stays_open():
    assert isinstance(included("No prior treatment with trastuzumab and lapatinib").expression, Unread)


def test_an_introduction_asks_for_nothing_and_tells_how_its_children_count():
    text = "Inclusion Criteria:\n\n* Any of the following:\n  * HIV\n* Organ function:\n  * INR ≤ 1.5"
    one_of, function = trial(text).criteria

    assert (one_of.join, function.join) == ("any", "all")
    assert one_of.residual == ""


def test_children_of_a_sentence_with_its_own_meaning_are_left_open():
    text = "Inclusion Criteria:\n\n* Patients with cirrhosis need:\n  * INR ≤ 1.5"

    assert trial(text).criteria[0].join == "unclear"


def test_the_heading_above_tells_what_a_bare_number_is():
    text = "Inclusion Criteria:\n\nLife expectancy:\n\n* At least 12 weeks"

    assert [one.findings[0].kind for one in trial(text).criteria] == ["life expectancy"]


def test_a_line_of_a_whole_page_is_not_read():
    assert included("HIV " * 2_000).reading == "not"


def test_fields_become_rules_and_say_themselves():
    rules = trial(least="18 Years", most="65 Years", sex="FEMALE", healthy=False).stated

    assert [rule.sentence for rule in rules] == [
        "You must be 18 years old or older.",
        "You must be 65 years old or younger.",
        "You must be a woman.",
        "You must not be a healthy volunteer.",
    ]


def test_a_field_that_lets_everybody_in_is_no_rule():
    assert trial(sex="ALL", healthy=True).stated == ()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Inclusion Criteria:\n\n* Age ≥ 21 years", "minimum_age"),
        ("Exclusion Criteria:\n\n* Age < 21 years", "minimum_age"),
        ("Exclusion Criteria:\n\n* Age ≥ 18 years", "minimum_age"),
        ("Inclusion Criteria:\n\n* Women aged 18 to 45 years", "sex"),
        ("Inclusion Criteria:\n\n* Healthy volunteers", "healthy_volunteers"),
        ("Inclusion Criteria:\n\n* Age 18-30 years\n* Age 60-70 years", "text_ages"),
    ],
)
def test_a_text_that_contradicts_a_field_is_a_conflict(text, field):
    assert field in {one.field for one in trial(text, least="18 Years", sex="ALL", healthy=False).conflicts}


def test_a_text_that_says_the_same_or_more_is_no_conflict():
    text = "Inclusion Criteria:\n\n* Age 18 to 75 years\n\nPart 2 only:\n\n* Age ≥ 21 years"

    assert trial(text, least="18 Years").conflicts == ()


def test_nothing_is_read_where_nothing_is_written():
    assert trial().criteria == ()


def test_a_denied_thing_is_said_as_denied():
    assert included("No prior chemotherapy").expression == Not(
        part=Exists(kind="prior treatment", variable="prior_treatment", where=("chemotherapy",))
    )


@pytest.mark.parametrize(("other", "fields"), [(31, []), (32, ["text_ages"] * 2)])
def test_ages_that_differ_by_a_day_of_rounding_are_no_conflict(other, fields):
    found = trial(f"Inclusion Criteria:\n\n* Age ≥ 30 days\n* Age ≥ {other} days").conflicts

    assert [one.field for one in found] == fields


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("twelve", 12),
    ],
)
def test_a_number_in_words_is_read_as_its_figures_are(word, number):
    lines = Compare(kind="prior lines", variable="prior_lines", sign=">=", value=number)

    assert said(f"At least {word} prior lines of chemotherapy") == [lines]
    assert said(f"At least {number} prior lines of chemotherapy") == [lines]


@pytest.mark.parametrize("words", ["Age > 21", "Aged over 21", "Older than 21 years of age"])
def test_an_age_is_read_with_and_without_its_unit(words):
    assert said(words) == [Compare(kind="age", variable="age", sign=">", value=21, unit="year")]


@pytest.mark.parametrize("words", ["Aged 65 to 18 years", "Age 40 to 40 years", "Age 18 or 65 years"])
def test_two_ages_that_are_no_range_are_not_read_as_one(words):
    assert said(words) == []


@pytest.mark.parametrize("words", ["Owns a bicycle", "A diary", "x"])
def test_of_a_criterion_that_is_not_read_every_word_is_residual(words):
    criterion = included(words)

    assert (criterion.reading, criterion.residual) == ("not", words)


def test_an_exclusion_by_two_things_at_once_that_point_apart_is_left_unread():
    assert isinstance(excluded("BMI > 30 kg/m2 and LVEF < 40%").expression, Unread)


def test_two_ages_that_point_apart_are_either():
    assert isinstance(excluded("Age < 18 and > 75 years").expression, AnyOf)


@pytest.mark.parametrize("origin", ["Japanese", "Korean", "Caucasian"])
def test_where_healthy_people_are_from_is_not_read_and_narrows(origin):
    criterion = included(f"Healthy {origin} volunteers")

    assert [finding.kind for finding in criterion.findings] == ["healthy volunteers"]
    assert (criterion.reading, criterion.residual) == ("part", origin)


def test_what_lies_behind_any_length_that_registries_take_is_kept_and_not_read():
    lines = "* Age over 18 years\n" * 6000
    criteria = trial("Inclusion Criteria:\n\n" + lines).criteria

    assert len(criteria) == 6000
    assert (criteria[0].reading, criteria[-1].reading) == ("whole", "not")
    assert criteria[-1].residual == criteria[-1].text == "Age over 18 years"
