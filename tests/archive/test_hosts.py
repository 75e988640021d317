"""Two hosts with a data folder each and one PostgreSQL database: one writes at a time, both catch up."""

import json
import os
import signal
import subprocess
import sys
import textwrap

import pytest

from tests.archive.versions import a_study

pytestmark = pytest.mark.postgres

HOLD = """
    from trialway.commands.common import open_store
    folder = open_store(None)
    from trialway.archive.locking import writing
    with writing(folder):
        print("held", flush=True)
        input()
"""
TAKE_CHANGES = """
    from trialway.commands.common import open_store
    open_store(None)
    from django.db import transaction
    from trialway.archive.derive import next_changes
    with transaction.atomic():
        print(next_changes(1)[0], flush=True)
        input()
"""
MIGRATE_BACK = """
    from trialway.commands.common import open_store
    open_store(None)
    from django.core.management import call_command
    call_command("migrate", "archive", "0002", verbosity=0)
"""
COUNT_READINGS = """
    from trialway.commands.common import open_store
    open_store(None)
    from trialway.archive.models import CriteriaReading
    print(CriteriaReading.objects.exclude(rules=None).count())
"""
REDIRECT = """
    from trialway.commands.common import open_store
    folder = open_store(None)
    from tests.archive.sync.test_redirect import MOVED, redirect
    redirect(folder, MOVED)
"""


class Host:
    """A machine with a data folder of its own; its programs speak to the shared database."""

    def __init__(self, folder, url: str) -> None:
        self.folder = folder
        self.environment = {
            "PATH": os.environ["PATH"],
            "TRIALWAY_DATA": str(folder / "data"),
            "DATABASE_URL": url,
        }
        folder.mkdir()

    def start(self, program: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(program)],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "trialway", *map(str, words)]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=120, check=False
        )

    def load(self, *studies: dict) -> subprocess.CompletedProcess[str]:
        path = self.folder / "studies.jsonl"
        path.write_text("\n".join(map(json.dumps, studies)))
        return self.run("load", path)


@pytest.fixture
def hosts(database_url, tmp_path):
    return Host(tmp_path / "one", database_url), Host(tmp_path / "two", database_url)


def release(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=60)
    assert process.returncode == 0


def test_while_one_host_writes_another_is_refused(hosts):
    one, two = hosts
    assert one.run("check").returncode == 0  # makes the tables
    holder = one.start(HOLD)
    assert holder.stdout.readline() == "held\n"

    refused = two.load(a_study(1))

    assert refused.returncode == 2
    assert refused.stderr.startswith("trialway: Another process, perhaps on another host, is writing to the")
    assert "try again when it is done" in refused.stderr
    release(holder)
    assert two.load(a_study(1)).returncode == 0


def test_a_host_that_dies_leaves_no_lock(hosts):
    one, two = hosts
    assert one.run("check").returncode == 0
    holder = one.start(HOLD)
    assert holder.stdout.readline() == "held\n"
    holder.send_signal(signal.SIGKILL)
    holder.communicate()

    assert two.load(a_study(1)).returncode == 0


def test_change_numbers_become_visible_in_their_order(hosts):
    one, two = hosts
    assert one.run("check").returncode == 0
    first = one.start(TAKE_CHANGES)
    taken = int(first.stdout.readline())
    second = two.start(TAKE_CHANGES)
    with pytest.raises(subprocess.TimeoutExpired):
        second.wait(3)  # it waits for the first to end, for its number must not be seen before that one

    release(first)

    assert int(second.stdout.readline()) == taken + 1
    release(second)


def test_a_store_of_an_earlier_version_is_brought_up_by_the_next_command(hosts):
    one, two = hosts
    assert one.load(*map(a_study, range(1, 4))).returncode == 0
    release(one.start(MIGRATE_BACK))

    assert two.load(a_study(2, "2024-03-01")).returncode == 0

    assert one.run("index").stdout == "1 trials indexed; the index holds 3.\n"
    assert one.run("check").returncode == 0


def test_criteria_that_one_host_has_read_are_there_for_the_other(hosts):
    one, two = hosts
    text = {"eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\n\n* ECOG 0 or 1"}}
    assert one.load(a_study(1, **text)).returncode == 0

    assert one.run("index", "--criteria").returncode == 0

    assert two.start(COUNT_READINGS).communicate()[0] == "1\n"
    checked = two.run("fit", "NCT00000001", "--answer", "ecog=3", "--json")
    assert checked.returncode == 0
    assert "ECOG" in checked.stdout


def test_each_host_takes_in_what_the_other_has_written(hosts):
    one, two = hosts
    assert one.load(*map(a_study, range(1, 4))).returncode == 0
    assert two.load(a_study(2, "2024-03-01"), a_study(9)).returncode == 0
    assert "4 trials indexed" not in one.run("index").stdout

    release(one.start(REDIRECT))

    for host in hosts:
        told = host.run("index")
        assert told.stdout.endswith("the index holds 3.\n")
        assert "made anew" not in told.stderr
        assert host.run("check").returncode == 0
