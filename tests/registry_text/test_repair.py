"""Faults of the journey are mended; what was meant stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.registry_text import repair, repair_name


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        (r"Life expectancy \>= 6 months", "Life expectancy >= 6 months"),
        (r"QTcF \&gt; 500 msec", "QTcF > 500 msec"),
        ("PFS &amp; OS", "PFS & OS"),
        ("escaped twice: &amp;lt; 3", "escaped twice: < 3"),
        (r"killing \&#39;function", "killing 'function"),
        ("HÃ´pital Pontchaillou", "Hôpital Pontchaillou"),
        ("YescartaÂ®", "Yescarta®"),
        ("Universit\u00c3\u00a9 Catholique", "Université Catholique"),
        ("sponsorâ€™s", "sponsor’s"),
        ("Baden-W\ufffdrttemberg", "Baden-Württemberg"),
        ("Gro\ufffdhansdorf", "Großhansdorf"),
        ("an unknown w\ufffdrd", "an unknown w[?]rd"),
        ("with MBC.Participants must", "with MBC. Participants must"),
        ("Smith Jr,, and others", "Smith Jr, and others"),
        ("1.5?ULN", "1.5[?]ULN"),
        ("Barrett?s esophagus", "Barrett’s esophagus"),
        ("left\u202eright\u202c", "leftright"),
        ("nul\x00byte", "nulbyte"),
    ],
)
def test_a_fault_of_the_journey_is_mended(stated: str, shown: str) -> None:
    assert repair(stated) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Is it safe? We do not know.",
        "Is it safe ? We do not know.",
        "https://www.pfizer.com/pages/landing.aspx?StudyID=A6141078&StudyName=The+P",
        "see takeda.com/takedas-commitment?commitment=5",
        "e.g. 0.5 mg, i.v., at U.S. sites",
        "Www.Restoreclinicaltrial.Com",
        "Straße, Århus, São Paulo, Âge, CAFÉ",
        "a C:\\temp folder",
    ],
)
def test_what_was_meant_stays(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("Centre Hospitalier de l?Université de Montréal", "Centre Hospitalier de l’Université de Montréal"),
        ("Vall d?Hebron", "Vall d’Hebron"),
        ("Instytut im. Marii Sk?odowskiej-Curie", "Instytut im. Marii Skłodowskiej-Curie"),
        ("Wroc?aw", "Wrocław"),
        ("?zmir Medical Park", "İzmir Medical Park"),
        ("Porto ? Hospital de Santo António", "Porto – Hospital de Santo António"),
        ("Azienda ?Policlinico Emanuele?- P.O.", "Azienda “Policlinico Emanuele”- P.O."),
        ("Szpital Ko?cielny", "Szpital Ko[?]cielny"),
    ],
)
def test_a_lost_letter_of_a_name_comes_back_only_where_it_is_certain(stated: str, shown: str) -> None:
    assert repair_name(stated) == shown


@given(st.text(max_size=300))
def test_repair_never_fails_and_says_nothing_new_the_second_time(text: str) -> None:
    once = repair(text)
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00")
    repair_name(text)


@given(st.text(alphabet="abcXYZ012?.,: éł\\-()", max_size=120))
def test_repair_keeps_every_letter_and_digit_in_order(text: str) -> None:
    kept = [char for char in repair(text) if char.isalnum()]
    assert kept == [char for char in text if char.isalnum()]
