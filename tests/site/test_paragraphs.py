"""Which sentences of an answer stand together on the page."""

from trialway.plain.statement import general, make_statement
from trialway.presenters.patient.paragraphs import paragraphs


def statements(*templates: str):
    return tuple(make_statement(template, ("design",), f"{template}.") for template in templates)


def shown(*templates: str) -> list[list[str]]:
    return [[one.template for one in some] for some in paragraphs(statements(*templates))]


def test_a_short_answer_is_one_paragraph():
    assert shown("purpose", "groups", "measure") == [["purpose", "groups", "measure"]]


def test_a_long_answer_begins_anew_with_each_matter():
    assert shown("purpose", "phase", "groups", "chance-equal", "blind-reader", "placebo", "measure-own") == [
        ["purpose", "phase"],
        ["groups", "chance-equal"],
        ["blind-reader", "placebo"],
        ["measure-own"],
    ]


def test_an_unknown_sentence_stays_with_those_before_it():
    assert shown("status", "start-actual", "something-new", "people", "places") == [
        ["status"],
        ["start-actual", "something-new"],
        ["people", "places"],
    ]


def test_general_sentences_stand_elsewhere_and_nothing_makes_no_paragraph():
    assert paragraphs((general("talk", "Ask."),)) == ()
