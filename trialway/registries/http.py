"""The one polite client that all registries are fetched with: slow on purpose, patient, and hard to fool.

One request at a time, a pause between two, longer and longer pauses when the registry is busy or its answer
is broken. Answers are capped in size and time; hosts are on a list, and redirects off the list are refused.
"""

import random
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple, TypeVar
from urllib.parse import urljoin, urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from trialway import __version__
from trialway.errors import TrialwayError

T = TypeVar("T")

USER_AGENT = (
    f"Trialway/{__version__} (open-source clinical-trial finder; fetches slowly; see the operator's site)"
)
MAX_BYTES = 512 * 1024 * 1024
MAX_SECONDS = 900.0
LONGEST_PAUSE = 600.0
MAX_REDIRECTS = 5
_CHUNK = 64 * 1024


class RegistryError(TrialwayError):
    """A registry cannot be fetched from."""

    exit_code = 4


class RequestRefused(RegistryError):
    """The registry answered that it will not; ``status`` is the HTTP status."""

    def __init__(self, status: int, url: str, text: str) -> None:
        super().__init__(f"{url} answered {status}: {text or 'no reason given'}.")
        self.status = status


class Unsafe(RegistryError):
    """The answer is too large, or leads to a host that is not on the list. Never tried again."""


class Passing(Exception):
    """A fault that may be gone a moment later: busy, unreachable, broken off, not what was promised."""

    def __init__(self, reason: str, pause: float | None = None) -> None:
        super().__init__(reason)
        self.pause = pause


class Response(NamedTuple):
    """``status`` 200 or 304; ``etag`` to ask with next time; ``body`` unpacked."""

    status: int
    etag: str | None
    body: bytes


class Client:
    """Speaks with ``hosts`` only, ``pause`` seconds between requests; ``sleep``, ``clock``: for tests."""

    def __init__(
        self,
        hosts: frozenset[str],
        *,
        pause: float = 1.0,
        attempts: int = 8,
        timeout: float = 60.0,
        max_bytes: int = MAX_BYTES,
        max_seconds: float = MAX_SECONDS,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        note: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.hosts = hosts
        self.pause = pause
        self.max_bytes = max_bytes
        self.max_seconds = max_seconds
        self.sleep = sleep
        self.clock = clock
        self.note = note
        self.next_request = clock()
        self.http = httpx.Client(
            headers={"User-Agent": USER_AGENT, "Accept": "application/json"},
            timeout=timeout,
            follow_redirects=False,
        )
        self.retrying = Retrying(
            retry=retry_if_exception_type(Passing),
            stop=stop_after_attempt(attempts),
            wait=_wait,
            sleep=sleep,
            before_sleep=self._tell,
            reraise=True,
        )

    def close(self) -> None:
        self.http.close()

    def get(
        self, url: str, params: Mapping[str, str], read: Callable[[Response], T], *, etag: str | None = None
    ) -> T:
        """What ``read`` makes of the answer; it raises Passing when the answer is not what was promised.

        Raises Refused for an answer that says no, Unsafe, and RegistryError when all attempts failed.
        """
        try:
            return self.retrying(lambda: read(self._answer(url, params, etag)))
        except Passing as fault:
            attempts = self.retrying.statistics.get("attempt_number", 1)
            raise RegistryError(
                f"{url} could not be fetched in {attempts} attempts: {fault}. "
                "Try again later; what was fetched is kept."
            ) from None

    def _answer(self, url: str, params: Mapping[str, str], etag: str | None) -> Response:
        request = self.http.build_request("GET", url, params=dict(params))
        if etag:
            request.headers["If-None-Match"] = etag
        for _ in range(MAX_REDIRECTS + 1):
            self._refuse_unlisted(str(request.url))
            self._wait_turn()
            answer = self._send(request)
            if isinstance(answer, Response):
                return answer
            request = self.http.build_request("GET", answer)
        raise Unsafe(f"{url} redirects more than {MAX_REDIRECTS} times.")

    def _refuse_unlisted(self, url: str) -> None:
        parts = urlsplit(url)
        local = parts.hostname in {"127.0.0.1", "localhost", "::1"}
        if parts.hostname not in self.hosts or not (
            parts.scheme == "https" or (local and parts.scheme == "http")
        ):
            raise Unsafe(f"{url} is not on the list of what may be fetched: {', '.join(sorted(self.hosts))}.")

    def _wait_turn(self) -> None:
        early = self.next_request - self.clock()
        if early > 0:
            self.sleep(early)
        self.next_request = self.clock() + self.pause

    def _send(self, request: httpx.Request) -> Response | str:
        """The answer, or the address that it redirects to."""
        try:
            response = self.http.send(request, stream=True)
            try:
                if response.has_redirect_location:
                    return urljoin(str(request.url), str(response.headers.get("location", "")))
                return self._judged(response, self._body(response))
            finally:
                response.close()
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise Passing(f"{type(error).__name__} {error}".strip()) from error

    def _body(self, response: httpx.Response) -> bytes:
        deadline = self.clock() + self.max_seconds
        parts, size = [], 0
        for part in response.iter_bytes(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > self.max_bytes:
                raise Unsafe(
                    f"{response.url} sends more than {self.max_bytes >> 20} MB; no real answer is as large."
                )
            if self.clock() > deadline:
                raise Passing(f"the answer took longer than {self.max_seconds:g} seconds")
        return b"".join(parts)

    def _judged(self, response: httpx.Response, body: bytes) -> Response:
        status = response.status_code
        if status == httpx.codes.TOO_MANY_REQUESTS or status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise Passing(f"it answered {status}", _retry_after(response.headers.get("retry-after")))
        if status not in {httpx.codes.OK, httpx.codes.NOT_MODIFIED}:
            text = " ".join(body[:300].decode("utf-8", "replace").split())
            raise RequestRefused(status, str(response.url), text)
        return Response(status, response.headers.get("etag"), body)

    def _tell(self, state: RetryCallState) -> None:
        if state.outcome and state.next_action:
            self.note(f"{state.outcome.exception()}; trying again in {state.next_action.sleep:.0f} s")


def _wait(state: RetryCallState) -> float:
    """What the registry asks for, else 2, 4, 8 … seconds, a little different for everyone."""
    fault = state.outcome.exception() if state.outcome else None
    asked = fault.pause if isinstance(fault, Passing) else None
    if asked is not None:
        return min(max(asked, 1.0), LONGEST_PAUSE)
    # Not for secrecy: only so that many clients do not come back at the same moment.
    return min(2.0**state.attempt_number, 120.0) * random.uniform(0.8, 1.2)  # noqa: S311


def _retry_after(header: str | None) -> float | None:
    """Seconds, or a date; None when the registry does not say or says nonsense."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        return (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return None
