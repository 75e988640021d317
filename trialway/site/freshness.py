"""How old the data is: the last load ─▶ **Freshness** ─▶ foot of every page, banner when too old."""

import datetime as dt

from django.conf import settings
from msgspec import Struct

from trialway.archive.models import Load
from trialway.site.presenters.dates import day_words
from trialway.site.presenters.words import counted


class Freshness(Struct, frozen=True):
    """``day`` is None while nothing is loaded; ``warning`` is empty unless the data is too old."""

    day: dt.date | None = None
    words: str = ""
    warning: str = ""


def freshness(today: dt.date) -> Freshness:
    """One query, whatever the page."""
    seen = Load.objects.order_by("-seen").values_list("seen", flat=True).first()
    return fresh_since(seen.date(), today, settings.STALE_DAYS) if seen else Freshness()


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
