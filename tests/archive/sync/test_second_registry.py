"""`trialway sync` of another registry than ClinicalTrials.gov: its own client, the same way through."""

import json
import os
import signal
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from tests.registries.ctgov import replay
from tests.registries.second import a_record, registered
from tests.registries.second_server import PAGE, SecondServer
from trialway.archive.models import Record
from trialway.archive.trials import find_trial
from trialway.cli import app

COUNT = 45
# The same program, knowing the registry too.
PROGRAM = """
from tests.registries.second import SecondRegistry
from trialway.registries.known import REGISTRIES
REGISTRIES["testreg"] = SecondRegistry()
from trialway.cli import main
main()
"""


def record(number: int, changed: str = "", **fields) -> dict:
    day = changed or f"2026-0{1 + number % 5}-{1 + number % 28:02}"
    return json.loads(a_record(f"TR-{number:06}", geaendert=day, **{"titel": f"Studie {number}", **fields}))


@pytest.fixture
def server(monkeypatch):
    registered(monkeypatch)
    with SecondServer([record(number) for number in range(1, COUNT + 1)]) as server:
        monkeypatch.setenv("TRIALWAY_TESTREG_URL", server.address)
        yield server


def run(*words: str):
    return CliRunner().invoke(app, list(words))


def sync(*options: str) -> dict:
    result = run("sync", "testreg", "--json", *options)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def stored() -> dict[str, str]:
    records = Record.objects.filter(registry="testreg", withdrawn=None).select_related("current")
    return {each.record_id: each.current.registry_updated.isoformat() for each in records}


def held_by(server) -> dict[str, str]:
    return {number: each["geaendert"] for number, each in server.studies.items()}


def test_the_first_time_everything_is_fetched_and_found(data_folder, server):
    done = sync()

    assert (done["state"], done["kind"], done["fetched"], done["new"]) == ("published", "full", COUNT, COUNT)
    assert stored() == held_by(server)
    assert "Studie 7" in run("search", "TR-000007").stdout
    assert run("check").exit_code == 0


def test_then_only_what_changed(data_folder, server):
    sync()
    server.requests.clear()
    server.timestamp = "2026-06-25T00:00:00"
    server.studies["TR-000003"] = record(3, "2026-06-20", titel="Neuer Titel")
    server.studies["TR-000900"] = record(900, "2026-06-21")

    done = sync()

    assert (done["kind"], done["fetched"], done["new"], done["changed"]) == ("changes", 2, 1, 1)
    assert [path for path in server.requests if "seite=" in path] == ["/eintraege?von=2026-06-17&seite=1"]
    assert find_trial("TR-000003").main.brief_title == "Neuer Titel"
    assert stored() == held_by(server)


def test_what_is_gone_is_withdrawn_and_what_moved_leads_on(data_folder, server):
    sync()
    server.timestamp = "2026-06-25T00:00:00"
    del server.studies["TR-000004"], server.studies["TR-000005"]
    server.aliases["TR-000005"] = "TR-000006"

    done = sync()

    assert done["withdrawn"] == 2
    assert stored() == held_by(server)
    assert find_trial("TR-000005").slug == "TR-000006"


def test_faults_on_the_way_lose_nothing(data_folder, server, monkeypatch):
    monkeypatch.setattr("trialway.registries.http._wait", lambda _: 0.0)
    server.faults = {4: replay.failing, 6: replay.truncated, 8: replay.web_page, 10: replay.hung_up}

    assert sync()["new"] == COUNT
    assert max(server.faults) < len(server.requests)
    assert stored() == held_by(server)


def test_one_country_alone_is_kept_where_the_registry_can_tell(data_folder, server):
    server.studies["TR-000009"] = record(9, orte=[{"klinik": "Charité", "land": "Germany"}])

    assert sync("--country", "Germany")["new"] == 1
    assert list(stored()) == ["TR-000009"]


def test_a_part_that_the_registry_cannot_tell_is_one_sentence(data_folder, server):
    result = run("sync", "testreg", "--sponsor", "Pfizer")

    assert result.exit_code == 2
    assert "cannot be kept in part but by country" in result.stderr


def test_a_kill_between_two_pages_is_taken_up_where_it_was(data_folder, server):
    settings = {**os.environ, "TRIALWAY_DATA": str(data_folder.root)}
    command = [sys.executable, "-c", PROGRAM, "sync", "testreg"]

    def kill(_handler) -> bool:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return False

    third_page = 5  # after the version, a count, and two pages
    server.faults = {third_page + 1: kill}
    process = subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    process.wait(timeout=60)
    before = [path for path in server.requests if "seite=" in path]
    assert process.returncode == -signal.SIGKILL
    assert stored() == {}
    server.faults, server.requests[:] = {}, []

    done = sync()

    after = [path for path in server.requests if "seite=" in path]
    assert (done["fetched"], done["new"]) == (COUNT, COUNT)
    # The page that was asked for when the kill came is asked for again, none of those before.
    assert set(before) & set(after) == {before[-1]}
    assert len(before) > 1
    assert len(set(before) | set(after)) >= COUNT // PAGE
    assert stored() == held_by(server)
