"""What every response says to the browser about trust, whichever page made it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from trialway.registry_text.controls import without_controls_utf8

# Only maps ever fetch from elsewhere, and only when a server of tiles was set.
_TILES = f" {settings.TILES.origin}" if settings.TILES.origin else ""
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    f"img-src 'self' data:{_TILES}; "
    "font-src 'self'; "
    "connect-src 'self'; "
    "manifest-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # What a visitor reads here is about their health: no other site learns which page they came from. With
    # "no-referrer" forms would send "Origin: null" to this site too, and be refused.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def security_headers(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in SECURITY_HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return respond


# What is text for people or programs; JSON writes controls as escapes, and PDF is no text.
_TEXT = ("text/", "application/atom+xml", "application/xml", "image/svg+xml")


def no_control_characters(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Whatever a record holds, no page has a NUL or an escape sequence in it."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if isinstance(response, HttpResponse) and response.headers.get("Content-Type", "").startswith(_TEXT):
            content = without_controls_utf8(response.content)
            if content != response.content:
                response.content = content
        return response

    return respond
