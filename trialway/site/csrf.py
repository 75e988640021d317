"""Django's guard against forms of other sites, without a token in pages: request ─▶ **csrf** ─▶ view.

Pages are cached and the same for all, so no token of a visitor's can stand in them; where a request comes
from is what the browser says. Whoever is signed in has a session that could be misused, and then Django's
token is asked for as well. See docs/decisions/cross-site-requests.md.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_BAD_ORIGIN, CsrfViewMiddleware, RejectRequest

from trialway.site.sensitive_view import refused

FROM_ELSEWHERE = (
    "This was sent from another site, so it was not read. Open the questions here and answer them here."
)


class SameOrigin(CsrfViewMiddleware):
    """CsrfViewMiddleware with its own test of the origin, and without a token where nobody is signed in."""

    def _origin_verified(self, request: HttpRequest) -> bool:
        return is_from_here(request)

    def _check_referer(self, request: HttpRequest) -> None:
        if _is_signed_in(request):
            super()._check_referer(request)  # type: ignore[misc]  # the stubs lack it

    def _check_token(self, request: HttpRequest) -> None:
        if not is_from_here(request):
            # Django asks for the origin only where it is stated.
            raise RejectRequest(REASON_BAD_ORIGIN % request.headers.get("Origin", "null"))
        if _is_signed_in(request):
            super()._check_token(request)  # type: ignore[misc]


def is_from_here(request: HttpRequest) -> bool:
    """A browser says so in Sec-Fetch-Site; older ones in Origin; programs say nothing, and have no one to
    deceive. The scheme is not compared: behind a proxy that speaks TLS, this site does not know its own."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    own = {request.get_host(), urlsplit(settings.BASE_URL).netloc} - {""}
    return origin is None or (origin != "null" and urlsplit(origin).netloc in own)


def from_elsewhere(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django passes it
    """The page that says why the request was refused; nothing of what was sent is in it."""
    response = refused(request, 403, FROM_ELSEWHERE)
    response.headers["Cache-Control"] = "no-store"
    return response


def _is_signed_in(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES
