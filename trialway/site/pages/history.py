"""How a trial's records changed: the list of versions, any two compared, and both as JSON."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from trialway.archive.history import (
    RecordHistory,
    VersionInfo,
    VersionStep,
    history_of,
    read_versions,
    steps,
)
from trialway.archive.trials import find_address
from trialway.presenters.history.comparison import Compared, comparison_page
from trialway.presenters.history.history_json import comparison_to_json, history_to_json
from trialway.presenters.history.page import history_page
from trialway.site.page_context import page_context, render_page, respond
from trialway.site.pages.errors import not_found

Histories = tuple[RecordHistory, ...]
# Each version is read and compared while the visitor waits.
A_PAGE = 20
_GONE = "There is no such version here. These are the versions that were seen."


class AskedVersions(NamedTuple):
    """What the address asks for. ``pair`` is None for a list; ``older``: after which version it goes on."""

    record: RecordHistory | None
    pair: tuple[VersionInfo, VersionInfo] | None
    older: VersionInfo | None
    problem: str = ""


@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """The versions, or with ``from`` and ``to`` what changed between two of them."""
    frame = page_context(request)

    def render(slug: str, records: Histories) -> HttpResponse:
        asked = _asked(request, records)
        if asked.record and asked.pair:
            shown = comparison_page(slug, asked.record, *_compared(*asked.pair))
            return render_page(request, "history/comparison.jinja", frame, {"page": shown})
        listed = history_page(slug, tuple(_listed(records, asked)), asked.problem)
        status = 404 if asked.problem else 200
        return render_page(request, "history/history.jinja", frame, {"page": listed}, status)

    return at_its_address(request, slug, "trial_history", render, frame)


@require_safe
def history_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for programs."""

    def render(slug: str, records: Histories) -> HttpResponse:
        asked = _asked(request, records)
        body: object
        if asked.problem:
            body = {"error": asked.problem}
        elif asked.record and asked.pair:
            body = {"slug": slug, **msgspec.structs.asdict(_twin_of_pair(asked.record, asked.pair))}
        else:
            body = {"slug": slug, "records": [history_to_json(*each) for each in _listed(records, asked)]}
        status = 404 if asked.problem else 200
        return HttpResponse(msgspec.json.encode(body), content_type="application/json", status=status)

    return at_its_address(request, slug, "trial_history_json", render)


def at_its_address(
    request: HttpRequest,
    slug: str,
    name: str,
    render: Callable[[str, Histories], HttpResponse],
    *depends_on: object,
) -> HttpResponse:
    """Other spellings go to the one address; nothing is read for a visitor who has the page."""
    address = find_address(slug)
    if address is None:
        return not_found(request, asked=slug)
    query = request.META["QUERY_STRING"]
    if slug != address.canonical:
        where = reverse(name, kwargs={"slug": address.canonical})
        return redirect(f"{where}?{query}" if query else where, permanent=True)
    records = history_of(address.number)
    return respond(request, lambda: render(address.canonical, records), address, records, query, *depends_on)


def _asked(request: HttpRequest, records: Histories) -> AskedVersions:
    names = {name: request.GET.get(name, "") for name in ("from", "to", "older")}
    found = {name: _find(records, asked) for name, asked in names.items()}
    if any(names[name] and found[name] is None for name in names):
        return AskedVersions(None, None, None, _GONE)
    if found["older"]:
        return AskedVersions(found["older"][0], None, found["older"][1])
    first, second = found["from"], found["to"]
    if first is None and second is None:
        return AskedVersions(None, None, None)
    record = (first or second or (records[0], None))[0]
    after = second[1] if second else record.versions[0]
    before = first[1] if first else record.before(after) or after
    if record.find(before.name) is None or record.find(after.name) is None:
        return AskedVersions(
            None, None, None, "These are versions of two different records; choose two of one."
        )
    return AskedVersions(record, (before, after), None)


def _find(records: Histories, name: str) -> tuple[RecordHistory, VersionInfo] | None:
    found = ((record, version) for record in records for version in [record.find(name)] if version)
    return next(found, None)


def _listed(records: Histories, asked: AskedVersions) -> list[tuple[RecordHistory, tuple[VersionStep, ...]]]:
    """The newest versions of every record, or what follows after one of them."""
    if asked.record is None or asked.older is None:
        return [(record, steps(record, record.versions[:A_PAGE])) for record in records]
    start = asked.record.versions.index(asked.older) + 1
    return [(asked.record, steps(asked.record, asked.record.versions[start : start + A_PAGE]))]


def _compared(before: VersionInfo, after: VersionInfo) -> tuple[Compared, Compared]:
    read = read_versions((before, after))
    return Compared(before, read[before.key]), Compared(after, read[after.key])


def _twin_of_pair(record: RecordHistory, pair: tuple[VersionInfo, VersionInfo]) -> msgspec.Struct:
    return comparison_to_json(record, *_compared(*pair))
