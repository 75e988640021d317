"""One trial: its expert page, its JSON twin, and the redirects that lead to them."""

from collections.abc import Callable

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from trialway.archive.trials import Address, find_address
from trialway.environment import WITHHELD_TEXTS
from trialway.places.lookup import find_place
from trialway.plain.text import patient_text
from trialway.presenters.expert.page import expert_page
from trialway.presenters.nearest_sites import AskedPlace
from trialway.presenters.patient.page import patient_page
from trialway.presenters.professional import professional_page
from trialway.presenters.trial_json import trial_to_json
from trialway.search.related.reader import stamp
from trialway.search.related.related_trials import Related, related_to
from trialway.site.index_state import index_state
from trialway.site.page_context import page_context, render_page, respond
from trialway.site.pages.errors import not_found
from trialway.site.search_index import index_is_damaged
from trialway.site.trial_cache import cached_trial
from trialway.trial import Trial


@require_safe
def trial(request: HttpRequest, slug: str) -> HttpResponse:
    """The patient page, which is what the bare number leads to."""
    frame = page_context(request)

    def render(trial: Trial) -> HttpResponse:
        made = patient_page(trial, frame.today, related_of(trial, asked), asked, report_to=settings.REPORT_TO)
        return render_page(request, "patient.jinja", frame, {"page": made})

    asked = place_asked(request)
    return at_its_address(request, slug, "trial", render, frame, asked, _of_texts(), *related_state())


@require_safe
def patient_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The patient text with the fields that each sentence comes from."""
    today = page_context(request).today

    def render(trial: Trial) -> HttpResponse:
        body = msgspec.json.encode(patient_text(trial, today))
        return HttpResponse(body, content_type="application/json")

    return at_its_address(request, slug, "trial_patient_json", render, today, _of_texts())


def _of_texts() -> tuple[object, ...]:
    """The settings on which a text depends."""
    return settings.REPORT_TO, sorted(WITHHELD_TEXTS.value())


@require_safe
def professional(request: HttpRequest, slug: str) -> HttpResponse:
    frame = page_context(request)

    def render(trial: Trial) -> HttpResponse:
        made = professional_page(trial, related_of(trial, asked), asked)
        return render_page(request, "professional.jinja", frame, {"page": made})

    asked = place_asked(request)
    return at_its_address(request, slug, "trial_professional", render, frame, asked, *related_state())


@require_safe
def expert(request: HttpRequest, slug: str) -> HttpResponse:
    def render(trial: Trial) -> HttpResponse:
        return render_page(
            request, "expert.jinja", frame, {"page": expert_page(trial, related_of(trial, asked), asked)}
        )

    frame, asked = page_context(request), place_asked(request)
    return at_its_address(request, slug, "trial_expert", render, frame, asked, *related_state())


def place_asked(request: HttpRequest) -> AskedPlace | None:
    """The place from which the sites are to be measured; None when none is given."""
    typed = request.GET.get("near", "").strip()
    unit = "mi" if request.GET.get("unit") == "mi" else "km"
    return AskedPlace(find_place(typed), unit) if typed else None


@require_safe
def trial_json(request: HttpRequest, slug: str) -> HttpResponse:
    def render(trial: Trial) -> HttpResponse:
        return HttpResponse(msgspec.json.encode(trial_to_json(trial)), content_type="application/json")

    return at_its_address(request, slug, "trial_json", render)


def related_of(trial: Trial, asked: AskedPlace | None = None, most: int = 5) -> Related:
    """What the index finds beside the trial, at most so many of each kind; from a place the nearest first.
    Nothing while the index is damaged: the page says so at its head."""
    if index_is_damaged():
        return Related()
    return related_to(settings.DATA_FOLDER.index, trial, most, asked.where.spot if asked else None)


def related_state() -> tuple[object, object]:
    """What a page with related trials depends on besides its own."""
    return index_state(), stamp(settings.DATA_FOLDER.index)


def at_its_address(
    request: HttpRequest,
    slug: str,
    name: str,
    render: Callable[[Trial], HttpResponse],
    *depends_on: object,
    **rest: str,
) -> HttpResponse:
    """Other spellings of the number are sent to the one address; what the visitor has already is not made
    again.
    """
    address = find_address(slug)
    if address is None:
        return not_found(request, asked=slug)
    if slug != address.canonical:
        return redirect(name, slug=address.canonical, permanent=True, **rest)
    return respond(request, lambda: _rendered(request, address, render), address, *depends_on)


def _rendered(
    request: HttpRequest, address: Address, render: Callable[[Trial], HttpResponse]
) -> HttpResponse:
    trial = cached_trial(address)
    # Between the two questions a load may have taken the trial away.
    return not_found(request, asked=address.canonical) if trial is None else render(trial)
