"""The addresses of all parts; the site's own are in site/urls.py."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("trialway.site.urls")),
]
handler404 = "trialway.site.pages.errors.not_found"
handler500 = "trialway.site.pages.errors.broken"
