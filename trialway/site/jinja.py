"""The Jinja2 environment of every template; settings.py names `environment` as its maker."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from trialway.build_id import build_id
from trialway.presenters.map_points import LEGEND
from trialway.registries.base import Registry
from trialway.registries.known import REGISTRIES
from trialway.site.markup import disagreement, plain, prose, say, tag, theirs


def environment(**options: Any) -> Environment:
    # Django's choice for a misspelt name is to print nothing; ours is to fail, so that a test sees it.
    env = Environment(autoescape=options.pop("autoescape"), **options | {"undefined": StrictUndefined})
    env.globals.update(static=static_url, url=url, map_legend=LEGEND, map_tiles=settings.TILES)
    env.globals.update(registries=registries, disagreement=disagreement)
    env.globals.update(say=say, plain=plain, prose=prose, tag=tag, theirs=theirs)
    return env


def registries() -> list[Registry]:
    """The registries that are read: pages name them, their keepers and their terms."""
    return list(REGISTRIES.values())


def warm() -> None:
    """Compile every template and read the build's hash, before the first visitor waits for it."""
    engine = engines["jinja2"]
    assert isinstance(engine, Jinja2), "settings.py has Jinja2 as the engine of templates"
    for name in engine.env.list_templates(extensions=["jinja"]):
        engine.env.get_template(name)
    build_id()


# A search page says two hundred addresses, most of them of itself.
@lru_cache(maxsize=1024)
def url(name: str, **parts: str | int) -> str:
    """`url("trial_expert", slug=slug)` in a template gives the page's address."""
    return reverse(name, kwargs=parts)


# Every page names some thirty files.
@lru_cache(maxsize=256)
def static_url(path: str) -> str:
    """`static("css/base.css")` in a template gives the file's address, with the hash of what is in it."""
    return static(path)
