"""What answers settle of illnesses, medicines, procedures and allergies that criteria name."""

# ruff: noqa: E501 - a table is read best with one case on a line

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.criteria.reading import excluded, included, named, trial
from trialway.concepts.concept_list import shipped_concepts
from trialway.criteria import evaluate
from trialway.criteria.answers import Answer
from trialway.criteria.evaluate import meets, truth
from trialway.criteria.expressions import All, AnyOf, Expr, Not


def about(**answers: Answer) -> dict[str, Answer]:
    """Answers by the name of what they are about: ``about(asthma=True)``."""
    return {variable_of(name.replace("_", " ")): answer for name, answer in answers.items()}


def variable_of(name: str) -> str:
    concept = shipped_concepts().exactly(name)
    assert concept is not None, name
    kind = {"class": "medicine", "symptom": "condition"}.get(concept.kind, concept.kind)
    return f"{kind}:{concept.id}"


DEMANDED = [
    ("Asthma", about(asthma=True), True),
    ("Asthma", about(asthma=False), False),
    ("Asthma", about(asthma="severe"), True),
    ("Asthma", about(asthma=3), None),
    ("Asthma", about(stroke=True), None),
    ("Asthma", about(stroke=False), None),
    ("Asthma", {}, None),
    # A kind of it: yes holds for what it is a kind of, no does not.
    ("Stroke", about(ischemic_stroke=True), True),
    ("Stroke", about(ischemic_stroke=False), None),
    # What it is a kind of: no holds for the kind, yes does not.
    ("Ischemic stroke", about(stroke=False), False),
    ("Ischemic stroke", about(stroke=True), None),
    ("Cardiovascular disease", about(heart_failure=True), True),
    ("Heart failure", about(cardiovascular_disease=False), False),
    ("Currently taking statins", about(atorvastatin=True), True),
    ("Currently taking atorvastatin", about(statins=False), False),
    ("Currently taking atorvastatin", about(statins=True), None),
    # How it is.
    ("Severe asthma", about(asthma=True), None),
    ("Severe asthma", about(asthma=False), False),
    ("Severe asthma", about(asthma="severe"), True),
    ("Severe asthma", about(asthma="mild"), None),
    ("Severe asthma", about(lung_disease=False), False),
    ("Uncontrolled hypertension", about(hypertension="controlled"), False),
    ("Uncontrolled hypertension", about(hypertension="uncontrolled"), True),
    ("Uncontrolled diabetes", about(type_2_diabetes="uncontrolled"), True),
    ("Uncontrolled diabetes", about(type_2_diabetes="controlled"), None),
    ("Uncontrolled or severe asthma", about(asthma="severe"), True),
    ("Active or inactive tuberculosis", about(tuberculosis="active"), True),
    ("Symptomatic or asymptomatic heart failure", about(heart_failure="symptomatic"), True),
    # When it is.
    ("Asthma", about(asthma="past"), None),
    ("History of asthma", about(asthma="past"), True),
    ("Previous stroke", about(stroke="past"), True),
    ("History of asthma", about(asthma=True), True),
    ("History of asthma", about(asthma=False), False),
    ("No asthma", about(asthma=True), False),
    ("No asthma", about(asthma=False), True),
    ("No history of asthma", about(asthma="past"), False),
    ("No current or prior asthma", about(asthma=True), False),
    # One denial for a list holds for each part of it.
    ("No asthma, stroke or tuberculosis", about(asthma=True, stroke=False, tuberculosis=False), False),
    ("No asthma, stroke or tuberculosis", about(asthma=False), None),
    ("No asthma, stroke or tuberculosis", about(asthma=False, stroke=False, tuberculosis=False), True),
    ("No asthma or stroke", about(asthma=False), None),
    ("No asthma or stroke", about(asthma=True), False),
    ("Neither asthma nor stroke", about(asthma=True, stroke=False), False),
    ("Asthma or stroke", about(asthma=False, stroke=True), True),
    ("Asthma or stroke", about(asthma=False, stroke=False), False),
    ("Asthma and hypertension", about(asthma=True), None),
]  # fmt: skip

EXCLUDED = [
    ("Asthma", about(asthma=True), False),
    ("Asthma", about(asthma=False), True),
    ("Asthma, stroke or tuberculosis", about(stroke=True), False),
    ("Asthma, stroke or tuberculosis", about(asthma=False, stroke=False), None),
    ("Severe asthma", about(asthma=True), None),
    ("History of stroke", about(stroke="past"), False),
    # A word behind a name narrows it.
    ("Type 2 diabetes, uncontrolled", about(type_2_diabetes=True), None),
    ("Asthma, severe", about(asthma=True), None),
    ("Asthma (severe)", about(asthma=True), None),
    ("Hypertension (uncontrolled)", about(hypertension=True), None),
    ("Tuberculosis (active)", about(tuberculosis=True), None),
    ("Heart failure (HF)", about(heart_failure=True), False),
    ("Heart failure, NYHA class III or IV", about(heart_failure=True), None),
    ("Heart failure NYHA class III or IV", about(heart_failure=True), None),
    ("Asthma in a first-degree relative", about(asthma=True), None),
    ("Maternal asthma", about(asthma=True), None),
    ("Hypertension that is not controlled", about(hypertension=True), None),
    ("Active hepatitis B, hepatitis C or tuberculosis", about(tuberculosis="inactive"), None),
    # What stands behind "with" and "requiring" is asked for of whoever has what stands before.
    ("Diabetes treated with insulin or metformin", about(metformin=True), None),
    ("Pregnant women with asthma or stroke", about(stroke=True), None),
    ("Heart failure with severe asthma or stroke", about(stroke=True), None),
    ("Asthma, stroke or hypertension requiring antibiotics", about(asthma=True), None),
    # Examples do not narrow their kind, and are not asked for beside it.
    ("Cardiovascular disease (e.g., stroke, heart failure)", about(heart_failure=True), False),
    ("Cardiovascular disease such as stroke", about(cardiovascular_disease=True), False),
    ("Known allergy/sensitivity to penicillin", about(allergy=True), None),
    # Relatives and plans are not asked for.
    ("Family history of asthma", about(asthma=True), None),
    ("Family history of asthma", about(asthma=False), None),
    # A time, or an exception: nobody is ruled out who had it long ago, or has what is allowed.
    ("Asthma, stroke or tuberculosis within 6 months", about(asthma=True, stroke=True, tuberculosis=True), None),
    ("Stroke within 3 months", about(stroke=True), None),
    ("Stroke, myocardial infarction or coronary artery bypass grafting within 6 months", about(stroke=True), None),
    ("History of stroke within the last year", about(stroke=True), None),
    ("Cancer other than breast cancer", about(cancer=True), None),
    ("Cancer except non-melanoma skin cancer", about(cancer=True), None),
    ("Cancer with the exception of breast cancer", about(breast_cancer=True), None),
    ("Cancer, except breast cancer or melanoma", about(melanoma=True), None),
    ("Hypertension unless controlled", about(hypertension=True), None),
    ("Tuberculosis if active", about(tuberculosis=True), None),
    # What is not the illness itself.
    ("At risk of stroke", about(stroke=True), None),
    ("Asthma medication", about(asthma=True), None),
    ("Sponsor thinks of asthma", about(asthma=True), None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "answers", "met"), DEMANDED)
def test_an_answer_settles_what_is_asked_for_or_leaves_it_open(words, answers, met):
    assert meets(included(words), answers) is met


@pytest.mark.parametrize(("words", "answers", "met"), EXCLUDED)
def test_an_answer_settles_what_rules_out_or_leaves_it_open(words, answers, met):
    assert meets(excluded(words), answers) is met


@pytest.mark.parametrize(
    "words", ["Scheduled for hip replacement", "Family history of asthma", "Colonoscopy"]
)
@pytest.mark.parametrize("answer", [True, False, "past"])
def test_plans_relatives_and_bare_names_of_treatments_are_never_decided(words, answer):
    (expression,) = named(words)
    answers = about(hip_replacement=answer, asthma=answer, colonoscopy=answer)

    assert truth(expression, answers) is None


def test_an_illness_rules_out_of_a_whole_trial():
    criteria = trial("Exclusion Criteria:\n\n* Asthma\n* Stroke within 3 months")

    assert evaluate(criteria, about(asthma=True)).outcome == "does not seem to fit"
    assert evaluate(criteria, about(asthma=False, stroke=True)).outcome == "not sure"
    assert evaluate(criteria, {}).outcome == "not sure"


# Properties, over criteria as registries write them. Answers never contradict each other: who has a kind of
# an illness has the illness.

CRITERIA = st.sampled_from(
    [
        "Asthma", "Severe asthma", "History of asthma", "Lung disease", "Severe lung disease", "Severe stroke", "Stroke",
        "Ischemic stroke", "Uncontrolled hypertension", "Uncontrolled diabetes", "No asthma, stroke or hypertension", "Family history of stroke",
        "Stroke within 6 months", "Heart failure or hypertension", "Cancer except breast cancer", "Fond of asthma",
        "Symptomatic or asymptomatic heart failure", "Currently taking statins", "Scheduled for hip replacement",
    ]
)  # fmt: skip
EXPRESSIONS = CRITERIA.map(lambda words: included(words).expression)
HOW: list[Answer] = [True, "severe", "mild", "past", "controlled", "uncontrolled", ("severe", "uncontrolled")]
SINGLE = st.fixed_dictionaries(
    {},
    optional={
        variable_of("hypertension"): st.sampled_from([False, *HOW]),
        variable_of("heart failure"): st.sampled_from([False, True, "symptomatic", "asymptomatic"]),
        variable_of("breast cancer"): st.booleans(),
        variable_of("atorvastatin"): st.booleans(),
    },
)
# An illness and a kind of it, as one person could answer.
PAIRS: st.SearchStrategy[dict[str, Answer]] = st.builds(
    lambda *pairs: {name: answer for pair in pairs for name, answer in pair.items()},
    *(
        st.sampled_from(
            [
                {variable_of(wide): False, variable_of(narrow): False},
                {variable_of(wide): True, variable_of(narrow): False},
                *({variable_of(wide): True, variable_of(narrow): how} for how in HOW[:4]),
                *({variable_of(narrow): how, variable_of(wide): True} for how in HOW[:4]),
            ]
        )
        for wide, narrow in (
            ("lung disease", "asthma"),
            ("stroke", "ischemic stroke"),
            ("diabetes", "type 2 diabetes"),
        )
    ),
)
ANSWERS = st.builds(lambda one, other: {**one, **other}, SINGLE, PAIRS)


MORE = [
    # Whoever has severe asthma has a severe illness of the lungs, whatever else is answered.
    ("Severe lung disease", about(asthma="severe"), about(lung_disease=True)),
    ("Severe stroke", about(hemorrhagic_stroke="severe"), about(ischemic_stroke="mild")),
    ("Severe stroke", about(ischemic_stroke="severe"), about(hemorrhagic_stroke=True)),
    ("Lung disease", about(asthma=True), about(emphysema=False)),
    ("Asthma", about(lung_disease=False), about(stroke=True)),
]


@pytest.mark.parametrize(("words", "answers", "more"), MORE)
def test_a_second_answer_on_the_same_illness_leaves_what_is_definite(words, answers, more):
    expression = included(words).expression
    known = truth(expression, answers)

    assert known is not None
    assert truth(expression, {**answers, **more}) is known
    assert truth(expression, {**more, **answers}) is known


@settings(max_examples=1000)
@given(EXPRESSIONS, ANSWERS, st.data())
def test_one_more_answer_never_turns_what_is_definite(expression, answers, data):
    fewer = data.draw(st.sets(st.sampled_from(sorted(answers))))
    known = truth(expression, {name: answers[name] for name in answers if name in fewer})

    assert known is None or truth(expression, answers) is known


@given(EXPRESSIONS)
def test_no_answer_is_never_no(expression):
    assert truth(expression, {}) is None


@given(st.lists(EXPRESSIONS, min_size=1, max_size=3), ANSWERS)
def test_de_morgan_holds_for_what_is_named(parts, answers):
    denied: tuple[Expr, ...] = tuple(Not(part=part) for part in parts)

    assert truth(Not(part=All(parts=tuple(parts))), answers) is truth(AnyOf(parts=denied), answers)
    assert truth(Not(part=AnyOf(parts=tuple(parts))), answers) is truth(All(parts=denied), answers)


@given(st.lists(EXPRESSIONS, min_size=2, max_size=3), ANSWERS)
def test_the_order_of_answers_does_not_count(parts, answers):
    turned = dict(reversed(answers.items()))

    assert [truth(part, turned) for part in parts] == [truth(part, answers) for part in parts]
