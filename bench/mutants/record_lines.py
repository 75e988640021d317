"""Plugin of pytest: which test, and which fixture of wider scope, runs which line of the program.

``python -m pytest -p bench.mutants.record_lines --line-map FILE`` writes a ``LineMap`` as JSON. What other
processes run is not seen.
"""

import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import coverage
import msgspec
import pytest

from bench.mutants.line_map import LineMap, Test

_measuring = coverage.Coverage(data_file=None, source=["trialway"], config_file=False, messages=False)
_tests: dict[str, Test] = {}
_passed: set[str] = set()
_fixtures: dict[str, float] = {}
_context: list[str] = []

_measuring.start()


def _enter(context: str) -> None:
    _context.append(context)
    _measuring.switch_context(context)


def _leave() -> None:
    _context.pop()
    _measuring.switch_context(_context[-1] if _context else "")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    began, before = time.perf_counter(), sum(_fixtures.values())
    _enter(item.nodeid)
    try:
        return (yield)
    finally:
        _leave()
        seconds = time.perf_counter() - began - (sum(_fixtures.values()) - before)
        _tests[item.nodeid] = Test(seconds, _wide_fixtures(item))


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
    if fixturedef.scope == "function":
        return (yield)
    began = time.perf_counter()
    _enter(_name(fixturedef))
    try:
        return (yield)
    finally:
        _leave()
        _fixtures[_name(fixturedef)] = time.perf_counter() - began


def _wide_fixtures(item: pytest.Item) -> list[str]:
    definitions = getattr(item, "_fixtureinfo").name2fixturedefs.values()  # noqa: B009 - mypy knows Item alone
    return [_name(each) for overridden in definitions for each in overridden if each.scope != "function"]


def _name(fixture: pytest.FixtureDef[object]) -> str:
    return f"fixture:{fixture.baseid}::{fixture.argname}"


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and report.passed:
        _passed.add(report.nodeid)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--line-map", type=Path, required=True, help="where the map of lines is written")


def pytest_sessionfinish(session: pytest.Session) -> None:
    _measuring.stop()
    tests = {name: test for name, test in _tests.items() if name in _passed}
    lines: dict[str, dict[int, list[str]]] = {}
    data = _measuring.get_data()
    for file in data.measured_files():
        of_file: dict[int, list[str]] = defaultdict(list)
        for line, contexts in data.contexts_by_lineno(file).items():
            of_file[line] = [each for each in contexts if each in tests or each in _fixtures]
        lines[str(Path(file).relative_to(Path.cwd()))] = of_file
    written = msgspec.json.encode(LineMap(tests, _fixtures, lines))
    session.config.getoption("line_map").write_bytes(written)
