"""What a trial found: an overview, a page for each outcome and large table, each table as CSV and JSON."""

from functools import lru_cache

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.archive.trials import get_trial
from trialway.interop.results_csv import table_csv
from trialway.presenters.registry_text import RegistryText, said
from trialway.presenters.results.outcome import shown_outcome
from trialway.presenters.results.page import results_page, source_with_results
from trialway.presenters.results.tables import shown_table
from trialway.presenters.sources import source_line
from trialway.registries.known import results_url
from trialway.results.charts.choose_chart import chart
from trialway.results.charts.svg import svg
from trialway.results.table import Table
from trialway.site.page_context import page_context, render_page
from trialway.site.pages.errors import not_found
from trialway.site.pages.trial import at_its_address
from trialway.trial import Trial


@require_safe
def results(request: HttpRequest, slug: str) -> HttpResponse:
    frame = page_context(request)

    def render(trial: Trial) -> HttpResponse:
        shown = results_page(trial)
        if shown is None:
            return not_found(request, without_results=trial.slug)
        return render_page(request, "results.jinja", frame, {"page": shown})

    return at_its_address(request, slug, "trial_results", render, frame)


@require_safe
def results_part(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One outcome with its comparisons, or one table."""
    frame = page_context(request)

    def render(trial: Trial) -> HttpResponse:
        found = source_with_results(trial)
        if found is None:
            raise Http404
        source, report = found
        record = source.record
        context = {
            "slug": trial.slug,
            "key": key,
            "source": source_line(source),
            "results_url": results_url(record),
            "trial_title": said(record.brief_title or record.official_title, record)
            or RegistryText(trial.slug),
        }
        for place, (each, measure) in enumerate(report.outcomes, 1):
            if each == key:
                outcome = shown_outcome(key, measure, place, record)
                return render_page(request, "results_outcome.jinja", frame, {**context, "outcome": outcome})
        table = report.table(key)
        if table is None:
            raise Http404
        return render_page(
            request, "results_table.jinja", frame, {**context, "table": shown_table(table, record)}
        )

    return at_its_address(request, slug, "trial_results_part", render, frame, key=key)


@require_safe
def results_part_csv(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    def render(trial: Trial) -> HttpResponse:
        answer = HttpResponse(table_csv(_table(trial, key)), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{trial.slug}-{key}.csv"'
        return answer

    return at_its_address(request, slug, "trial_results_csv", render, key=key)


@require_safe
def results_part_json(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    def render(trial: Trial) -> HttpResponse:
        return HttpResponse(msgspec.json.encode(_table(trial, key)), content_type="application/json")

    return at_its_address(request, slug, "trial_results_json", render, key=key)


@require_safe
def results_json(request: HttpRequest, slug: str) -> HttpResponse:
    """Every table of the results."""

    def render(trial: Trial) -> HttpResponse:
        found = source_with_results(trial)
        if found is None:
            raise Http404
        _, report = found
        outcomes = [table for key, _ in report.outcomes if (table := report.table(key))]
        body = {
            "slug": trial.slug,
            "flow": report.flow,
            "baseline": report.baseline,
            "outcomes": outcomes,
            "events": report.events,
        }
        return HttpResponse(msgspec.json.encode(body), content_type="application/json")

    return at_its_address(request, slug, "trial_results_all_json", render)


@require_safe
def results_picture(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    def render(trial: Trial) -> HttpResponse:
        drawn = _drawn(trial.number, trial.change, key)
        if drawn is None:
            raise Http404
        return HttpResponse(drawn, content_type="image/svg+xml")

    return at_its_address(request, slug, "trial_results_picture", render, key=key)


@lru_cache(maxsize=1000)
def _drawn(number: int, change: int, key: str) -> str | None:  # noqa: ARG001 - another change, another picture
    trial = get_trial(number)
    found = source_with_results(trial) if trial else None
    chosen = chart(found[1], key) if found else None
    return svg(chosen) if chosen else None


def _table(trial: Trial, key: str) -> Table:
    found = source_with_results(trial)
    table = found[1].table(key) if found else None
    if table is None:
        raise Http404
    return table
