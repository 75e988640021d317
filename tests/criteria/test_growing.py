"""Reading criteria grows as their text does: counted in calls, not in seconds."""

import sys
from types import SimpleNamespace

import msgspec
import pytest

from trialway.criteria import conflicts, outline, section_survey
from trialway.criteria.read_criteria import read_criteria
from trialway.fit.rules import rules_of
from trialway.record import Eligibility

# The package's name for the module is that of the function in it.
reader = sys.modules["trialway.criteria.own_words"]


def headings(count: int) -> str:
    """So many headings, each above one criterion."""
    return "Inclusion Criteria:\n\n" + "\n".join(
        f"Cohort {number}:\n\n* Age {18 + number % 60} years or older\n" for number in range(count)
    )


def lines(count: int) -> str:
    return "Inclusion Criteria:\n\n" + "\n".join(
        f"* hemoglobin > {number % 12} g/dL, of patients {number}" for number in range(count)
    )


def nested(count: int) -> str:
    return "Inclusion Criteria:\n\n" + "\n".join(
        f"* Organ function {number}:\n\n  * hemoglobin > {number % 12} g/dL" for number in range(count)
    )


@pytest.mark.parametrize("text", [headings, lines, nested])
@pytest.mark.parametrize(
    ("module", "name"),
    [
        (section_survey, "side_of"),
        (outline, "narrows"),
        (reader, "find_rules"),
        (reader, "normalise_text"),
    ],
)
def test_twice_as_long_a_text_takes_twice_as_many_readings(monkeypatch, module, name, text):
    def calls(count: int) -> int:
        made = []
        real = getattr(module, name)
        with monkeypatch.context() as patch:
            patch.setattr(module, name, lambda *given, **named: made.append(0) or real(*given, **named))
            read = read_criteria.__wrapped__(Eligibility(criteria=text(count)))
        assert len(read.criteria) == count
        return len(made)

    few, many = calls(20), calls(40)

    assert few > 0
    assert many <= 2.1 * few + 2


def test_demands_are_not_compared_in_pairs(monkeypatch):
    def pairs_compared(count: int) -> int:
        made = []

        def counted(*given):
            for pair in combinations(*given):
                made.append(pair)
                yield pair

        combinations = conflicts.combinations
        text = "Inclusion Criteria:\n\n" + "\n".join("* HER2-positive breast cancer" for _ in range(count))
        with monkeypatch.context() as patch:
            patch.setattr(conflicts, "combinations", counted)
            read = read_criteria.__wrapped__(Eligibility(criteria=text))
        assert len(read.criteria) == count
        assert read.conflicts == ()
        return len(made)

    assert pairs_compared(40) <= 2.1 * pairs_compared(20) + 2


@pytest.mark.parametrize(
    ("demands", "exclude"),
    [
        (("HER2-positive breast cancer", "HER2-negative breast cancer"), True),
        (("triple-negative breast cancer", "HER2-positive breast cancer"), True),
        (("HER2-positive breast cancer", "HER2-positive lung cancer"), True),
        (("HER2-positive breast cancer", "ER-positive breast cancer"), False),
        (("triple-negative breast cancer", "triple-negative breast cancer"), False),
    ],
)
def test_demands_that_nobody_meets_both_are_a_conflict(demands, exclude):
    text = "Inclusion Criteria:\n\n" + "\n".join(f"* {each}" for each in demands)

    found = read_criteria(Eligibility(criteria=text)).conflicts

    assert [one.field for one in found] == ([conflicts.TEXT_DISEASES] * 2 if exclude else [])


def test_rules_look_at_each_conflict_a_fixed_number_of_times():
    def looks(count: int) -> int:
        made = []

        class CountedConflict(SimpleNamespace):
            @property
            def start(self):
                made.append(0)
                return self.place

        text = "Inclusion Criteria:\n\n" + "\n".join(f"* Age {18 + n} years or older" for n in range(count))
        read = read_criteria(Eligibility(criteria=text))
        assert len(read.conflicts) == count
        counted = tuple(CountedConflict(place=one.start, field=one.field) for one in read.conflicts)
        assert rules_of(msgspec.structs.replace(read, conflicts=counted)) == rules_of(read)
        return len(made)

    assert looks(40) <= 2.1 * looks(20)
