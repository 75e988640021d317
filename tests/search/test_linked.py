"""Studies that name each other."""

import pytest

from tests.search.making import a_trial, open_with
from trialway.record import Identifier, TrialRecord
from trialway.search.related.mentioned_trials import LONGEST_QUOTE, mentioned_trials


def study(number, **fields):
    fields.setdefault("brief_title", f"Study {number}")
    return a_trial(number, TrialRecord(registry="ctgov", record_id=f"NCT{number:08d}", **fields))


@pytest.fixture
def engine_with(tmp_path):
    return lambda *trials: open_with(tmp_path / "index", *trials)


def test_both_sides_of_a_mention_are_linked_with_the_sentence(engine_with):
    parent = study(1)
    words = "This is an extension. People who finished NCT00000001 may join. More follows."
    extension = study(2, brief_summary=words)
    engine = engine_with(parent, extension)

    (named,) = mentioned_trials(engine, extension)
    (naming,) = mentioned_trials(engine, parent)

    assert (named.record_id, named.names_us) == ("NCT00000001", False)
    assert (naming.record_id, naming.names_us) == ("NCT00000002", True)
    assert named.quote == naming.quote == "People who finished NCT00000001 may join."
    assert named.card.title == "Study 1"


def test_a_study_that_is_not_here_is_told_without_a_card(engine_with):
    trial = study(1, detailed_description="See NCT99999999 and ISRCTN12345678.")

    found = mentioned_trials(engine_with(trial), trial)

    assert [(one.record_id, one.card) for one in found] == [("NCT99999999", None), ("ISRCTN12345678", None)]


def test_a_trials_own_numbers_are_no_other_study(engine_with):
    own = Identifier(value="2017-001718-28", role="secondary")
    trial = study(1, identifiers=(own,), detailed_description="EudraCT 2017-001718-28, NCT00000001.")

    assert mentioned_trials(engine_with(trial), trial) == ()


def test_another_number_of_the_same_registry_is_another_study(engine_with):
    trial = study(1, identifiers=(Identifier(value="NCT00000002", role="secondary"),))

    assert [one.record_id for one in mentioned_trials(engine_with(trial, study(2)), trial)] == ["NCT00000002"]


def test_an_older_number_of_the_same_record_is_not(engine_with):
    alias = Identifier(value="NCT00000002", role="alias")
    trial = study(1, identifiers=(alias,), brief_summary="Also known as NCT00000002.")

    assert mentioned_trials(engine_with(trial), trial) == ()


def test_a_long_sentence_is_cut_around_the_number(engine_with):
    trial = study(1, brief_summary="word " * 200 + "NCT00000002 " + "word " * 200)

    (found,) = mentioned_trials(engine_with(trial), trial)

    assert "NCT00000002" in found.quote
    assert len(found.quote) <= LONGEST_QUOTE + 4


@pytest.mark.parametrize(("longer", "cut"), [(0, False), (1, True)])
def test_a_sentence_of_the_greatest_length_is_quoted_whole(engine_with, longer, cut):
    number = "NCT00000002"
    words = "w" * (LONGEST_QUOTE + longer - len(number) - 1)
    trial = study(1, brief_summary=f"{number} {words}")

    (found,) = mentioned_trials(engine_with(trial), trial)

    assert found.quote.startswith(number)
    assert found.quote.endswith("…") is cut
