"""Where the data comes from and how it stands: Standing ─▶ **SourcesPage**."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from trialway.archive.registry_status import Pass, RefusedInput, RegistryStatus
from trialway.presenters.dates import date_words, day_words
from trialway.presenters.registry_text import (
    LabelledRow,
    RegistryText,
    counted,
    number,
)
from trialway.registries.base import TermsOfUse
from trialway.registries.known import REGISTRIES, label_of
from trialway.vocabulary.dates import read_date


class SourceStanding(Struct, frozen=True):
    """One registry. ``held``: why its newest data is not shown, as paragraphs."""

    name: str
    terms: TermsOfUse | None
    facts: tuple[LabelledRow, ...]
    held: tuple[str, ...]
    stale: str
    unread: tuple["UnreadValue", ...]
    unread_words: str


class UnreadValue(Struct, frozen=True):
    """A value in the registry's own words, where it stands, and in how many records."""

    what: str
    place: str
    raw: RegistryText
    records: str


class SourcesPage(Struct, frozen=True):
    registries: tuple[SourceStanding, ...]
    refused: tuple[LabelledRow, ...]


def sources_page(
    standings: tuple[RegistryStatus, ...], refused: tuple[RefusedInput, ...], today: dt.date, stale_days: int
) -> SourcesPage:
    return SourcesPage(
        registries=tuple(_registry(each, today, stale_days) for each in standings),
        refused=tuple(
            LabelledRow(each.reason, (RegistryText(counted(each.times, "time")),)) for each in refused
        ),
    )


def terms_of(registry: str) -> TermsOfUse | None:
    known = REGISTRIES.get(registry)
    return known.terms if known else None


def _registry(each: RegistryStatus, today: dt.date, stale_days: int) -> SourceStanding:
    return SourceStanding(
        name=label_of(each.registry),
        terms=terms_of(each.registry),
        facts=tuple(_facts(each, today)),
        held=tuple(_held(each.held)) if each.held else (),
        stale=_stale(each, today, stale_days),
        unread=tuple(
            UnreadValue(
                what="Left out" if value.what == "left out" else "Shown as it stands",
                place=value.place,
                raw=RegistryText(value.raw, ""),
                records=number(value.records),
            )
            for value in each.unread
        ),
        unread_words=_unread(each),
    )


def _facts(each: RegistryStatus, today: dt.date) -> Iterator[LabelledRow]:
    yield _row("Records", number(each.records))
    if each.withdrawn:
        yield _row("Withdrawn from the registry", number(each.withdrawn), "kept here and marked")
    yield _row("Versions kept", number(each.versions))
    if each.newest_update:
        yield _row("Newest update by the registry", day_words(each.newest_update))
    if each.seen:
        day = each.seen.astimezone(dt.UTC).date()
        yield _row("Data as of", day_words(day), _age((today - day).days))
    yield from _sync(each.synced) if each.synced else ()


def _sync(done: Pass) -> Iterator[LabelledRow]:
    yield _row("Last successful sync", day_words(done.finished.astimezone(dt.UTC).date()))
    stated = read_date(done.registry_time)
    if stated:
        yield _row("The registry’s own time of that data", date_words(stated))
    brought = (
        f"{counted(done.fetched, 'record')} fetched: {number(done.new)} new, {number(done.changed)} changed, "
        f"{number(done.withdrawn)} withdrawn, {number(done.refused)} refused"
    )
    yield _row("What it brought", brought)
    yield _row("Part of the registry kept here", done.subset[0].upper() + done.subset[1:])


def _row(term: str, text: str, note: str = "") -> LabelledRow:
    return LabelledRow(term, (RegistryText(text, note=note),))


def _age(days: int) -> str:
    return "today" if days <= 0 else f"{counted(days, 'day')} ago"


def _held(held: Pass) -> Iterator[str]:
    day = day_words(held.finished.astimezone(dt.UTC).date())
    yield f"Newer data was fetched on {day} and is held back, because it does not look right. {held.reason}"
    yield "What you see is the last good state, until somebody has looked at it or a better pass replaces it."


def _stale(each: RegistryStatus, today: dt.date, stale_days: int) -> str:
    if each.seen is None:
        return "Nothing of this registry is loaded yet."
    days = (today - each.seen.astimezone(dt.UTC).date()).days
    return (
        f"This data is {counted(days, 'day')} old. The registry may say otherwise by now."
        if days > stale_days
        else ""
    )


def _unread(each: RegistryStatus) -> str:
    """How much of the registry's data could not be taken as it promises."""
    unknown, left_out = counted(each.unknown_values, "value"), counted(each.left_out, "value")
    parts = (
        f"{unknown} that no list of ours knows, shown in the registry’s own word"
        if each.unknown_values
        else "",
        f"{left_out} that could not be read, left out and kept raw" if each.left_out else "",
    )
    return "; ".join(filter(None, parts))
