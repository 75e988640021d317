"""One pytest that has imported and collected everything ─▶ a fork of it for each mutant, which runs tests.

A fork starts in a twentieth of a second where a pytest of its own takes many. There are two servers: in one
the wide fixtures of ``conftest.py`` (a database after its migrations, the sample loaded) stand ready; the
other has none, and is for mutants in what these fixtures run.
"""

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import coverage
import msgspec
import pytest

from bench.mutants.forks import begin, wait
from bench.mutants.live_code import exchange
from bench.mutants.sites import Mutant

BROKEN, NOT_LIVE = 70, 71
# Written into the copy of the tree: it asks for the fixtures and runs nothing.
WARM_UP = "tests/test_warm_up.py"
WARM_UP_SOURCE = "def test_what_is_shared_stands_ready(sample_folder):\n    assert sample_folder\n"


class Order(msgspec.Struct, frozen=True):
    """A mutant (or none), the tests to run in turn, and after how many seconds it is too long."""

    mutant: Mutant | None
    tests: list[str]
    limit: float


class Ready(msgspec.Struct, frozen=True):
    """What a server says first: by file the lines that run on import, and the fixtures that stand ready."""

    imported: dict[str, list[int]]
    fixtures: list[str]


class Server:
    """The near end of a forked pytest."""

    def __init__(self, tree: Path, suites: list[str], warm: bool) -> None:
        orders, self._orders = os.pipe()
        self._answers, answers = os.pipe()
        sys.stdout.flush()
        self.process = os.fork()
        if self.process == 0:
            os.close(self._orders)
            os.close(self._answers)
            _become_pytest(tree, suites, _Plugin(tree, warm, orders, answers))
        os.close(orders)
        os.close(answers)
        self._lines = os.fdopen(self._answers, "rb")
        self.ready = msgspec.json.decode(self._line(), type=Ready)

    def run(self, order: Order) -> tuple[str, str]:
        """The outcome and what was seen; "not live" where the code cannot be exchanged."""
        os.write(self._orders, msgspec.json.encode(order) + b"\n")
        outcome, seen = msgspec.json.decode(self._line(), type=tuple[str, str])
        return outcome, seen

    def close(self) -> None:
        os.killpg(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)

    def _line(self) -> bytes:
        line = self._lines.readline()
        if not line:
            raise RuntimeError("The pytest that runs the mutants has ended; .mutants/server*.txt says why.")
        return line


class _Plugin:
    """The far end: takes orders in place of pytest's loop over the tests."""

    def __init__(self, tree: Path, warm: bool, orders: int, answers: int) -> None:
        self.tree, self.warm, self.answers = tree, warm, answers
        self.orders = os.fdopen(orders, "rb")
        self.failed = ""
        self.fixtures: list[str] = []
        self.measuring = coverage.Coverage(data_file=None, source=["trialway"], config_file=False)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        if fixturedef.scope != "function":
            self.fixtures.append(f"fixture:{fixturedef.baseid}::{fixturedef.argname}")
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = f"{report.nodeid} ({report.when})"

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.measuring.stop()
        data = self.measuring.get_data()
        imported = {
            str(Path(file).relative_to(self.tree)): sorted(data.lines(file) or ())
            for file in data.measured_files()
        }
        tests = {item.nodeid: item for item in session.items}
        if self.warm:
            warm_up = next(item for name, item in tests.items() if name.startswith(WARM_UP))
            self._run(warm_up, session.items[0])
            assert not self.failed, self.failed
        self._answer(Ready(imported, self.fixtures))
        for line in self.orders:
            self._answer(self._try(msgspec.json.decode(line, type=Order), tests, session))
        return True

    def _try(self, order: Order, tests: dict[str, pytest.Item], session: pytest.Session) -> tuple[str, str]:
        told = self.tree.parent / "told.txt"
        told.unlink(missing_ok=True)
        process = os.fork()
        if process == 0:
            code = BROKEN
            try:
                os.setsid()
                code = self._run_all(order, [tests[name] for name in order.tests if name in tests], session)
                told.write_text(self.failed)
            except Exception:  # noqa: BLE001 - it is told, and the mutant is run anew
                traceback.print_exc()
            finally:
                os._exit(code)
        match wait(process, order.limit):
            case None:
                return "time-out", f"{order.limit:.0f} s"
            case 0:
                return "survived", f"{len(order.tests)} tests passed"
            case code if code in (NOT_LIVE, BROKEN):
                return "not live", ""
            case code:
                return "killed", told.read_text() if told.exists() else f"ended with {code}"

    def _run_all(self, order: Order, items: list[pytest.Item], session: pytest.Session) -> int:
        if order.mutant is not None:
            path = self.tree / order.mutant.file
            if not exchange(order.mutant, path, path.read_bytes()):
                return NOT_LIVE
        # A folder of this fork's own: its tests' folders are numbered as those of the forks before it.
        base = self.tree.parent / "temporary"
        shutil.rmtree(base, ignore_errors=True)
        base.mkdir()
        session.config._tmp_path_factory._basetemp = base  # type: ignore[attr-defined]
        for item, following in zip(items, [*items[1:], *items[-1:]], strict=True):
            self._run(item, following)
            if self.failed:
                return 1
        return 0

    def _run(self, item: pytest.Item, following: pytest.Item) -> None:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)

    def _answer(self, answer: object) -> None:
        os.write(self.answers, msgspec.json.encode(answer) + b"\n")


def _become_pytest(tree: Path, suites: list[str], plugin: _Plugin) -> NoReturn:
    command = ["-p", "no:cacheprovider", "-q", "-s", "--no-header", "--tb=short", "--hypothesis-seed=0"]
    command += ["-W", "ignore::pytest.PytestAssertRewriteWarning", *suites]
    try:
        begin(tree, tree.parent / f"server-{'warm' if plugin.warm else 'cold'}.txt")
        plugin.measuring.start()
        pytest.main(command, plugins=[plugin])
        sys.stdout.flush()
    finally:
        os._exit(BROKEN)
