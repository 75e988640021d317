"""Every address of the site, in one table."""

from django.urls import URLPattern, URLResolver, path

from trialway.site.pages.health import healthz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
]
