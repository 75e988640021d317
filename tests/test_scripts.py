"""The two scripts of the README, up to the point where they would download."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ["sh", "dirname", "basename", "cat", "cksum", "id"]


def run(script: str, path: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "scripts" / script],
        env={"PATH": str(path), **environ},
        cwd="/",
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.fixture
def bare_path(tmp_path) -> Path:
    """A PATH with what every POSIX system has, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(shutil.which(tool))
    return folder


@pytest.mark.parametrize("script", ["demo", "test"])
def test_without_python_a_sentence_says_what_to_do(script, bare_path, tmp_path):
    result = run(script, bare_path, TRIALWAY_VENV=str(tmp_path / "venv"))

    assert result.returncode == 1
    assert result.stderr == (
        f"{script}: needs Python 3.11 or newer, and found none; "
        "install it, or name it with PYTHON=/path/to/python3\n"
    )
    assert not (tmp_path / "venv").exists()


def test_a_python_that_is_too_old_is_passed_over(bare_path, tmp_path):
    old = bare_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)

    assert "needs Python 3.11" in run("demo", bare_path, TRIALWAY_VENV=str(tmp_path / "venv")).stderr


def test_a_second_run_installs_nothing(bare_path, tmp_path):
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    python = venv / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$*" >>"$TRACE"\n')
    python.chmod(0o755)
    files = [ROOT / "requirements" / "uv.txt", ROOT / "requirements" / "runtime.txt", ROOT / "pyproject.toml"]
    state = subprocess.run(
        ["cksum"], input=b"".join(map(Path.read_bytes, files)), capture_output=True, check=True
    ).stdout.decode()
    (venv / ".trialway-runtime").write_text(f"{ROOT} {state}")

    result = run("demo", bare_path, TRIALWAY_VENV=str(venv), TRACE=str(tmp_path / "trace"))

    assert result.returncode == 0
    assert result.stderr == ""
    assert (tmp_path / "trace").read_text().splitlines()[1:] == ["-m trialway demo"]


def test_integration_runs_the_same_checks():
    text = (ROOT / ".ci" / "run").read_text()

    assert text.startswith("#!/usr/bin/env bash\n")
    assert 'scripts/test" --all "$@"' in text
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
