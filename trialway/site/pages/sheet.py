"""The sheet for the doctor, as a page to print and as a PDF."""

from functools import cache
from importlib import resources

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.presenters.sheet import sheet
from trialway.site.page_context import page_context, render_page
from trialway.site.pages.trial import at_its_address
from trialway.trial import Trial


@require_safe
def trial_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    frame = page_context(request)

    def render(trial: Trial) -> HttpResponse:
        return render_page(request, "sheet.jinja", frame, {"sheet": sheet(trial, frame.today)})

    return at_its_address(request, slug, "trial_sheet", render, frame)


@require_safe
def trial_sheet_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    today = page_context(request).today

    def render(trial: Trial) -> HttpResponse:
        import typst  # only this page needs the compiler

        data = msgspec.json.encode(sheet(trial, today)).decode()
        answer = HttpResponse(
            typst.compile(_source(), sys_inputs={"data": data}), content_type="application/pdf"
        )
        answer["Content-Disposition"] = f'inline; filename="{trial.slug}.pdf"'
        return answer

    return at_its_address(request, slug, "trial_sheet_pdf", render, today)


@cache
def _source() -> bytes:
    return resources.files("trialway.site").joinpath("sheet.typ").read_bytes()
