"""A registry on this machine that behaves like ClinicalTrials.gov's API, at its best and at its worst.

with Registry(studies) as registry:
    registry.faults = {3: truncated, 5: busy}    # the third and the fifth request go wrong
    sync(..., Source(client, registry.address), ...)
"""

import datetime as dt
import gzip
import json
import re
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

_RANGE = re.compile(r"AREA\[LastUpdatePostDate\]RANGE\[(\S+?),(\S+?)\]")
_COUNTRY = re.compile(r'AREA\[LocationCountry\]"([^"]+)"')


class Handler(BaseHTTPRequestHandler):
    registry: "Registry"
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        number = self.registry.count(self.path, self.headers)
        fault = self.registry.faults.get(number)
        if fault and fault(self):
            return
        self.registry.answer(self, parts.path, asked)

    def send(self, status, body, *, kind="application/json", **headers):
        packed = gzip.compress(body, 1) if "gzip" in self.headers.get("Accept-Encoding", "") else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(packed)))
        if packed is not body:
            self.send_header("Content-Encoding", "gzip")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(packed)

    def log_message(self, *_):
        pass


class Registry:
    """``studies``: what it holds; change them and ``timestamp`` between syncs.

    A registry of another shape overrides ``number`` and ``answer``.
    """

    def __init__(
        self, studies: list[dict], *, largest_page: int = 50, timestamp: str = "2026-06-18T09:00:04"
    ):
        self.studies = {self.number(study): study for study in studies}
        self.aliases: dict[str, str] = {}
        self.largest_page = largest_page
        self.timestamp = timestamp
        self.faults: dict[int, Callable[[Handler], bool]] = {}
        self.requests: list[str] = []
        self.agents: set[str] = set()
        self.tokens: dict[str, tuple[list[str], int]] = {}
        self.half = False
        self.lock = threading.Lock()
        handler = type("Bound", (Handler,), {"registry": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # a client that was killed hangs up; that is no news
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def number(self, study: dict) -> str:
        return number_of(study)

    def __enter__(self):
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def count(self, path: str, headers) -> int:
        with self.lock:
            self.requests.append(path)
            self.agents.add(headers["User-Agent"])
            return len(self.requests)

    def answer(self, handler: Handler, path: str, asked: dict[str, str]) -> None:
        path = path.removeprefix("/api/v2")
        if path == "/version":
            self.answer_version(handler)
        elif path == "/studies":
            self.answer_page(handler, asked)
        else:
            self.answer_study(handler, path.removeprefix("/studies/"))

    def answer_version(self, handler: Handler) -> None:
        etag = f'"{self.timestamp}"'
        if handler.headers.get("If-None-Match") == etag:
            handler.send_response(304)
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        body = {"apiVersion": "2.0.5", "dataTimestamp": self.timestamp}
        handler.send(200, json.dumps(body).encode(), ETag=etag)

    def answer_page(self, handler: Handler, asked: dict[str, str]) -> None:
        token = asked.get("pageToken")
        if token is None:
            numbers, start = self.found(asked), 0
        elif token in self.tokens:
            numbers, start = self.tokens[token]
        else:
            handler.send(400, b"The page token is not valid.", kind="text/plain")
            return
        size = min(int(asked.get("pageSize", 10)), self.largest_page)
        chosen = [self.studies[number] for number in numbers[start : start + size] if number in self.studies]
        body: dict = {
            "studies": [thin(study) if asked.get("fields") == "NCTId" else study for study in chosen]
        }
        if asked.get("countTotal") == "true" and token is None:
            body["totalCount"] = len(numbers)
        if start + size < len(numbers) and size > 1:
            body["nextPageToken"] = f"t{len(self.tokens)}"
            self.tokens[body["nextPageToken"]] = (numbers, start + size)
        handler.send(200, json.dumps(body).encode())

    def answer_study(self, handler: Handler, number: str) -> None:
        if number in self.aliases:
            handler.send_response(301)
            handler.send_header("Location", f"/api/v2/studies/{self.aliases[number]}")
            handler.send_header("Content-Length", "0")
            handler.end_headers()
        elif number in self.studies:
            handler.send(200, json.dumps(self.studies[number]).encode())
        else:
            handler.send(404, f"NCT number {number} not found".encode(), kind="text/plain")

    def found(self, asked: dict[str, str]) -> list[str]:
        condition = asked.get("filter.advanced", "")
        between, country = _RANGE.search(condition), _COUNTRY.search(condition)
        first, last = between.groups() if between else ("MIN", "MAX")
        numbers = [
            number
            for number, study in self.studies.items()
            if (first == "MIN" or updated(study) >= first)
            and (last == "MAX" or updated(study) <= last)
            and (country is None or country[1] in countries(study))
        ]
        numbers.sort(key=lambda number: (updated(self.studies[number]), number))
        return numbers[::2] if self.half else numbers


def number_of(study: dict) -> str:
    return study["protocolSection"]["identificationModule"]["nctId"]


def updated(study: dict) -> str:
    return study["protocolSection"]["statusModule"]["lastUpdatePostDateStruct"]["date"]


def countries(study: dict) -> set[str]:
    places = study["protocolSection"].get("contactsLocationsModule", {}).get("locations", [])
    return {place.get("country", "") for place in places}


def thin(study: dict) -> dict:
    return {"protocolSection": {"identificationModule": {"nctId": number_of(study)}}}


def a_study(number: int, day: dt.date = dt.date(2024, 1, 1), **status: object) -> dict:
    """A small study; ``status`` goes into its status module."""
    return {
        "protocolSection": {
            "identificationModule": {"nctId": f"NCT{number:08}", "briefTitle": f"Study {number}"},
            "statusModule": {"lastUpdatePostDateStruct": {"date": day.isoformat()}, **status},
        }
    }


# Faults: each answers a request wrongly and returns True, or does harm unseen and returns False.


def busy(handler: Handler) -> bool:
    handler.send(429, b"slow down", kind="text/plain", Retry_After="7")
    return True


def failing(handler: Handler) -> bool:
    handler.send(503, b"<html>Service Unavailable</html>", kind="text/html")
    return True


def truncated(handler: Handler) -> bool:
    """The connection breaks in the middle of the body."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "10000")
    handler.end_headers()
    handler.wfile.write(b'{"studies": [{"protocolSection":')
    handler.close_connection = True
    return True


def cut_short(handler: Handler) -> bool:
    """The body ends early and says so wrongly: no JSON."""
    handler.send(200, b'{"studies": [{"protocolSection": {')
    return True


def web_page(handler: Handler) -> bool:
    handler.send(200, b"<html><body>We are being maintained.</body></html>", kind="text/html")
    return True


def silent(handler: Handler) -> bool:
    """Nothing comes for longer than anybody waits."""
    time.sleep(0.6)
    handler.close_connection = True
    return True


def hung_up(handler: Handler) -> bool:
    handler.close_connection = True
    return True


def forgets_tokens(handler: Handler) -> bool:
    handler.registry.tokens.clear()
    return False


def leads_away(handler: Handler) -> bool:
    handler.send_response(302)
    handler.send_header("Location", "https://elsewhere.example/api/v2/version")
    handler.send_header("Content-Length", "0")
    handler.end_headers()
    return True


def enormous(handler: Handler) -> bool:
    handler.send(200, b'{"studies": [' + b" " * 3_000_000 + b"]}")
    return True
