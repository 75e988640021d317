"""The wheel holds all that runs, and runs away from the checkout; the two locked lists agree."""

import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "trialway"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (made,) = folder.glob("trialway-*.whl")
    return made


def run(*command, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def test_the_wheel_holds_every_file_of_the_package(wheel):
    packed = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        str(file.relative_to(ROOT))
        for file in SOURCE.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and file.name != ".gitkeep"
    }

    assert ours - packed == set()
    assert {"trialway/sample/sample.jsonl.zst", "trialway/sample/seed_pages.jsonl"} <= packed


def test_the_wheel_is_under_25_megabytes(wheel):
    assert wheel.stat().st_size < 25_000_000


def test_an_installed_wheel_runs_the_demo(wheel, tmp_path):
    python = install(wheel, tmp_path / "venv")

    where = run(python, "-c", "import trialway; print(trialway.__file__)", cwd=tmp_path).stdout
    trialway = python.parent / "trialway"
    result = run(trialway, "demo", "--no-serve", "--data", tmp_path / "data", cwd=tmp_path)

    assert where.startswith(str(tmp_path))
    assert (tmp_path / "data" / "trialway.sqlite3").exists()
    assert "Three things to try" in result.stderr


def install(wheel: Path, venv: Path) -> Path:
    """A new environment with the wheel in it, which borrows the dependencies of this one."""
    run(sys.executable, "-m", "venv", "--without-pip", venv)
    python = venv / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel)
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip()
    (Path(packages) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def pins(file: str) -> set[str]:
    return set(re.findall(r"^[a-z0-9-]+==\S+", (ROOT / "requirements" / file).read_text(), re.MULTILINE))


def test_both_locked_lists_agree_and_name_no_registry():
    assert len(pins("runtime.txt")) > 20
    assert pins("runtime.txt") <= pins("dev.txt")
    for file in (ROOT / "requirements").iterdir():
        assert "://" not in file.read_text()


def test_every_requirement_is_locked_with_a_hash():
    for file in (ROOT / "requirements").iterdir():
        entries = re.split(r"\n(?=\S)", file.read_text().strip())
        assert all("--hash=sha256:" in entry for entry in entries)
