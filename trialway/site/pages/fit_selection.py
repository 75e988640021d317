"""What the pages of the check are about: request ─▶ **TrialSelection**, or a page that says what lacks."""

from django.http import HttpRequest, HttpResponse

from trialway.screening.selection import select_by_search, select_trial
from trialway.screening.trial_selection import TrialSelection
from trialway.site.pages.errors import not_found
from trialway.site.search_index import search_engine


def selection_of(request: HttpRequest) -> TrialSelection | HttpResponse:
    """``?trial=`` or the parameters of a search."""
    slug = request.GET.get("trial", "").strip()
    if slug:
        return select_trial(slug) or not_found(request, asked=slug)
    return select_by_search(search_engine(), request.META.get("QUERY_STRING", ""))
