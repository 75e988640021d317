"""A pure function applied to many things in a second process, in order, while this one goes on."""

import gc
import itertools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import TypeVar

from trialway.errors import SecondProcessLost

A = TypeVar("A")
B = TypeVar("B")

# Below this many things the second process would take longer to start than to work.
FEW = 1000
_CHUNK_THINGS = 64
_CHUNK_WEIGHT = 4 * 1024 * 1024
_CHUNKS_AHEAD = 4


def prefetch_in_process(
    function: Callable[[A], B], things: Iterable[A], weight: Callable[[A], int]
) -> Iterator[B]:
    """As ``map``, with bounded memory; ``weight``: bytes of a thing. All must be picklable."""
    things = iter(things)
    yield from map(function, itertools.islice(things, FEW))
    chunks = _chunks(things, weight)
    first = next(chunks, None)
    if first is None:
        return
    # Not forked: what is open here, a database above all, must not be open twice.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, initializer=_serve) as pool:
        waiting: deque[Future[list[B]]] = deque()
        for chunk in itertools.chain([first], chunks):
            waiting.append(pool.submit(_apply, function, chunk))
            if len(waiting) > _CHUNKS_AHEAD:
                yield from _result(waiting.popleft())
        while waiting:
            yield from _result(waiting.popleft())


def _result(future: Future[list[B]]) -> list[B]:
    try:
        return future.result()
    except BrokenProcessPool:
        raise SecondProcessLost(
            "The second process was ended from outside, perhaps for want of memory; run the same again."
        ) from None


def _chunks(things: Iterator[A], weight: Callable[[A], int]) -> Iterator[list[A]]:
    chunk: list[A] = []
    total = 0
    for thing in things:
        chunk.append(thing)
        total += weight(thing)
        if len(chunk) >= _CHUNK_THINGS or total >= _CHUNK_WEIGHT:
            yield chunk
            chunk, total = [], 0
    if chunk:
        yield chunk


def _apply(function: Callable[[A], B], chunk: list[A]) -> list[B]:
    return [function(thing) for thing in chunk]


def _serve() -> None:
    """Ctrl-C is the parent's business; but when the parent was killed nobody else would end this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Records are trees without cycles; to look for some again and again took a third of the time.
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
    parent = multiprocessing.parent_process()
    assert parent is not None, "a second process has a first"

    def end_with_parent() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=end_with_parent, daemon=True).start()
