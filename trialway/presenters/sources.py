"""Which records a piece of a page was read from, in words and with their addresses."""

import datetime as dt

from msgspec import Struct

from trialway.presenters.dates import date_words, day_words
from trialway.registries.known import label_of
from trialway.trial import Source


class SourceLine(Struct, frozen=True):
    """One record: ``registry`` and ``number`` as words, ``url`` of the registry's page."""

    registry: str
    number: str
    url: str | None
    updated: str = ""
    seen: str = ""


def source_line(source: Source) -> SourceLine:
    record = source.record
    updated = record.dates.last_update_posted
    return SourceLine(
        registry=label_of(record.registry),
        number=record.record_id,
        url=record.url,
        updated=date_words(updated) if updated else "",
        seen=day_words(source.last_seen.astimezone(dt.UTC).date()),
    )
