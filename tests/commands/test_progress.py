"""The bar that a person sees while a command works: one look for all commands, and only on a terminal."""

import io
import re
import sys
from pathlib import Path

import pytest

from trialway.commands.progress import counting_trials, progress_bar

PACKAGE = Path(sys.modules["trialway"].__file__).parent


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def watch(monkeypatch):
    """Puts a terminal in the place of stderr. To be called by the test, for pytest sets stderr before it."""

    def put() -> Terminal:
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", "100")
        return screen

    return put


def last_line(screen: Terminal) -> str:
    """The words of the last bar that was drawn, without colours and the bar itself."""
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue())
    drawn = [line for line in re.split(r"[\r\n]+", plain) if line.strip()]
    return " ".join(re.sub("[━╸╺]+", " ", drawn[-1]).split()) if drawn else ""


def test_what_is_done_of_how_many_and_the_time_left(watch):
    terminal = watch()
    with progress_bar("Checking", "trials", 1560) as bar:
        bar.show(1200)

    assert re.fullmatch(r"Checking 1,200 of 1,560 trials (?:\d:\d\d:\d\d|-:--:--)", last_line(terminal))


def test_without_an_end_the_time_so_far(watch):
    terminal = watch()
    with counting_trials("Indexing") as show:
        show(1200)

    assert re.fullmatch(r"Indexing 1,200 trials 0:00:0\d", last_line(terminal))


def test_the_total_may_come_later_and_the_work_may_change(watch):
    terminal = watch()
    with progress_bar("Planning", "records") as bar:
        bar.show(40, total=5000, what="Fetching")

    assert last_line(terminal).startswith("Fetching 40 of 5,000 records")


def test_of_files_the_bar_goes_by_bytes_and_the_words_by_records(watch):
    terminal = watch()
    with progress_bar("Loading", "records", 1_000_000) as bar:
        bar.show(12, position=500_000)

    assert last_line(terminal).startswith("Loading 12 records")


def test_where_nobody_watches_nothing_is_drawn(monkeypatch):
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)

    with progress_bar("Checking", "trials", 1560) as bar:
        bar.show(12)

    assert log.getvalue() == ""


def test_no_other_module_draws_bars():
    drawing = [file for file in PACKAGE.rglob("*.py") if "rich.progress" in file.read_text()]

    assert [file.relative_to(PACKAGE).as_posix() for file in drawing] == ["commands/progress.py"]
