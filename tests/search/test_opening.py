"""Readers have the index as it is now, and notice every change of it."""

import time

import pytest

from tests.search.making import bring, renewed, start
from trialway.errors import NotFound
from trialway.search.engine import build, generations
from trialway.search.engine.reader import open_index
from trialway.search.language.lexicon import Lexicon, LexiconName, write_lexicon
from trialway.search.query.query import Query, Text


def test_without_an_index_readers_are_told(tmp_path):
    with pytest.raises(NotFound, match="There is no search index"):
        open_index(tmp_path)


def test_an_open_index_is_kept_until_it_changes(folder, sample):
    first = open_index(folder)
    assert open_index(folder) is first

    bring(folder, [renewed(sample[0], 1000), *sample[1:]])

    assert open_index(folder) is not first
    assert open_index(folder) is open_index(folder)


def test_a_reader_in_another_process_sees_a_commit(folder, sample):
    reader = start(
        """
        import sys, time
        from pathlib import Path
        from trialway.search.engine.reader import open_index
        from trialway.search.query.query import Query, Text

        folder, asked = Path(sys.argv[1]), Query(text=Text.read("zzyzx"))
        print(open_index(folder).match(asked).total, flush=True)
        while not open_index(folder).match(asked).total:
            time.sleep(0.01)
        print(time.time(), flush=True)
        """,
        folder,
    )
    assert reader.stdout.readline() == "0\n"

    bring(folder, [renewed(sample[0], 1000), *sample[1:]])
    committed = time.time()

    seen, _ = reader.communicate(timeout=10)
    assert float(seen) < committed + 1


def test_what_changed_is_found_while_words_are_still_learned(folder, sample, monkeypatch):
    found = []

    def learning(*_):
        found.append(open_index(folder).match(Query(text=Text.read("zzyzx"))).total)

    monkeypatch.setattr(build, "update_lexicon", learning)
    bring(folder, [renewed(sample[0], 1000), *sample[1:]])

    assert found == [1]


def test_words_that_were_learned_later_are_noticed(folder):
    first = open_index(folder)
    assert not first.words.suggester.suggest("zzyzx")

    write_lexicon(
        generations.current(folder), Lexicon(upto=1, names=(LexiconName("Zzyzx salt", "treatment", 1),))
    )

    assert [name.text for name in open_index(folder).words.suggester.suggest("zzyzx")] == ["Zzyzx salt"]
