import os
import signal

import pytest

from trialway.archive import prefetch as module
from trialway.archive.prefetch import prefetch_in_process
from trialway.errors import SecondProcessLost


def double(number: int) -> int:
    return 2 * number


def process_of(_: int) -> int:
    return os.getpid()


def end_oneself(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("count", [0, 1, 5, 300])
def test_the_results_come_in_order(monkeypatch, count):
    monkeypatch.setattr(module, "FEW", 3)
    assert list(prefetch_in_process(double, range(count), weight=lambda _: 1)) == [
        2 * number for number in range(count)
    ]


def test_a_few_things_are_done_here_and_many_elsewhere(monkeypatch):
    monkeypatch.setattr(module, "FEW", 3)
    processes = list(prefetch_in_process(process_of, range(100), weight=lambda _: 1))
    assert set(processes[:3]) == {os.getpid()}
    assert os.getpid() not in processes[3:]


def test_no_more_is_read_than_can_be_held(monkeypatch):
    monkeypatch.setattr(module, "FEW", 0)
    read = []

    def heavy():
        for number in range(1000):
            read.append(number)
            yield number

    results = prefetch_in_process(double, heavy(), weight=lambda _: module._CHUNK_WEIGHT)
    next(results)

    assert len(read) < 10
    results.close()


def test_a_lost_process_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setattr(module, "FEW", 0)
    with pytest.raises(SecondProcessLost, match="run the same again"):
        list(prefetch_in_process(end_oneself, range(10), weight=lambda _: 1))
