"""Work grows as its record does: counted in looks for a name, not in seconds."""

import datetime as dt

import pytest

from tests.site.making import a_trial
from trialway.plain import attribute_text
from trialway.plain.named import Names
from trialway.plain.text import patient_text
from trialway.record import Intervention

TODAY = dt.date(2026, 11, 30)


def a_trial_of(count: int):
    """Two groups that both get so many drugs, each described by its own name."""
    groups = ["Group A", "Group B"]
    names = [f"Substance{number} compound {'abcdefgh'[number % 8]}" for number in range(count)]
    arms = [
        {
            "label": label,
            "description": f"{label} gets {names[0]} 10 mg once daily.",
            "interventionNames": names,
        }
        for label in groups
    ]
    drugs = [
        {"type": "DRUG", "name": name, "description": f"{name} 5 mg twice daily.", "armGroupLabels": groups}
        for name in names
    ]
    return a_trial(armsInterventionsModule={"armGroups": arms, "interventions": drugs})


def looks_for_a_name(monkeypatch, interventions: int) -> int:
    """How often a name is looked for in a text while the patient text of such a record is made."""
    looks = []

    def counted(*given):
        looks.append(given[0])
        return places_of(*given)

    places_of = attribute_text.places_of
    with monkeypatch.context() as patch:
        patch.setattr(attribute_text, "places_of", counted)
        patient_text(a_trial_of(interventions), TODAY)
    return len(looks)


def test_twice_as_many_interventions_take_twice_as_many_looks(monkeypatch):
    few, many = (looks_for_a_name(monkeypatch, count) for count in (40, 80))

    assert 0 < many <= 2.2 * few


def a_group_of(*names: str) -> Names:
    return Names([Intervention(name=name) for name in names])


@pytest.mark.parametrize(
    ("names", "looked_for"),
    [
        (("Darusentan", "Darusentan placebo"), [["Darusentan"], ["Darusentan placebo"]]),
        (("Drug: Apatinib tablet", "Saline"), [["Apatinib tablet", "Apatinib"], ["Saline"]]),
        (("Interferon", "Peginterferon alfa"), [["Interferon"], ["Peginterferon alfa", "Peginterferon"]]),
        (("Salt", "Salt"), [["Salt"], ["Salt"]]),
        (("Study drug", "A+B"), [["Study drug"], ["A+B"]]),
    ],
)
def test_the_first_word_stands_for_a_name_where_no_other_name_has_it(names, looked_for):
    assert a_group_of(*names).looked_for == looked_for


def test_a_name_is_looked_for_in_texts_that_hold_its_words():
    names = a_group_of("Apatinib mesylate", "Fluzoparib", "A+B")

    assert list(names.possible_in("apatinib, then fluzoparib")) == [0, 1]
    assert list(names.possible_in("fluzoparibs and a+b")) == [2]
    assert list(names.possible_in("nothing")) == []
