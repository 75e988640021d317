"""How old the data is: the last load ─▶ **Freshness** ─▶ foot of every page, banner when too old."""

import datetime as dt
import time
from functools import lru_cache

from django.conf import settings
from django.db import connection
from msgspec import Struct

from trialway.archive.models import Load
from trialway.site.presenters.dates import day_words
from trialway.site.presenters.words import counted

_KEPT_SECONDS = 60


class Freshness(Struct, frozen=True):
    """``day`` is None while nothing is loaded; ``warning`` is empty unless the data is too old."""

    day: dt.date | None = None
    words: str = ""
    warning: str = ""


def freshness(today: dt.date) -> Freshness:
    """One query a minute, whatever the pages; syncs are loads too."""
    day = _newest(str(connection.settings_dict["NAME"]), int(time.monotonic() // _KEPT_SECONDS))
    return fresh_since(day, today, settings.STALE_DAYS) if day else Freshness()


@lru_cache(maxsize=4)
def _newest(_store: str, _minute: int) -> dt.date | None:
    """The day that the newest load speaks of."""
    seen = Load.objects.order_by("-seen").values_list("seen", flat=True).first()
    return seen.date() if seen else None


def fresh_since(day: dt.date, today: dt.date, stale_days: int) -> Freshness:
    age = (today - day).days
    words = day_words(day)
    if age <= stale_days:
        return Freshness(day, words)
    warning = (
        f"What you see here is as the registries had it on {words}, {counted(age, 'day')} ago. "
        "Look at the registry itself before you rely on it."
    )
    return Freshness(day, words, warning)
