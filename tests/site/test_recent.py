"""A trial that was just read is not read again, until it or the index has changed."""

import pytest

from trialway.archive.trials import find_address
from trialway.caches import Cache
from trialway.site import trial_cache
from trialway.site.trial_cache import cached_trial


@pytest.fixture
def read(monkeypatch) -> list[int]:
    """The numbers of the trials that were read from the store."""
    found = []

    def reading(number):
        found.append(number)
        return get_trial(number)

    get_trial = trial_cache.get_trial
    monkeypatch.setattr(trial_cache, "get_trial", reading)
    return found


def test_the_views_of_a_trial_read_it_once(site, read):
    for view in ("", "/professional", "/expert"):
        assert site.get(f"/trial/NCT04740918{view}").status_code == 200
    assert read == [find_address("NCT04740918").number]


@pytest.fixture(autouse=True)
def clock(monkeypatch) -> list[float]:
    """What the clock shows, in seconds; it stands still."""
    now = [1000.0]
    empty = Cache("trials as read", trial_cache.MOST, trial_cache.SECONDS, timer=lambda: now[0])
    monkeypatch.setattr(trial_cache, "_trials", empty)
    return now


def test_nothing_is_kept_for_longer_than_a_minute(site, read, clock):
    address = find_address("NCT04740918")
    cached_trial(address)
    clock[0] += 60
    read.clear()
    cached_trial(address)
    assert read == [address.number]


def test_what_changed_is_read_anew(site, read):
    address = find_address("NCT04740918")
    cached_trial(address)
    read.clear()
    cached_trial(address)
    assert read == []
    cached_trial(address._replace(change=address.change + 1))
    assert read == [address.number]


def test_without_an_index_nothing_is_kept(site, read, monkeypatch):
    monkeypatch.setattr(trial_cache, "index_state", lambda: None)
    address = find_address("NCT04740918")
    cached_trial(address)
    cached_trial(address)
    assert read == [address.number] * 2
