"""A trial that was just read is not read again, until it or the index has changed."""

from types import SimpleNamespace

import pytest

from trialway.archive.trials import find_address
from trialway.site import recent
from trialway.site.recent import recently_read


@pytest.fixture
def read(monkeypatch) -> list[int]:
    """The numbers of the trials that were read from the store."""
    found = []

    def reading(number):
        found.append(number)
        return get_trial(number)

    get_trial = recent.get_trial
    monkeypatch.setattr(recent, "get_trial", reading)
    monkeypatch.setattr(recent, "_kept", {})
    return found


def test_the_views_of_a_trial_read_it_once(site, read):
    for view in ("", "/professional", "/expert"):
        assert site.get(f"/trial/NCT04740918{view}").status_code == 200
    assert read == [find_address("NCT04740918").number]


@pytest.fixture(autouse=True)
def clock(monkeypatch) -> list[float]:
    """What the clock shows, in seconds; it stands still."""
    now = [1000.0]
    monkeypatch.setattr(recent, "time", SimpleNamespace(monotonic=lambda: now[0]))
    return now


def test_nothing_is_kept_for_longer_than_a_minute(site, read, clock):
    address = find_address("NCT04740918")
    recently_read(address)
    clock[0] += 60
    read.clear()
    recently_read(address)
    assert read == [address.number]


def test_what_changed_is_read_anew(site, read):
    address = find_address("NCT04740918")
    recently_read(address)
    read.clear()
    recently_read(address)
    assert read == []
    recently_read(address._replace(change=address.change + 1))
    assert read == [address.number]


def test_without_an_index_nothing_is_kept(site, read, monkeypatch):
    monkeypatch.setattr(recent, "index_state", lambda: None)
    address = find_address("NCT04740918")
    recently_read(address)
    recently_read(address)
    assert read == [address.number] * 2


def test_no_more_are_kept_than_there_is_room_for(site, read, monkeypatch):
    monkeypatch.setattr(recent, "MOST", 2)
    monkeypatch.setattr(recent, "_kept", {})
    addresses = [find_address(slug) for slug in ("NCT04740918", "NCT03371017")]
    for change in range(5):
        for address in addresses:
            assert recently_read(address._replace(change=change)).number == address.number
    assert len(recent._kept) <= 2
