"""What the first visitor would wait for, made ready beforehand: index ─**readiness**▶ pages.

After a start, and after every update of the index, some pages are asked for once. Nothing depends on it;
whoever comes earlier waits. Two things are waited for, and they are made ready apart:

- What lies in a worker's own memory (the index opened, words and word lists, what is counted over all
  trials) no other worker can make ready for it. The workers of a machine do it one after the other, so that
  all but one processor are left to visitors.
- What is read from the disk is there for all once one has read it: the first worker does it, no other.
"""

import fcntl
import json
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from wsgiref.types import WSGIApplication
from wsgiref.util import setup_testing_defaults

from django.conf import settings

from trialway.search.engine.base import Engine
from trialway.site.index_state import index_state
from trialway.site.search_index import index_health

# An update of the index is seen so soon; to look costs four calls of the system.
SECONDS = 5
OF_EACH = ("/", "/search", "/search/filters", "/suggest?q=can")
VIEWS_OF_EACH = ("",)
OF_ONE = ("/search/filters/values?in=condition&find=can", "/search?q=cancer&near=Lyon")
VIEWS_OF_ONE = ("/professional", "/expert")


def stay_ready(site: WSGIApplication, stopped: threading.Event) -> None:
    """Look for another index again and again, until ``stopped``."""
    ready: Engine | None = None
    while not stopped.is_set():
        try:
            ready = _ready(site, ready)
        except Exception:
            # Whatever is wrong, the pages say it to those who ask for them; the watch must go on.
            logging.getLogger(__name__).exception("The index could not be made ready.")
        stopped.wait(SECONDS)


def _ready(site: WSGIApplication, before: Engine | None) -> Engine | None:
    engine = index_health().engine
    if engine is None:
        return before
    if engine is not before:
        with _turn() as is_first:
            _visit_all(site, OF_EACH, VIEWS_OF_EACH)
            if is_first:
                _visit_all(site, OF_ONE, VIEWS_OF_ONE)
    return engine


@contextmanager
def _turn() -> Iterator[bool]:
    """Wait until no other worker makes itself ready; whether this is the first one to be done with this index
    since the server was started. The lock is free when its holder ends, however that happens."""
    state = repr((os.getppid(), index_state()))
    with open(os.open(settings.DATA_FOLDER.lock("warm-up"), os.O_RDWR | os.O_CREAT, 0o600), "r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        is_first = lock.read() != state
        yield is_first
        lock.seek(0)
        lock.truncate()
        lock.write(state)


def _visit_all(site: WSGIApplication, addresses: tuple[str, ...], views: tuple[str, ...]) -> None:
    """The addresses, and these views of some trial."""
    for address in addresses:
        visit(site, address)
    for hit in json.loads(visit(site, "/search.json?q=cancer"))["hits"][:1]:
        for view in views:
            visit(site, f"/trial/{hit['card']['slug']}{view}")


def visit(site: WSGIApplication, address: str) -> bytes:
    """What the site answers to somebody on this machine."""
    path, _, query = address.partition("?")
    environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost"}
    setup_testing_defaults(environ)
    answer = site(environ, lambda *_: lambda _: None)
    try:
        return b"".join(answer)
    finally:
        if hasattr(answer, "close"):
            answer.close()
