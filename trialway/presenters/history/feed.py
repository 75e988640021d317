"""The history as a feed: records, steps ─▶ **Feed** ─▶ Atom. An entry is a version, its text the changes."""

import datetime as dt
import re
from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from msgspec import Struct

from trialway.archive.history import RecordHistory, VersionStep
from trialway.differences import Change, compare
from trialway.presenters.history.changes import Shown, shown_changes
from trialway.presenters.history.page import NOTHING, title
from trialway.presenters.registry_text import counted, language
from trialway.registries.known import label_of

# Names of entries must never change: a reader that sees a new name shows the entry once more (RFC 4151).
_NAMED = "2026"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = {"added": "ins", "removed": "del"}


class Entry(Struct, frozen=True):
    """``html`` is the changes as a list; ``anchor`` the place of the version on the page of the history."""

    id: str
    title: str
    updated: dt.datetime
    html: str
    anchor: str


class Feed(Struct, frozen=True):
    id: str
    title: str
    entries: tuple[Entry, ...]


def feed(slug: str, base: str, histories: tuple[tuple[RecordHistory, tuple[VersionStep, ...]], ...]) -> Feed:
    """``base``: the site's public address, of which the names of the entries take the host."""
    host = urlsplit(base).hostname or "localhost"
    found = [step for _, steps in histories for step in steps]
    return Feed(
        id=f"tag:{host},{_NAMED}:trial/{slug}",
        title=_clean(f"Changes of {slug}: {title(slug, found).text}"),
        entries=tuple(_entry(host, record, step) for record, steps in histories for step in steps),
    )


def _entry(host: str, record: RecordHistory, step: VersionStep) -> Entry:
    changes = compare(step.previous, step.record) if step.previous else ()
    return Entry(
        id=f"tag:{host},{_NAMED}:record/{record.registry}/{record.record_id}/{step.version.name}",
        title=_clean(_title(record, step, changes)),
        updated=step.version.first_seen,
        html=_clean(_html(changes, language(step.record)) if changes else f"<p>{_bare(step)}</p>"),
        anchor=step.version.name,
    )


def _title(record: RecordHistory, step: VersionStep, changes: tuple[Change, ...]) -> str:
    """The weightiest change, and how many more there are."""
    told = [change for change in changes if not change.routine]
    if not told:
        what = "first version seen" if step.previous is None else "nothing but its dates changed"
        return f"{label_of(record.registry)} {record.record_id}: {what}"
    more = f" (and {counted(len(told) - 1, 'more change')})" if len(told) > 1 else ""
    return f"{told[0].words}{more}"


def _bare(step: VersionStep) -> str:
    return "The first version that was seen here." if step.previous is None else NOTHING


def _html(changes: tuple[Change, ...], lang: str) -> str:
    shown = shown_changes(changes, lang)
    return f"<ul>{''.join(_line(each) for each in (*shown.told, *shown.routine))}</ul>"


def _line(shown: Shown) -> str:
    words = "".join(escape(piece.text) for run in shown.runs for piece in run.pieces)
    names = "".join(f"<li>{escape(''.join(piece.text for piece in member))}</li>" for member in shown.members)
    return f"<li>{words}{f'<ul>{names}</ul>' if names else ''}{''.join(_marked(shown))}</li>"


def _marked(shown: Shown) -> Iterator[str]:
    if shown.marked:
        yield "<p>"
        for segment in shown.marked:
            mark, text = _MARKS.get(segment.kind), escape(segment.text)
            yield f"<{mark}>{text}</{mark}>" if mark else text
        yield "</p>"


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)
