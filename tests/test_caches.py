"""A cache keeps no more than it may, the used rather than the unused, for as long as it may."""

import gc
from threading import Thread

from hypothesis import given
from hypothesis import strategies as st

from trialway.caches import Cache, statistics


def figures(name):
    return [(each.entries, each.limit, each.hits, each.misses) for each in statistics() if each.name == name]


@given(st.lists(st.integers(0, 9)), st.integers(1, 5))
def test_it_gives_what_was_made_for_the_key_and_holds_no_more_than_it_may(keys, limit):
    cache = Cache("some", limit)

    for key in keys:
        assert cache.get_or_make(key, lambda key=key: f"made for {key}") == f"made for {key}"
        assert len(cache) <= limit


def test_what_was_used_longest_ago_goes_first():
    cache = Cache("some", 2)
    for key in "ab":
        cache.keep(key, key)
    cache.get("a")
    cache.keep("c", "c")

    assert [cache.get(key) for key in "abc"] == ["a", None, "c"]


def test_nothing_is_kept_for_longer_than_it_may():
    now = [0.0]
    cache = Cache("some", 10, seconds=60, timer=lambda: now[0])
    cache.keep("a", 1)
    now[0] = 59.9
    assert cache.get("a") == 1
    now[0] = 60.0
    assert cache.get("a") is None


def test_caches_of_one_name_are_told_together_and_one_that_is_gone_is_not():
    first, second = Cache("of an index", 3), Cache("of an index", 3)
    first.get_or_make("a", lambda: 1)
    second.get_or_make("b", lambda: 1)
    second.get("b")

    assert figures("of an index") == [(2, 6, 1, 2)]
    del first
    gc.collect()
    assert figures("of an index") == [(1, 3, 1, 1)]


def test_threads_may_use_it_at_once():
    cache = Cache("some", 50)
    found = []

    def ask():
        found.extend(
            cache.get_or_make(number % 70, lambda number=number: number % 70) for number in range(2000)
        )

    threads = [Thread(target=ask) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert all(value in range(70) for value in found)
    assert len(found) == 8000
    assert len(cache) == 50
