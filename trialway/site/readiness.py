"""What the first visitor would wait for, made ready beforehand in each worker: index ─**readiness**▶ pages.

After a start, and after every update of the index, the pages that people come by are asked for once: the
index is opened, words and word lists are read, what is counted over all trials is counted. Nothing depends on
it; whoever comes earlier waits.
"""

import json
import logging
import threading
from typing import Any
from wsgiref.types import WSGIApplication
from wsgiref.util import setup_testing_defaults

from trialway.search.tantivy_engine.engine import TantivyEngine
from trialway.site.search_index import index_health

# An update of the index is seen so soon; to look costs four calls of the system.
SECONDS = 5
FIRST = (
    *("/", "/search", "/search/filters", "/search/filters/values?in=condition&find=can"),
    *("/suggest?q=can", "/search?q=cancer&near=Lyon"),
)


def stay_ready(site: WSGIApplication, stopped: threading.Event) -> None:
    """Look for another index again and again, until ``stopped``."""
    ready: TantivyEngine | None = None
    while not stopped.is_set():
        try:
            ready = _ready(site, ready)
        except Exception:
            # Whatever is wrong, the pages say it to those who ask for them; the watch must go on.
            logging.getLogger(__name__).exception("The index could not be made ready.")
        stopped.wait(SECONDS)


def _ready(site: WSGIApplication, before: TantivyEngine | None) -> TantivyEngine | None:
    engine = index_health().engine
    if engine is None:
        return before
    if engine is not before:
        for address in FIRST:
            visit(site, address)
        for hit in json.loads(visit(site, "/search.json?q=cancer"))["hits"][:1]:
            for view in ("", "/professional", "/expert"):
                visit(site, f"/trial/{hit['card']['slug']}{view}")
    return engine


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
