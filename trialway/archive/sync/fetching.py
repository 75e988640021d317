"""Registry ─▶ spool: a pass fetched range by range, resumable after every page."""

import datetime as dt
from collections.abc import Callable, Iterator

from trialway.archive.sync.staging import Range, Staging, SyncRun
from trialway.registries.http import RequestRefused
from trialway.registries.sync_source import Between, SyncSource

# Short, for a range is started again when its page token has expired; few, for each costs a request.
LARGEST_RANGE = 20_000
_RESTARTS = 5

Progress = Callable[[SyncRun], None]


def plan(source: SyncSource, state: SyncRun, since: dt.date | None, until: dt.date) -> None:
    """Cut the days of the last update into ranges that hold a few pages each, the last one open."""
    if since is not None:
        state.ranges = [Range(since, None, source.total(state.subset, Between(since, None)))]
    else:
        closed = list(_halved(source, state, source.first_day, until))
        state.ranges = [
            Range(None, source.first_day - dt.timedelta(1)),
            *closed,
            Range(until + dt.timedelta(1), None),
        ]
    state.expected = sum(each.total for each in state.ranges)


def _halved(source: SyncSource, state: SyncRun, first: dt.date, last: dt.date) -> Iterator[Range]:
    total = source.total(state.subset, Between(first, last))
    if total <= LARGEST_RANGE or first == last:
        yield Range(first, last, total)
        return
    middle = first + (last - first) / 2
    yield from _halved(source, state, first, middle)
    yield from _halved(source, state, middle + dt.timedelta(1), last)


def fetch(source: SyncSource, spool: Staging, state: SyncRun, progress: Progress) -> None:
    """Fetch what is still missing of every range."""
    for number, each in enumerate(state.ranges):
        for _ in range(_RESTARTS):
            if _fetch_range(source, spool, state, number, progress):
                break
        else:
            raise RequestRefused(
                400, source.address, f"the pages of {each.first} to {each.last} expire again and again"
            )


def _fetch_range(source: SyncSource, spool: Staging, state: SyncRun, number: int, progress: Progress) -> bool:
    """False when the page token had expired: the range then stands at its beginning again."""
    each = state.ranges[number]
    while not each.done:
        try:
            page = source.page(state.subset, Between(each.first, each.last), each.token)
        except RequestRefused as refusal:
            if refusal.status != 400 or each.token is None:
                raise
            state.ranges[number] = Range(each.first, each.last, each.total)
            spool.remove_pages(f"{number:05}-")
            spool.write(state)
            return False
        if page.studies:
            spool.put_page(f"{number:05}-{each.pages:05}", page.studies)
        each.total = page.total if page.total is not None else each.total
        each.pages, each.fetched = each.pages + 1, each.fetched + len(page.studies)
        each.token, each.done = page.next_token, page.next_token is None
        spool.write(state)
        progress(state)
    return True
