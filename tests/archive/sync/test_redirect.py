"""A number that a registry redirects: one trial fewer, in place; killed and repeated, it ends the same."""

import datetime as dt
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.archive.versions import a_study, load
from trialway.archive.derive import latest_change, next_changes
from trialway.archive.models import Link, RemovedTrial, Slug, Trial
from trialway.archive.sync.publishing import publish
from trialway.archive.sync.staging import Staging, SyncRun
from trialway.archive.trials import find_address
from trialway.commands.check import examine_with_progress
from trialway.commands.indexing import catch_up
from trialway.registries.subset import Subset
from trialway.search.engine import generations
from trialway.search.engine.reader import open_index
from trialway.search.related.topic_columns import read_columns

OLD, NEW, THIRD = "NCT00000002", "NCT00000003", "NCT00000004"
MOVED = {OLD: NEW}
STARTED = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)


@pytest.fixture
def folder(data_folder):
    load(data_folder, "2024-02-01", *map(a_study, range(1, 7)))
    catch_up(data_folder)
    return data_folder


def a_pass(moved: dict[str, str]) -> SyncRun:
    return SyncRun("ctgov", "changes", Subset(), STARTED, "2024-06-01T09:00:04", moved=moved)


def redirect(folder, moved: dict[str, str]) -> None:
    publish(folder, Staging(folder.root / "incoming" / "ctgov"), a_pass(moved), lambda _: None)


def numbers_of(slugs: dict[str, str]) -> list[int]:
    return [find_address(slug).number for slug in slugs]


def state() -> tuple:
    """What pages and index see."""
    return (
        sorted(Slug.objects.values_list("slug", "trial", "canonical")),
        sorted(Link.objects.values_list("record__record_id", "trial", "strength")),
        sorted(Trial.objects.values_list("pk", "change")),
    )


def test_a_redirect_is_a_small_change_of_the_index(folder):
    old, new = numbers_of([OLD, NEW])
    generation = generations.current(folder.index)
    redirect(folder, MOVED)

    built = catch_up(folder)

    assert (built.rebuilt, built.taken, built.total) == (None, 1, 5)
    assert generations.current(folder.index) == generation
    assert old not in open_index(folder.index).numbers()
    assert old not in read_columns(generation).table.numbers
    assert new in read_columns(generation).table.numbers
    assert find_address(OLD).canonical == NEW
    assert examine_with_progress(folder).faults == []


def test_a_removal_alone_is_taken_in_once(folder):
    redirect(folder, MOVED)
    catch_up(folder)
    before = sorted(path.name for path in generations.current(folder.index).iterdir())

    built = catch_up(folder)

    assert (built.rebuilt, built.taken, built.total) == (None, 0, 5)
    assert sorted(path.name for path in generations.current(folder.index).iterdir()) == before


def test_the_same_pass_published_twice_changes_nothing_more(folder):
    redirect(folder, MOVED)
    once = state()

    redirect(folder, MOVED)

    assert state() == once
    assert find_address(OLD).canonical == find_address(NEW).canonical == NEW


def test_a_number_that_moves_on_takes_along_what_leads_to_it(folder):
    redirect(folder, MOVED)
    catch_up(folder)

    redirect(folder, {NEW: THIRD})
    built = catch_up(folder)

    assert (built.rebuilt, built.total) == (None, 4)
    assert {find_address(slug).canonical for slug in (OLD, NEW, THIRD)} == {THIRD}
    assert examine_with_progress(folder).faults == []


def test_a_trial_that_keeps_another_record_keeps_its_address(folder):
    old, stays = numbers_of([OLD, "NCT00000005"])
    Link.objects.filter(trial=stays).update(trial=old)
    Slug.objects.filter(trial=stays).update(trial=old, canonical=False)
    Trial.objects.filter(pk=stays).delete()

    redirect(folder, MOVED)

    assert find_address(OLD).canonical == NEW
    assert find_address("NCT00000005") == (old, find_address("NCT00000005").change, "NCT00000005")


def test_the_number_of_a_trial_that_is_no_more_is_never_given_out_again(data_folder):
    load(data_folder, "2024-02-01", a_study(3), a_study(2))
    last = max(numbers_of([OLD, NEW]))
    slug = next(slug for slug in (OLD, NEW) if find_address(slug).number == last)
    changed = latest_change()
    redirect(data_folder, {slug: NEW if slug == OLD else OLD})

    load(data_folder, "2024-07-01", a_study(9))

    assert find_address("NCT00000009").number > last
    assert RemovedTrial.objects.get().number == last
    assert RemovedTrial.objects.get().change > changed


def test_change_numbers_only_grow(data_folder):
    load(data_folder, "2024-02-01", a_study(1))
    Trial.objects.all().delete()
    assert list(next_changes(3)) == [2, 3, 4]
    assert latest_change() == 4


REDIRECT = """
from trialway.commands.common import open_store
folder = open_store(None)
from tests.archive.sync.test_redirect import MOVED, redirect
from trialway.commands.indexing import catch_up
from trialway.data_folder import writing
with writing(folder):
    redirect(folder, MOVED)
    catch_up(folder)
"""


def start(data) -> subprocess.Popen:
    environment = {**os.environ, "TRIALWAY_DATA": str(data)}
    return subprocess.Popen([sys.executable, "-c", REDIRECT], env=environment, stderr=subprocess.PIPE)


@pytest.mark.slow
def test_killed_at_any_moment_and_repeated_it_ends_the_same(folder):
    from django.db import connection

    connection.close()
    dice, began = random.Random(5), time.monotonic()
    whole, killed = 3.0, 0
    for _ in range(8):
        process = start(folder.root)
        try:
            process.wait(dice.uniform(0.3, 1.0) * whole)
            whole = time.monotonic() - began
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.communicate()
        began = time.monotonic()
    last = start(folder.root)
    _, told = last.communicate()

    assert (last.returncode, killed > 0) == (0, True), told.decode()
    assert "made anew" not in told.decode()
    assert find_address(OLD).canonical == NEW
    assert len(open_index(folder.index)) == 5
    assert examine_with_progress(folder).faults == []
