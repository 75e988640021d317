from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.criteria.reading import trial
from trialway.criteria.outline import build_outline
from trialway.criteria.outline_nodes import OutlineNode

TEXT = """Inclusion Criteria:

* Age ≥ 18 years
* Adequate organ function, defined as:

  * ANC ≥ 1,500/µL
  * Platelets ≥ 100,000/µL
1. ECOG 0-1

Part 2 only:

* HER2-positive disease

Exclusion Criteria:

* Pregnancy
"""


def shape(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (node.side, text[node.start : node.end], [text[child.start : child.end] for child in node.children])
        for node in build_outline(text)
    ]


def test_criteria_are_nested_as_written_and_know_their_side():
    assert shape(TEXT) == [
        ("inclusion", "Age ≥ 18 years", []),
        ("inclusion", "Adequate organ function, defined as:", ["ANC ≥ 1,500/µL", "Platelets ≥ 100,000/µL"]),
        ("inclusion", "ECOG 0-1", []),
        ("inclusion", "HER2-positive disease", []),
        ("exclusion", "Pregnancy", []),
    ]


def test_a_heading_of_some_people_narrows_what_stands_below_it():
    assert [(TEXT[node.start : node.end], node.scope) for node in build_outline(TEXT)][3:] == [
        ("HER2-positive disease", ("Part 2 only:",)),
        ("Pregnancy", ()),
    ]


def test_a_section_for_some_people_narrows_its_criteria():
    text = (
        "Exclusion Criteria:\n\n* HIV\n\nExclusion Criteria Related to Capecitabine:\n\n* Trouble swallowing"
    )

    assert [node.scope for node in build_outline(text)] == [
        (),
        ("Exclusion Criteria Related to Capecitabine:",),
    ]


def test_a_heading_before_a_section_narrows_the_section():
    text = "Part 1:\n\nInclusion Criteria:\n\n* Age 18 years\n\nInclusion Criteria:\n\n* Consent"

    assert [node.scope for node in build_outline(text)] == [("Part 1:",), ()]


def test_text_without_sections_has_no_side():
    assert [node.side for node in build_outline("* Pregnancy\n* HIV")] == ["unstated", "unstated"]


def test_a_sentence_can_open_a_section():
    text = "Patients will be excluded if any of the following apply:\n\n* HIV"

    assert shape(text) == [("exclusion", "HIV", [])]


def test_a_remark_about_criteria_opens_no_section():
    text = "Inclusion Criteria:\n\n* HIV\n\nOther inclusion/exclusion criteria may apply.\n\n* Consent"

    assert [side for side, _, _ in shape(text)] == ["inclusion"] * 3


def test_a_heading_that_lost_its_line_break_still_opens_the_exclusions():
    text = "Inclusion Criteria:\n\n* Negative pregnancy test Exclusion Criteria\n* HIV"

    assert shape(text) == [("inclusion", "Negative pregnancy test", []), ("exclusion", "HIV", [])]


def test_words_after_a_heading_on_its_line_are_a_criterion():
    assert shape("Exclusion criteria: HIV infection") == [("exclusion", "HIV infection", [])]


def test_neighbours_joined_by_or_are_alternatives():
    nodes = build_outline("Inclusion Criteria:\n\n* BMI ≥ 30\n\nOR\n\n* BMI ≥ 27 with diabetes\n* Consent")

    assert [node.alternative for node in nodes] == [True, True, False]


def test_items_that_lost_their_line_break_are_two():
    text = "Inclusion Criteria:\n\n* Negative HIV test ---Negative hepatitis B test"

    assert [words for _, words, _ in shape(text)] == ["Negative HIV test", "Negative hepatitis B test"]


def test_a_wrapped_line_belongs_to_its_item():
    text = "Inclusion Criteria:\n\n* Written informed\n  consent\n* Age 18"

    assert [words for _, words, _ in shape(text)] == ["Written informed\n  consent", "Age 18"]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Inclusion Criteria:",
                "Exclusion Criteria:",
                "* Age \\>= 18 years",
                "  * HIV",
                "1. ECOG 0-1",
                "OR",
                "",
                "Part 2 only:",
            ]
        ),
        st.text(max_size=40),
    ),
    max_size=20,
).map("\n".join)


def every(nodes: list[OutlineNode]) -> list[OutlineNode]:
    return [one for node in nodes for one in (node, *every(node.children))]


@given(LINES)
def test_every_criterion_quotes_the_source_in_order(text):
    criteria = trial(text).criteria
    spans = [(one.start, one.end) for one in every(build_outline(text))]

    assert all(text[one.start : one.end] == one.text for one in criteria)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[found.start : found.end].strip() for one in criteria for found in one.findings)
