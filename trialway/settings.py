"""Django's settings, made from the environment variables of environment.py."""

import os
from pathlib import Path
from typing import Any

import dj_database_url

PACKAGE = Path(__file__).parent
DATA_FOLDER = Path(os.environ.get("TRIALWAY_DATA") or Path.home() / ".local/share/trialway")
SECRET_KEY = "replaced when the data folder is in place"  # noqa: S105
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "trialway.archive",
    "trialway.site",
]
MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "trialway.urls"
WSGI_APPLICATION = "trialway.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "site" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "trialway.site.jinja.environment",
            "trim_blocks": True,
            "lstrip_blocks": True,
        },
    }
]


def sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            # A reader that turns writer cannot wait its turn, so each transaction asks for the lock first.
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


DATABASE_URL = os.environ.get("DATABASE_URL")
DATABASES = {
    "default": dict(dj_database_url.parse(DATABASE_URL, conn_max_age=60))
    if DATABASE_URL
    else sqlite(DATA_FOLDER / "trialway.sqlite3")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_FOLDER / "static"
STATICFILES_DIRS = [PACKAGE / "site" / "static"]

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LANGUAGE_CODE = "en"
