"""Caches in memory: what may be kept, how many at most, and how often that helped ─▶ `/healthz`.

Least recently used entries go first (``cachetools``). Small tables that never change and pure functions of
one value keep ``functools.cache``; everything whose key comes from a request or from data stands here.

| name | at most | kept for |
| --- | --- | --- |
| trials as read | 50 | a minute, until the index changes |
| searches without words | 100 an index | as long as the index is open |
| related trials | 500 an index | as long as its columns are open |
| mentioned trials | 500 an index | as long as the index is open |
| rules of criteria | 5,000 | as long as the process runs |
"""

import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from cachetools import LRUCache, TTLCache
from msgspec import Struct

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class CacheStatistics(Struct, frozen=True):
    """Of all caches of one name in this process."""

    name: str
    entries: int
    limit: int
    hits: int
    misses: int


class Cache(Generic[K, V]):
    """At most ``limit`` values by key, safe for several threads; ``seconds`` is how long one is kept."""

    def __init__(
        self, name: str, limit: int, seconds: float = 0, timer: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = name
        self.hits = self.misses = 0
        self._lock = Lock()
        self._values: LRUCache[K, V] = (
            TTLCache(limit, seconds, timer) if seconds else LRUCache(limit)  # type: ignore[assignment]
        )
        _every.add(self)

    def get(self, key: K) -> V | None:
        """None when it is not kept."""
        with self._lock:
            found = self._values.get(key)
            self.hits, self.misses = self.hits + (found is not None), self.misses + (found is None)
            return found

    def keep(self, key: K, value: V) -> None:
        """Keep a value, in the place of the one used longest ago where there is no room."""
        with self._lock:
            self._values[key] = value

    def get_or_make(self, key: K, make: Callable[[], V]) -> V:
        """The value that is kept, or a new one. Two threads may both make it; either is as good."""
        found = self.get(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def __len__(self) -> int:
        with self._lock:
            return len(self._values)

    def clear(self) -> None:
        """Keep nothing any more."""
        with self._lock:
            self._values.clear()

    @property
    def limit(self) -> int:
        return int(self._values.maxsize)


_every: "WeakSet[Cache[Any, Any]]" = WeakSet()  # those of an index go with it


def statistics() -> list[CacheStatistics]:
    """The caches of this process, by name."""
    found: dict[str, CacheStatistics] = {}
    for cache in list(_every):
        before = found.get(cache.name, CacheStatistics(cache.name, 0, 0, 0, 0))
        found[cache.name] = CacheStatistics(
            cache.name,
            before.entries + len(cache),
            before.limit + cache.limit,
            before.hits + cache.hits,
            before.misses + cache.misses,
        )
    return [found[name] for name in sorted(found)]
