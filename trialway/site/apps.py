"""The Django app of the site: pages, presenters, templates and static files; no tables."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "trialway.site"
    label = "site"
    default_auto_field = "django.db.models.BigAutoField"
