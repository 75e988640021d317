"""Says where the site is once it answers: the server's start ─▶ a request to itself ─▶ **one sentence**."""

import http.client
import threading
import time
from contextlib import closing

from trialway.commands.common import print_notice

SECONDS_BETWEEN = 0.1
# A request that came before any worker may wait for the last of them; the next one finds the first.
SECONDS_TO_ANSWER = 2
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - to compare with, not to bind to


def announce_when_answering(host: str, port: int, sentence: str) -> None:
    """Return at once; ``sentence`` is printed with the first answer, whatever its status."""
    threading.Thread(target=_wait_and_say, args=(host, port, sentence), name="announce", daemon=True).start()


def _wait_and_say(host: str, port: int, sentence: str) -> None:
    while not _answers(host, port):
        time.sleep(SECONDS_BETWEEN)
    print_notice(sentence)


def _answers(host: str, port: int) -> bool:
    address = EVERYWHERE.get(host, host)
    with closing(http.client.HTTPConnection(address, port, timeout=SECONDS_TO_ANSWER)) as connection:
        try:
            connection.request("GET", "/healthz", headers={"Host": "localhost", "Connection": "close"})
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            return False
    return True
