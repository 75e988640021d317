"""Server time, database queries and bytes of the pages, asked in this process as a server asks: by WSGI.

python -m bench.load --count 600000 --data /tmp/bench --keep
python -m bench.pages --data /tmp/bench

Made trials with 50 and with 1,000 sites, twenty real studies each, are loaded into the data folder first and
asked for in turn. Times include gzip, as browsers ask for it; "first asked" is the median of what each
address took at first, the others of what it took from then on; bytes of a first visit count the page and
every file that it needs.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from bench import machine
from bench.browser import Browser, first_visit
from bench.special import load_trials_of_sites
from bench.timing import percentile
from trialway.commands.common import open_store


class Page(NamedTuple):
    """A kind of page: its addresses, asked in turn; ``again``: by a browser that has it already."""

    name: str
    addresses: list[str]
    again: bool = False


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="a data folder of bench.load")
    parser.add_argument("--asked", type=int, default=100, help="how often each page is asked for")
    options = parser.parse_args()
    os.environ["TRIALWAY_HOSTS"] = "localhost"
    few, many = load_trials_of_sites(options.data, 50, 1000)
    open_store(options.data)

    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    print(machine.describe())
    browser = Browser()
    measured = [_row(browser, page, options.asked) for page in _pages(options.data, few, many)]
    head = (
        "ms", "first asked", "median", "p95", "CPU median", "queries", "kB", "kB packed", "first visit kB",
        "packed",
    )  # fmt: skip
    print(machine.table(head, measured))
    print(f"\n{machine.load()}")


def _pages(data: Path, few: list[str], many: list[str]) -> list[Page]:
    from bench.queries import draw
    from trialway.data_folder import DataFolder
    from trialway.search.engine.reader import open_index

    engine = open_index(DataFolder(data).index)
    print(f"{len(engine):,} trials\n")
    words = [quote(query.text.typed) for query in draw(engine, 50)[0].queries]
    return [
        Page("home", ["/"]),
        Page("search, no words", ["/search"]),
        Page("search, two words", [f"/search?q={each}" for each in words]),
        Page("search as JSON", [f"/search.json?q={each}" for each in words]),
        Page("patient page, 50 sites", [f"/trial/{each}" for each in few]),
        Page("patient page, 50 sites, near Lyon", [f"/trial/{each}?near=Lyon" for each in few]),
        Page("professional page, 50 sites", [f"/trial/{each}/professional" for each in few]),
        Page("expert page, 50 sites", [f"/trial/{each}/expert" for each in few]),
        Page("expert page, 1,000 sites", [f"/trial/{each}/expert" for each in many]),
        Page("JSON of a trial, 50 sites", [f"/trial/{each}.json" for each in few]),
        Page("304 of the expert page", [f"/trial/{each}/expert" for each in few], again=True),
        Page("304 of a search", [f"/search?q={each}" for each in words], again=True),
    ]


def _row(browser: Browser, page: Page, asked: int) -> tuple[object, ...]:
    first = [_time(lambda address=address: browser.get(address)) for address in page.addresses]
    taken, spent = [], []
    for turn in range(asked):
        address = page.addresses[turn % len(page.addresses)]
        tag = browser.get(address).headers["ETag"] if page.again else ""
        began, before = time.perf_counter(), time.thread_time()
        answer = browser.get(address, tag=tag)
        taken.append((time.perf_counter() - began) * 1000)
        spent.append((time.thread_time() - before) * 1000)
        assert answer.status == (304 if page.again else 200), (address, answer.status)
    sizes = ("", "", "", "") if page.again else _sizes(browser, page.addresses[0])
    queries = browser.queries(page.addresses[0], tag)
    first_asked = "" if page.again else statistics.median(first)
    times = (first_asked, statistics.median(taken), percentile(taken, 0.95), statistics.median(spent))
    return (page.name, *times, queries, *sizes)


def _time(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


def _sizes(browser: Browser, address: str) -> tuple[object, ...]:
    plain, packed = (len(browser.get(address, packed=how).body) / 1000 for how in (False, True))
    if ".json" in address:
        return (plain, packed, "", "")
    whole = [first_visit(browser, address, packed=how) / 1000 for how in (False, True)]
    return (plain, packed, *whole)


if __name__ == "__main__":
    main()
