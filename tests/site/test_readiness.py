"""The watch of each worker that has pages ready before somebody asks."""

import fcntl
import logging
import shutil
import subprocess
import sys
import threading

import pytest
from django.core.wsgi import get_wsgi_application

from tests.conftest import point_django_at
from trialway import data_folder as folders
from trialway.search.engine.reader import open_index
from trialway.site.warm_up import OF_EACH, stay_ready


class Pauses:
    """Stands for the event that ends the watch: in each pause one thing happens, then it ends."""

    def __init__(self, *happen):
        self.happen = list(happen)
        self.over = False

    def is_set(self):
        return self.over

    def wait(self, seconds):
        if self.happen:
            self.happen.pop(0)()
        else:
            self.over = True


class Visits:
    """The site, with a list of what was asked of it and how it answered."""

    def __init__(self):
        self.seen = []
        self.application = get_wsgi_application()

    def __call__(self, environ, start_response):
        def started(status, headers, *rest):
            self.seen.append((environ["PATH_INFO"], status))
            return start_response(status, headers, *rest)

        return self.application(environ, started)


@pytest.fixture
def visits(site, sample_folder):
    sample_folder.lock("warm-up").unlink(missing_ok=True)
    return Visits()


def test_the_pages_that_people_come_by_are_asked_for(visits, sample_folder):
    stay_ready(visits, Pauses())

    asked = [path for path, _ in visits.seen]
    assert asked[: len(OF_EACH)] == [address.partition("?")[0] for address in OF_EACH]
    assert [path.rsplit("/", 1)[-1] for path in asked[-2:]] == ["professional", "expert"]
    assert {status for _, status in visits.seen} == {"200 OK"}


def test_the_second_worker_makes_its_own_memory_ready_and_leaves_out_what_the_first_read(visits):
    stay_ready(visits, Pauses())
    second = Visits()
    stay_ready(second, Pauses())

    asked = [path for path, _ in second.seen]
    assert asked[: len(OF_EACH)] == [address.partition("?")[0] for address in OF_EACH]
    assert not [path for path in asked if path.endswith(("/values", "/professional", "/expert"))]


def test_workers_take_turns(visits, sample_folder):
    asked_meanwhile = []
    with open(sample_folder.lock("warm-up"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        worker = threading.Thread(target=stay_ready, args=(visits, Pauses()))
        worker.start()
        worker.join(timeout=0.5)
        asked_meanwhile += visits.seen
        assert worker.is_alive()
    worker.join(timeout=60)

    assert asked_meanwhile == []
    assert visits.seen


def test_to_import_the_worker_starts_nothing():
    program = "import os, threading; group = os.getpgrp(); import trialway.commands.worker, sys; "
    program += "sys.exit(threading.active_count() - 1 or os.getpgrp() != group or 'django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_search_without_words_is_answered_beforehand(site, visits, sample_folder, monkeypatch):
    stay_ready(visits, Pauses())

    monkeypatch.setattr(
        type(open_index(sample_folder.index)), "_match", None
    )  # nothing is left to search for
    assert site.get("/search").status_code == 200


def test_an_index_that_comes_or_changes_is_made_ready_once(visits, sample_folder, tmp_path, monkeypatch):
    point_django_at(folders.DataFolder(tmp_path), monkeypatch)
    shutil.copyfile(sample_folder.database, tmp_path / sample_folder.database.name)
    folder = tmp_path / "index"

    def changes():
        state = next(folder.glob("*/index.json"))
        state.write_bytes(state.read_bytes())

    def nothing():
        pass

    stay_ready(
        visits,
        Pauses(nothing, lambda: shutil.copytree(sample_folder.index, folder), nothing, changes, nothing),
    )
    assert [path for path, _ in visits.seen].count("/") == 2


def test_a_site_that_fails_ends_no_watch(site, caplog):
    asked = []

    def fails(environ, start_response):
        asked.append(environ["PATH_INFO"])
        raise ValueError("damaged in a way that nobody foresaw")

    with caplog.at_level(logging.ERROR):
        stay_ready(fails, Pauses(lambda: None))

    assert asked == ["/", "/"]
    assert "could not be made ready" in caplog.text
