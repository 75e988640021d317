"""Work grows as its record does: counted in looks for a name and in texts read, not in seconds."""

import datetime as dt

import pytest

from tests.site.making import a_trial
from trialway import arms
from trialway.plain import attribute_text, dosing_reader, time_frames
from trialway.plain.named import Names
from trialway.plain.text import patient_text
from trialway.presenters import sheet
from trialway.record import Arm, Intervention, TrialRecord

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


def calls_of(monkeypatch, module, name: str, act, answer=None) -> int:
    """How often ``act`` calls a function of a module; with an answer, in the place of what it would give."""
    calls = []
    real = getattr(module, name)

    def counted(*given, **named):
        calls.append(given)
        return real(*given, **named) if answer is None else answer

    with monkeypatch.context() as patch:
        patch.setattr(module, name, counted)
        act()
    return len(calls)


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


def test_what_is_said_of_an_intervention_is_read_once_for_all_its_groups(monkeypatch):
    def texts_read(interventions: int) -> int:
        trial = a_trial_of(interventions)
        act = lambda: patient_text(trial, TODAY)  # noqa: E731
        return calls_of(monkeypatch, dosing_reader, "read_schedules", act, answer=())

    # More than any cache of a fixed size would hold.
    few, many = texts_read(600), texts_read(1200)

    assert 600 <= few <= 3 * 600
    assert many <= 2.1 * few


def test_of_many_groups_and_interventions_none_is_compared_with_all_others(monkeypatch):
    def names_compared(count: int) -> int:
        groups = tuple(Arm(label=f"Group {n}", interventions=(f"Drug: X{n}",)) for n in range(count))
        drugs = tuple(Intervention(name=f"X{n}", arms=(f"Group {n}",)) for n in range(count))
        given = arms.GroupInterventions
        record = TrialRecord("ctgov", "NCT00000001", arms=groups, interventions=drugs)

        def act():
            index = given(record)
            assert [index.of(group) for group in groups] == [(drug,) for drug in drugs]

        return calls_of(monkeypatch, arms, "_key", act)

    assert names_compared(80) <= 2.1 * names_compared(40)


def test_the_sheet_makes_the_patient_text_once(monkeypatch):
    trial = a_trial_of(2)

    assert calls_of(monkeypatch, sheet, "patient_text", lambda: sheet.sheet(trial, TODAY)) == 1


def test_a_time_frame_is_put_on_one_line_once_however_many_times_it_names(monkeypatch):
    def lines_made(times: int) -> int:
        frame = ", ".join(f"{number} weeks" for number in range(1, times + 1))
        trial = a_trial(outcomesModule={"primaryOutcomes": [{"measure": "Pain", "timeFrame": frame}]})
        return calls_of(monkeypatch, time_frames, "line", lambda: time_frames.longest(trial.main))

    assert lines_made(20) == lines_made(10)


def a_group_of(*names: str) -> Names:
    return Names([Intervention(name=name) for name in names])


@pytest.mark.parametrize(
    ("names", "looked_for"),
    [
        (("Darusentan", "Darusentan placebo"), [["Darusentan"], ["Darusentan placebo", "placebo"]]),
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
