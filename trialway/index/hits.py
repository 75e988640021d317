"""A trial that matches, and what it is shown from: engine ─▶ **hit** ─▶ answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from trialway.index.areas import Texts
from trialway.index.cards import Card
from trialway.index.kin import Kin
from trialway.index.near import Nearest
from trialway.index.packing import Stored
from trialway.index.sites import ShownSite


@dataclass(frozen=True)
class Hit:
    """A trial that matches. ``score`` is None when the hits are sorted by a date.

    What it is shown from is read when it is asked for: reading 20 takes longer than to find them. ``nearest``
    is the best of its sites that fit, when something was asked of sites.
    """

    number: int
    score: float | None
    read: Callable[[], Stored] = field(repr=False, compare=False)
    nearest: Nearest | None = None

    @cached_property
    def stored(self) -> Stored:
        return self.read()

    @cached_property
    def card(self) -> Card:
        return msgspec.msgpack.decode(self.stored.card, type=Card)

    @property
    def texts(self) -> Texts:
        return msgspec.msgpack.decode(self.stored.texts, type=dict[str, tuple[str, ...]])

    @cached_property
    def kin(self) -> Kin:
        return msgspec.msgpack.decode(self.stored.kin, type=Kin)

    @property
    def sites(self) -> tuple[ShownSite, ...]:
        return msgspec.msgpack.decode(self.stored.sites, type=tuple[ShownSite, ...])

    def site(self, at: int) -> ShownSite:
        """One of the sites, without reading the others."""
        found = msgspec.msgpack.decode(self.stored.sites, type=tuple[msgspec.Raw, ...])
        return msgspec.msgpack.decode(found[at], type=ShownSite)
