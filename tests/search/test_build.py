"""The index is brought up to date in place or made anew, whatever happened to it before."""

import os
import random
import shutil
import signal
import time

import msgspec
import pytest

from tests.search.making import a_trial, bring, open_with, renewed, start
from trialway.errors import NotFound, StoreDamaged
from trialway.record import TrialRecord
from trialway.search.document.document import SCHEMA, document
from trialway.search.document.encode_document import encode_document
from trialway.search.document.facets import FACETS
from trialway.search.engine import build, generations
from trialway.search.engine.reader import open_index
from trialway.search.query.query import Query, Text


def everything(engine):
    """What readers can see of an index, but for scores: deleted trials count in them until segments merge."""
    matched = engine.match(Query(sort="newest"), limit=1000, facets=FACETS)
    hits = [(hit.card, hit.texts) for hit in matched.hits]
    named = {
        facet: {engine.codebook.values[facet][count.number].code: count.trials for count in counts}
        for facet, counts in matched.counts.items()
        if len(counts) < FACETS[facet].most
    }
    words = {
        word: {hit.number for hit in engine.match(Query(text=Text.read(word)), limit=1000).hits}
        for word in ["cancer", "salt", "zzyzx", "asthma", "placebo", "eligibility:age"]
    }
    return hits, matched.total, named, words


def test_a_first_index_is_made(sample, tmp_path):
    done = []
    built = bring(tmp_path / "index", sample[:5], progress=done.append)

    assert (built.taken, built.total, built.upto, built.rebuilt) == (5, 5, 5, None)
    assert done == [1, 2, 3, 4, 5]
    state = generations.read_state(generations.current(tmp_path / "index"))
    assert (state.schema, state.upto, state.trials) == (SCHEMA, 5, 5)


def test_nothing_new_changes_nothing(folder, sample):
    before = sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))

    built = bring(folder, sample)

    assert (built.taken, built.rebuilt) == (0, None)
    assert sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*")) == before


def test_brought_up_to_date_is_as_made_anew(sample, tmp_path):
    shuffled = random.Random(5).sample(sample, 120)
    first = [a_trial(trial.number, trial.main, change) for change, trial in enumerate(shuffled[:60], 1)]
    added = [a_trial(trial.number, trial.main, 100 + n) for n, trial in enumerate(shuffled[60:])]
    changed = [renewed(trial, 1000 + n) for n, trial in enumerate(shuffled[20:80])]
    removed = [trial.number for trial in shuffled[110:]]
    held = [*first[:20], *changed, *added[20:50]]

    bring(tmp_path / "grown", first)
    steps = [
        bring(tmp_path / "grown", first + added),
        bring(tmp_path / "grown", held, removed=removed),
    ]
    bring(tmp_path / "new", held)

    assert [(step.taken, step.rebuilt) for step in steps] == [(60, None), (60, None)]
    assert everything(open_index(tmp_path / "grown")) == everything(open_index(tmp_path / "new"))


def test_trials_that_are_no_more_are_taken_out(folder, sample):
    built = bring(folder, sample[5:], removed=[trial.number for trial in sample[:5]])

    assert (built.taken, built.rebuilt) == (0, None)
    assert open_index(folder).numbers() == {trial.number for trial in sample[5:]}


def test_trials_that_went_unannounced_are_noticed(folder, sample):
    built = bring(folder, sample[5:])

    assert "held 373 trials where there are 368" in built.rebuilt
    assert len(open_index(folder)) == 368


def test_a_rebuilt_index_keeps_its_codes(folder, sample):
    before = open_index(folder).codebook.values
    changed = [renewed(trial, 1000 + trial.number) for trial in reversed(sample)]

    bring(folder, changed, rebuild=True)

    after = open_index(folder).codebook.values
    assert all(after[facet][: len(values)] == values for facet, values in before.items())
    assert after["status"][-1].code == "raw:ON_HOLIDAY"


def test_the_generation_before_is_removed_and_who_reads_it_goes_on(folder, sample):
    reader = open_index(folder)
    before = generations.current(folder)

    bring(folder, sample, rebuild=True)

    assert not before.exists()
    assert len(list(folder.glob("g*"))) == 1
    assert everything(reader) == everything(open_index(folder))


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda made: (made / "index.json").unlink(), "index.json could not be read"),
        (lambda made: (made / "index.json").write_text("{}"), "index.json could not be read"),
        (lambda made: (made / "meta.json").write_text("rubbish"), "cannot be read"),
        (lambda made: (made / "meta.json").unlink(), "cannot be read"),
        (lambda made: (made / "codebook.jsonl").unlink(), "has lost lines"),
        (lambda made: (made / "codebook.jsonl").write_text("rubbish\n"), "is damaged"),
        (lambda made: [path.unlink() for path in made.glob("*.idx")], "cannot be read"),
        (lambda made: (made.parent / "current").write_bytes(b"\xff\xfe"), "could not be read"),
        (lambda made: (made.parent / "current").write_text("g999999"), "could not be read"),
    ],
)
def test_a_damaged_index_is_refused_by_readers_and_made_anew(folder, sample, damage, reason):
    damage(generations.current(folder))

    with pytest.raises(StoreDamaged):
        open_index(folder)
    built = bring(folder, sample)

    assert reason in built.rebuilt
    assert len(open_index(folder)) == len(sample)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"schema": 0}, f"has schema 0, this program uses {SCHEMA}"),
        ({"engine": "tantivy 0.1"}, "was made by tantivy 0.1"),
        ({"engine": "", "tantivy": "0.1"}, "was made by tantivy 0.1"),
    ],
)
def test_an_index_of_another_program_is_made_anew(folder, sample, changes, reason):
    path = generations.current(folder) / "index.json"
    path.write_bytes(msgspec.json.encode(msgspec.json.decode(path.read_bytes()) | changes))

    with pytest.raises(StoreDamaged, match="Run trialway index"):
        open_index(folder)
    assert reason in bring(folder, sample).rebuilt


def test_an_index_that_does_not_hold_what_it_should_is_not_switched_to(folder, sample):
    with pytest.raises(StoreDamaged, match="the old one stays in use"):
        bring(folder, sample, total=999, rebuild=True)

    assert len(open_index(folder)) == len(sample)
    assert bring(folder, sample).taken == 0
    assert len(list(folder.glob("g*"))) == 1


def test_an_index_that_finds_nothing_is_not_switched_to(folder, sample, monkeypatch):
    lost = Text.read("qqqq")
    monkeypatch.setattr(build.Text, "read", lambda slug: lost)

    with pytest.raises(StoreDamaged, match="does not find"):
        bring(folder, sample, rebuild=True)


def test_a_source_that_fails_leaves_the_index_as_it_was(folder, sample):
    def failing(change):
        yield encode_document(document(renewed(sample[0], 1000)))
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        build.bring_up_to_date(folder, failing, total=len(sample))

    assert open_index(folder).match(Query(text=Text.read("zzyzx"))).total == 0
    assert bring(folder, [renewed(sample[0], 1000), *sample[1:]]).taken == 1
    assert open_index(folder).match(Query(text=Text.read("zzyzx"))).total == 1


WRITER = """
    import sys, time
    from pathlib import Path
    from tests.search.making import bring, read_sample, renewed

    folder, what, at = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    trials = read_sample()
    if what == "update":
        trials = [renewed(trial, 1000 + trial.number) for trial in trials]

    def progress(done):
        if done == at:
            print("now", flush=True)
            time.sleep(0.02)

    print("ready", flush=True)
    bring(folder, trials, rebuild=what == "rebuild", progress=progress)
    print("done", flush=True)
"""


@pytest.mark.parametrize("what", ["update", "rebuild"])
@pytest.mark.parametrize("delay", [0, 0.05, 0.15, 0.3])
def test_killed_at_any_moment_the_index_works_and_catches_up(folder, sample, what, delay):
    old = everything(open_index(folder))
    expected = [renewed(trial, 1000 + trial.number) for trial in sample] if what == "update" else sample
    writer = start(WRITER, folder, what, str(200 if delay == 0 else len(sample)))
    assert writer.stdout.readline() == "ready\n"
    assert writer.stdout.readline() == "now\n"
    time.sleep(delay)
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()

    seen = everything(open_index(folder))
    bring(folder, expected)
    caught_up = everything(open_index(folder))

    assert seen in (old, caught_up)
    assert caught_up[1] == len(sample)
    assert len(caught_up[3]["zzyzx"]) == (len(sample) if what == "update" else 0)
    assert len(list(folder.glob("g*"))) == 1


def test_files_that_a_killed_commit_left_are_in_nobodys_way(folder, sample, tmp_path):
    """tantivy names what a commit deletes by the number of the commit, and refuses a name that is taken."""
    expected = [renewed(sample[0], 1000), *sample[1:]]
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(folder, elsewhere)
    bring(elsewhere, expected)
    generation, done = generations.current(folder), generations.current(elsewhere)
    left = [path for path in done.glob("*.del") if not (generation / path.name).exists()]
    for path in [*left, done / ".managed.json"]:
        shutil.copy(path, generation)

    bring(folder, expected)

    assert left
    assert everything(open_index(folder)) == everything(open_index(elsewhere))


def test_killed_during_the_first_build_there_is_no_index_and_then_there_is(sample, tmp_path):
    writer = start(WRITER, tmp_path / "index", "build", "200")
    assert writer.stdout.readline() == "ready\n"
    assert writer.stdout.readline() == "now\n"
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()

    with pytest.raises(NotFound):
        open_index(tmp_path / "index")
    bring(tmp_path / "index", sample)

    assert len(open_index(tmp_path / "index")) == len(sample)
    assert len(list((tmp_path / "index").glob("g*"))) == 1


def test_one_trial_is_no_more_work_than_one_trial(tmp_path):
    record = TrialRecord("ctgov", "NCT00000001", brief_title="Salt")
    engine = open_with(tmp_path, a_trial(1, record))
    taken = []

    bring(
        tmp_path, [a_trial(1, record), a_trial(2, TrialRecord("ctgov", "NCT00000002"))], progress=taken.append
    )

    assert taken == [1]
    assert len(engine) == 1
    assert len(open_index(tmp_path)) == 2
