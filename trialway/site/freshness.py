"""How old the data is: loads and syncs ─▶ **Freshness** ─▶ foot of every page, banner when too old."""

import datetime as dt
import time
from functools import lru_cache

from django.conf import settings
from django.db import connection
from msgspec import Struct

from trialway.archive.models import Load
from trialway.archive.registry_status import seen_between
from trialway.presenters.dates import day_words
from trialway.presenters.registry_text import counted

_KEPT_SECONDS = 60


class Freshness(Struct, frozen=True):
    """``day``: since when nothing was looked at again, None while nothing is loaded; ``warning`` is empty
    unless that is too long ago."""

    day: dt.date | None = None
    words: str = ""
    warning: str = ""


def freshness(today: dt.date) -> Freshness:
    """One look a minute, whatever the pages; syncs are loads too."""
    days = _days(str(connection.settings_dict["NAME"]), int(time.monotonic() // _KEPT_SECONDS))
    return fresh_since(*days, today, settings.STALE_DAYS) if days else Freshness()


@lru_cache(maxsize=4)
def _days(store: str, _minute: int) -> tuple[dt.date, dt.date] | None:
    newest = Load.objects.order_by("-pk").values_list("pk", flat=True).first()
    return _days_after(store, newest) if newest else None


@lru_cache(maxsize=4)
def _days_after(_store: str, _load: int) -> tuple[dt.date, dt.date] | None:
    """Every record is looked at, which for a whole registry takes a second: once after each load."""
    return seen_between()


def fresh_since(oldest: dt.date, newest: dt.date, today: dt.date, stale_days: int) -> Freshness:
    """Told by the oldest: a single record brought in today makes the others no fresher."""
    age = (today - oldest).days
    some = oldest < newest
    words = f"{day_words(oldest)} to {day_words(newest)}" if some else day_words(newest)
    if age <= stale_days:
        return Freshness(oldest, words)
    warning = (
        f"{'Some of what' if some else 'What'} you see here is as the registries had it on "
        f"{day_words(oldest)}, {counted(age, 'day')} ago. Look at the registry itself before you rely on it."
    )
    return Freshness(oldest, words, warning)
