"""The Django app of the archive: raw versions are the truth, all else is derived from them."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "trialway.archive"
    label = "archive"
    default_auto_field = "django.db.models.BigAutoField"
