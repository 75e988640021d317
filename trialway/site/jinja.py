"""The Jinja2 environment of every template; settings.py names `environment` as its maker."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    env = Environment(**{**options, "autoescape": True, "undefined": StrictUndefined})
    env.globals.update(static=static, url=url)
    return env


def url(name: str, **parts: str | int) -> str:
    """`url("trial_expert", trial_id="NCT04740918")` in a template gives the page's address."""
    return reverse(name, kwargs=parts)
