"""Django's settings, made from the environment variables of environment.py and nothing else."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.utils.functional import lazy

from trialway import data_folder, environment
from trialway.registries import known

environment.check_environment(known.variables())

PACKAGE = Path(__file__).parent
DATA_FOLDER = data_folder.current()

DEBUG = environment.DEBUG.value()
SITE_NAME = environment.SITE_NAME.value()
BASE_URL = environment.BASE_URL.value()
OPERATOR = environment.OPERATOR.value()
REPORT_TO = environment.REPORT_TO.value()
TILES = environment.TILES.value()
STALE_DAYS = environment.STALE_DAYS.value()

# Lazy, so that to import the settings makes no folder and no key.
SECRET_KEY = lazy(lambda: data_folder.secret_key(DATA_FOLDER), str)()
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *environment.HOSTS.value(),
    *filter(None, [urlsplit(BASE_URL).hostname]),
]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "trialway.archive",
    "trialway.site",
]
MIDDLEWARE = [
    "trialway.site.middleware.security_headers",
    "trialway.site.unavailable.Unavailable",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages hold no secret that a guess at their length could find, and shrink to a fifth.
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "trialway.site.middleware.no_control_characters",
    "trialway.site.csrf.SameOrigin",
]
CSRF_FAILURE_VIEW = "trialway.site.csrf.from_elsewhere"
ROOT_URLCONF = "trialway.urls"
WSGI_APPLICATION = "trialway.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "site" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "trialway.site.jinja.environment",
            "autoescape": True,
            "trim_blocks": True,
            "lstrip_blocks": True,
        },
    }
]


def sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        # Kept open between requests: to open it anew costs more than most queries.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # A reader that turns writer cannot wait its turn, so each transaction asks for the lock first.
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


DATABASES: dict[str, dict[str, Any]] = {
    "default": {**dj_database_url.parse(environment.DATABASE_URL.value(), conn_max_age=60)}
    if environment.DATABASE_URL.value()
    else sqlite(DATA_FOLDER.database)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_FOLDER.static
STORAGES = {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "trialway.site.static_files.HashedStaticFiles"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LANGUAGE_CODE = "en"

# Without this Django writes an error of a page nowhere at all when DEBUG is off.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # A page that is not there is the visitor's business; only a failing page is ours.
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
