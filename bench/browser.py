"""A browser without a screen: requests to the site in this process, and all that a first visit fetches."""

import gzip
import io
import re
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

# A picture inside what is folded is fetched when a reader opens it.
_NEEDED = re.compile(
    rb"""<(?:link rel="(?:stylesheet|icon|manifest)"[^>]* href|script[^>]* src"""
    rb"""|img(?![^>]* loading="lazy")[^>]* src)="([^"]+)\""""
)
_IMPORTED = re.compile(rb"""(?:from|import)\s*\(?["']([./][^"']+)["']|url\(["']?([^"')]+)["']?\)""")


class Answer(NamedTuple):
    """What came over the wire."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> bytes:
        return gzip.decompress(self.body) if self.headers.get("Content-Encoding") == "gzip" else self.body


class Browser:
    """Make it when Django's settings can be read."""

    def __init__(self) -> None:
        from trialway.wsgi import application

        self.application = application

    def get(self, address: str, *, tag: str = "", packed: bool = True) -> Answer:
        """The whole answer; ``tag``: of what this browser has already."""
        parts = urlsplit(address)
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": parts.path, "QUERY_STRING": parts.query,
            "SERVER_NAME": "localhost", "SERVER_PORT": "80", "HTTP_HOST": "localhost",
            "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.version": (1, 0), "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(), "wsgi.multithread": True,
            "wsgi.multiprocess": True, "wsgi.run_once": False,
            "HTTP_ACCEPT_ENCODING": "gzip" if packed else "identity",
        }  # fmt: skip
        if tag:
            environ["HTTP_IF_NONE_MATCH"] = tag
        started: list[Any] = []
        given = self.application(environ, lambda status, headers, *_: started.extend((status, headers)))
        try:
            body = b"".join(given)
        finally:
            if hasattr(given, "close"):
                given.close()
        return Answer(int(started[0].split()[0]), dict(started[1]), body)

    def queries(self, address: str, tag: str = "") -> int:
        """How often the page asks the database."""
        from django.db import connection

        asked: list[str] = []

        def note(execute: Any, sql: str, *rest: Any) -> Any:
            asked.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(note):
            self.get(address, tag=tag)
        return len(asked)


def first_visit(browser: Browser, address: str, *, packed: bool) -> int:
    """Bytes of the bodies of a page and of every file that it, its styles and its scripts name."""
    page = browser.get(address, packed=packed)
    total = len(page.body)
    waiting = [urljoin(address, each.decode()) for each in _NEEDED.findall(page.text)]
    fetched: set[str] = set()
    while waiting:
        each = waiting.pop()
        if each in fetched or each.startswith("data:"):
            continue
        fetched.add(each)
        answer = browser.get(each, packed=packed)
        assert answer.status == 200, (each, answer.status)
        total += len(answer.body)
        waiting += [urljoin(each, name) for name in _named(answer.text)]
    return total


def _named(file: bytes) -> Iterable[str]:
    for imported, shown in _IMPORTED.findall(file):
        yield (imported or shown).decode()
