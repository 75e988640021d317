"""The same store on PostgreSQL, by DATABASE_URL; scripts/test starts the server."""

import os
import subprocess
import sys

import pytest


def demo(data, url: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "trialway", "demo", "--no-serve", "--data", str(data)],
        env={"PATH": os.environ["PATH"], "DATABASE_URL": url},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.postgres
def test_the_demo_loads_into_postgresql_and_only_once(database_url, tmp_path):
    first, second = demo(tmp_path, database_url), demo(tmp_path, database_url)

    assert (first.returncode, second.returncode) == (0, 0)
    assert "373 records" in first.stderr
    assert "records" not in second.stderr
    assert not (tmp_path / "trialway.sqlite3").exists()


def test_a_server_out_of_reach_is_one_sentence_without_the_password(tmp_path):
    result = demo(tmp_path, "postgresql://me:hunter2@127.0.0.1:1/name")

    assert result.returncode == 2
    assert result.stderr.startswith("trialway: DATABASE_URL: the database cannot be reached (")
    assert result.stderr.count("\n") == 1
    assert "hunter2" not in result.stderr
