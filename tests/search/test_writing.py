"""What is written otherwise and means the same word is the same term."""

import pytest

from trialway.search.language.analysis import terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tumours", "tumor"),
        ("anaemia", "anemia"),
        ("haemophilia", "hemophilia"),
        ("leukaemia", "leukemia"),
        ("ischaemic", "ischemic"),
        ("oedema", "edema"),
        ("oesophageal", "esophageal"),
        ("paediatric", "pediatric"),
        ("diarrhoea", "diarrhea"),
        ("apnoea", "apnea"),
        ("anaesthesia", "anesthesia"),
        ("randomised", "randomized"),
        ("coeliac", "celiac"),
        ("gynaecological", "gynecological"),
        ("oestrogen", "estrogen"),
        ("TNF-α", "TNF alpha"),
        ("β-blockers", "beta blocker"),
        ("Crohn’s", "Crohn"),
        ("Sjögren's", "sjogren"),
    ],
)
def test_two_ways_of_writing_are_one_term(one, other):
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"), [("aerobic", "erobic"), ("disease", "dizease"), ("center", "cent")]
)
def test_other_words_stay_others(one, other):
    assert terms(one) != terms(other)
