"""Hard words: longest first, each once, never inside a name."""

from trialway.plain.glossary import CREDIT, find_terms, nci_terms, own_terms


def found(text, **wanted):
    return [(text[one.start : one.end], one.term.name) for one in find_terms(text, **wanted)]


def test_the_longest_term_wins():
    assert found("progression-free survival at 2 years") == [
        ("progression-free survival", "progression-free survival")
    ]


def test_a_term_is_found_once_and_in_any_form():
    assert found("randomized to arms; a randomised arm") == [("randomized", "randomised"), ("arms", "arm")]


def test_nothing_is_found_inside_the_name_of_a_drug():
    assert found("Placebo Plus is given", names=["Placebo Plus"]) == []


def test_an_abbreviation_is_one_only_in_capitals():
    assert found("people who know") == []


def test_our_own_words_come_before_the_dictionary():
    assert all(one.term.source == "" for one in find_terms("placebo, washout and ECOG"))


def test_the_dictionary_is_credited_and_speaks_spanish():
    assert {term.source for term in nci_terms("es")} == {CREDIT}
    assert len(nci_terms("en")) > 7800
    assert len(nci_terms("es")) > 7800


def test_own_terms_are_short_and_each_stands_once():
    names = [term.name for term in own_terms()]

    assert len(names) == len(set(names)) >= 120
    assert all(len(term.meaning) <= 160 for term in own_terms())
