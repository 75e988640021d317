"""Server time of the results pages and pictures of a loaded data folder.

trialway load records.jsonl.zst --data /tmp/bench
python -m bench.results --data /tmp/bench
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bench import machine
from trialway.commands.common import open_store
from trialway.results.charts.choose_chart import chart
from trialway.results.charts.svg import svg
from trialway.results.reported import Reported, reported


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    open_store(parser.parse_args().data)
    from django.core.management import call_command
    from django.test import Client

    from trialway.archive.trials import trials_changed_after

    call_command("collectstatic", interactive=False, verbosity=0)
    client = Client(headers={"host": "localhost"})
    reports = {trial.slug: report for trial in trials_changed_after(0) if (report := reported(trial.main))}
    client.get(f"/trial/{next(iter(reports))}/results")  # templates are read once
    print(machine.describe())
    print(f"{len(reports)} trials with results\n")
    pages = {slug: _timed(lambda slug=slug: client.get(f"/trial/{slug}/results")) for slug in reports}
    largest = max(reports, key=lambda slug: len(client.get(f"/trial/{slug}/results.json").content))
    drawn = [key for slug, report in list(reports.items())[::8] for key in _drawable(slug, report)]
    first = [_timed(lambda address=address: client.get(address)) for address in drawn]
    again = [_timed(lambda address=address: client.get(address)) for address in drawn]
    rows = [
        _row("overview", list(pages.values())),
        _row(f"the largest overview ({largest})", [pages[largest]]),
        _row("picture, not cached", first[1:]),
        _row("picture, cached", again),
    ]
    print(machine.table(("what", "times", "median ms", "p95 ms", "most ms"), rows))


def _drawable(slug: str, report: Reported) -> list[str]:
    """Addresses of pictures; the engine is started on the way."""
    keys = [table.key for table in (*report.flow, *report.baseline, *report.events)]
    keys += [key for key, _ in report.outcomes[:5]]
    found = [key for key in keys if chart(report, key)]
    if found:
        drawn = chart(report, found[0])
        assert drawn
        svg(drawn)
    return [f"/trial/{slug}/results/{key}.svg" for key in found]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def _row(what: str, times: list[float]) -> tuple[object, ...]:
    ordered = sorted(times)
    return what, len(times), statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1]


if __name__ == "__main__":
    main()
