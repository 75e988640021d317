"""The polite client against a real server on this machine, at its worst."""

import pytest

from tests.registries.ctgov import replay
from tests.registries.ctgov.replay import Registry, a_study
from trialway.registries.ctgov.fetch import Between, CtgovClient
from trialway.registries.http import (
    Client,
    RegistryError,
    RequestRefused,
    Unsafe,
)
from trialway.registries.subset import Subset


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self):
        self.now = 0.0
        self.naps: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def registry():
    with Registry([a_study(1), a_study(2)]) as registry:
        yield registry


@pytest.fixture
def source(registry, clock):
    client = Client(frozenset({"127.0.0.1"}), timeout=0.3, sleep=clock.sleep, clock=clock)
    yield CtgovClient(client, registry.address)
    client.close()


def test_it_says_who_it_is(source, registry):
    source.version()
    assert all("Trialway/" in agent for agent in registry.agents)


def test_it_waits_a_second_between_requests(source, clock):
    for _ in range(3):
        source.version()
    assert clock.naps == [1.0, 1.0]


def test_it_asks_whether_anything_changed(source):
    version = source.version()
    assert source.version(version.etag) is None


@pytest.mark.parametrize(
    "fault",
    [replay.failing, replay.truncated, replay.cut_short, replay.web_page, replay.silent, replay.hung_up],
)
def test_a_passing_fault_is_waited_out(source, registry, fault):
    registry.faults = {1: fault, 2: fault}
    assert len(source.page(Subset(), None, None).studies) == 2
    assert len(registry.requests) == 3


def test_a_busy_registry_says_how_long_to_wait(source, registry, clock):
    registry.faults = {1: replay.busy}
    source.version()
    assert 7.0 in clock.naps


def test_pauses_grow(source, registry, clock):
    registry.faults = dict.fromkeys(range(1, 5), replay.failing)
    source.version()
    assert [round(nap / 2**place) for place, nap in enumerate(clock.naps, 1)] == [1, 1, 1, 1]


def test_in_the_end_it_gives_up_with_a_sentence(source, registry):
    registry.faults = dict.fromkeys(range(1, 50), replay.web_page)
    with pytest.raises(RegistryError, match="could not be fetched in 8 attempts: its version is not what"):
        source.version()


def test_a_no_is_final(source, registry):
    with pytest.raises(RequestRefused, match="400") as refused:
        source.page(Subset(), None, "t99")
    assert refused.value.status == 400
    assert len(registry.requests) == 1


def test_a_redirect_off_the_list_is_refused(source, registry):
    registry.faults = {1: replay.leads_away}
    with pytest.raises(Unsafe, match=r"elsewhere\.example"):
        source.version()


def test_a_redirect_on_the_list_is_followed(source, registry):
    registry.aliases = {"NCT00000009": "NCT00000001"}
    assert b"NCT00000001" in source.study("NCT00000009")


def test_an_answer_without_end_is_cut(registry, clock):
    client = Client(frozenset({"127.0.0.1"}), max_bytes=1_000_000, sleep=clock.sleep, clock=clock)
    registry.faults = {1: replay.enormous}
    with pytest.raises(Unsafe, match="more than"):
        CtgovClient(client, registry.address).page(Subset(), None, None)
    client.close()


def test_plain_http_is_for_this_machine_alone(clock):
    client = Client(frozenset({"clinicaltrials.gov"}), sleep=clock.sleep, clock=clock)
    with pytest.raises(Unsafe, match=r"http://clinicaltrials\.gov"):
        CtgovClient(client, "http://clinicaltrials.gov").version()
    client.close()


def test_a_study_that_is_gone_is_none(source):
    assert source.study("NCT00000003") is None


def test_words_of_a_subset_cannot_become_operators(source, registry):
    source.total(Subset(country='France" OR AREA[Phase]PHASE3 "'), Between(None, None))
    assert "%22France++OR+AREA" in registry.requests[0]
