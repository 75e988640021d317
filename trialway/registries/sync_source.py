"""What a sync asks of a registry's API, whichever registry it is: data version, counts, pages, one record."""

import datetime as dt
from typing import NamedTuple, Protocol

from trialway.registries.subset import Subset


class DataVersion(NamedTuple):
    """``timestamp``: when the registry last refreshed its data, beginning with the day as 2026-06-18, however
    the registry writes it; ``etag`` to ask again, None where the registry gives none."""

    timestamp: str
    etag: str | None

    @property
    def day(self) -> dt.date:
        """The day of the data."""
        return dt.date.fromisoformat(self.timestamp[:10])


class Between(NamedTuple):
    """Days of the last update, both included; None is open."""

    first: dt.date | None
    last: dt.date | None


class Page(NamedTuple):
    """Raw records; ``total`` is told on first pages only."""

    studies: list[bytes]
    next_token: str | None
    total: int | None


class SyncSource(Protocol):
    """A registry's API as one client sees it.

    ``registry``: its key; ``address``: of the API; ``first_day``: no record was updated before it. All
    methods raise RegistryError when the registry cannot be fetched from, and SettingError for a subset that
    the registry cannot tell from the rest.
    """

    registry: str
    address: str
    first_day: dt.date

    def version(self, etag: str | None = None) -> DataVersion | None:
        """The registry's data version; None when it is still that of ``etag``, never where there is none."""
        ...

    def total(self, subset: Subset, between: Between | None = None) -> int:
        """How many records there are."""
        ...

    def page(self, subset: Subset, between: Between | None, token: str | None) -> Page:
        """One page of whole records, oldest update first. Refused, status 400, when the token has expired."""
        ...

    def page_of_numbers(self, subset: Subset, token: str | None) -> Page:
        """One page of records of which only the numbers are needed."""
        ...

    def study(self, number: str) -> bytes | None:
        """One record, under another number when this one is an alias; None when it is gone."""
        ...
