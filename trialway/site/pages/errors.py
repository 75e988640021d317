"""Pages for what is not there and for what broke; both say what to do next."""

from django.http import HttpRequest, HttpResponse

from trialway.site.page_context import bare_page_context, page_context, render_page


def not_found(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001 - Django passes it
    asked: str = "",
    without_results: str = "",
) -> HttpResponse:
    """``asked`` is a trial number that the store does not have; ``without_results`` one that it has."""
    words = {"asked": asked[:64], "without_results": without_results}
    return render_page(request, "not_found.jinja", page_context(request), words, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render_page(request, "broken.jinja", bare_page_context(request), status=500)
