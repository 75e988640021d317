"""Hit: a matching trial, and what it is shown from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from trialway.search.document.areas import AreaTexts
from trialway.search.document.encode_document import StoredDocument
from trialway.search.document.result_summary import ResultSummary
from trialway.search.document.sites import ShownSite
from trialway.search.document.topic_profile import TopicProfile
from trialway.search.geo.site_filters import NearestSite


@dataclass(frozen=True)
class Hit:
    """A trial that matches. ``score`` is None when the hits are sorted by a date.

    What it is shown from is read when it is asked for: reading 20 takes longer than to find them. ``nearest``
    is the best of its sites that fit, when something was asked of sites.
    """

    number: int
    score: float | None
    read: Callable[[], StoredDocument] = field(repr=False, compare=False)
    nearest: NearestSite | None = None

    @cached_property
    def stored(self) -> StoredDocument:
        return self.read()

    @cached_property
    def card(self) -> ResultSummary:
        return msgspec.msgpack.decode(self.stored.card, type=ResultSummary)

    @property
    def texts(self) -> AreaTexts:
        return msgspec.msgpack.decode(self.stored.texts, type=dict[str, tuple[str, ...]])

    @cached_property
    def topics(self) -> TopicProfile:
        return msgspec.msgpack.decode(self.stored.topics, type=TopicProfile)

    @property
    def sites(self) -> tuple[ShownSite, ...]:
        return msgspec.msgpack.decode(self.stored.sites, type=tuple[ShownSite, ...])

    def site(self, at: int) -> ShownSite:
        """One of the sites, without reading the others."""
        found = msgspec.msgpack.decode(self.stored.sites, type=tuple[msgspec.Raw, ...])
        return msgspec.msgpack.decode(found[at], type=ShownSite)
