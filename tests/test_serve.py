"""The production server as its operator meets it: a real process, real sockets, real signals."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPException, HTTPResponse

import pytest

from trialway.commands.serve import SECONDS_TO_FINISH, address_of, allow
from trialway.site.middleware import CONTENT_SECURITY_POLICY


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(folder, port: int, *options: str, **environ: str) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "trialway",
        "serve",
        "--data",
        str(folder.root),
        "--port",
        str(port),
        *options,
    ]
    return subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, env={**os.environ, **environ}
    )


@contextmanager
def serving(folder, port: int, *options: str) -> Iterator[subprocess.Popen[str]]:
    server = start(folder, port, *options)
    try:
        wait_until(lambda: answers(port) or server.poll() is not None, seconds=60)
        assert server.poll() is None, server.stderr.read()
        yield server
    finally:
        if server.poll() is None:
            server.terminate()
        server.communicate(timeout=20)


def get(port: int, path: str, **headers: str) -> HTTPResponse:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        connection.request("GET", path, headers={**headers, "Connection": "close"})
        response = connection.getresponse()
        response.body = response.read()
        return response


def answers(port: int) -> bool:
    try:
        return get(port, "/healthz").status == 200
    except (OSError, HTTPException):
        return False


def wait_until(true: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"it was not so within {seconds} seconds"
        time.sleep(0.05)


def workers_of(server: subprocess.Popen[str]) -> list[int]:
    listed = subprocess.run(
        ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(server.pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if "spawn_main" in line]


def test_it_serves_with_no_setting_and_stops_when_asked(data_folder):
    port = free_port()
    with serving(data_folder, port, "--workers", "1") as server:
        response = get(port, "/healthz")

        assert json.loads(response.body)["ok"] is True
        assert response.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert response.headers["Set-Cookie"] is None
        assert get(port, "/healthz", Host="elsewhere.example").status == 400

        assert f"at http://127.0.0.1:{port}/" in server.stderr.readline()

        server.terminate()
        assert server.communicate(timeout=20)[1].endswith("Stopped.\n")
        assert server.returncode == 0
    assert data_folder.secret_key.exists()


def test_it_says_where_it_serves_when_it_answers_and_not_before(data_folder):
    port = free_port()
    server = start(data_folder, port, "--workers", "1")
    try:
        said = server.stderr.readline()
        assert f"at http://127.0.0.1:{port}/" in said

        assert get(port, "/healthz").status == 200
    finally:
        server.terminate()
        server.communicate(timeout=20)


def test_ctrl_c_in_a_terminal_stops_it_at_once(data_folder):
    port = free_port()
    with serving(data_folder, port, "--workers", "2") as server:
        began = time.monotonic()
        os.killpg(server.pid, signal.SIGINT)

        assert server.communicate(timeout=20)[1].endswith("Stopped.\n")
        assert server.returncode == 0
        assert time.monotonic() - began < SECONDS_TO_FINISH / 2


def test_it_serves_again_after_a_worker_is_killed(data_folder):
    port = free_port()
    with serving(data_folder, port, "--workers", "1") as server:
        (worker,) = workers_of(server)

        os.kill(worker, signal.SIGKILL)

        wait_until(lambda: workers_of(server) not in ([], [worker]) and answers(port))
        assert server.poll() is None


def test_its_workers_end_when_it_is_killed_itself(data_folder):
    port = free_port()
    with serving(data_folder, port, "--workers", "1") as server:
        server.kill()
        server.wait()

        wait_until(lambda: not answers(port))


def test_a_site_that_cannot_be_loaded_fails_at_the_start_and_says_so(data_folder, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['trialway.site.pages.health'] = None")

    server = start(data_folder, free_port(), "--workers", "1", PYTHONPATH=str(tmp_path))

    said = server.communicate(timeout=60)[1]
    assert server.returncode == 1
    assert "import of trialway.site.pages.health halted" in said
    assert "Serving" not in said
    assert said.endswith(
        "trialway: The server stopped because its workers keep failing; the lines above say why.\n"
    )


def test_a_port_in_use_is_one_sentence(data_folder):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        server = start(data_folder, port)
        said = server.communicate(timeout=20)[1]

    assert server.returncode == 2
    assert said == (
        f"trialway: Port {port} of 127.0.0.1 cannot be used (Address already in use); "
        "choose another with --port.\n"
    )


def test_the_address_that_was_asked_for_is_an_allowed_host(monkeypatch):
    monkeypatch.setenv("TRIALWAY_HOSTS", "trials.example.org")

    allow("192.0.2.7")

    assert os.environ["TRIALWAY_HOSTS"] == "trials.example.org,192.0.2.7"


def test_listening_everywhere_without_names_is_remarked_on(monkeypatch, capsys):
    allow("0.0.0.0")

    assert "TRIALWAY_HOSTS" in capsys.readouterr().err
    assert "TRIALWAY_HOSTS" not in os.environ


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:80/"), ("::1", "http://[::1]:80/"), ("0.0.0.0", "http://localhost:80/")],
)
def test_the_address_it_says_can_be_opened(host, address):
    assert address_of(host, 80) == address
