"""Words as safe HTML, for templates: ours bare, a registry's in an element that says so, in their language.

Functions and not template macros: an expert page says hundreds of words, and a macro takes ten times as
long (November 2026).
"""

from functools import lru_cache
from html import escape

from markupsafe import Markup

from trialway.presenters.registry_text import Prose, RegistryText
from trialway.presenters.status import Tag


def say(words: RegistryText) -> Markup:
    """The words with what belongs to them: date for machines, link, mark of an unknown value, our note."""
    return Markup(_body(words) + _mark(words) + _note(words) + _disagreement(words))  # noqa: S704 - built from escaped parts


def plain(words: RegistryText) -> Markup:
    """For the inside of links and headings, where no other link may stand."""
    text = escape(words.text)
    return Markup(text if words.lang is None else f"<span{_theirs(words.lang)}>{text}</span>")  # noqa: S704


def disagreement(words: RegistryText) -> Markup:
    """What each registry says, where they do not say the same; nothing where they do."""
    return Markup(_disagreement(words))  # noqa: S704 - built from escaped parts


def prose(text: Prose) -> Markup:
    return Markup(f'<div class="tw-prose"{_theirs(text.lang)}>{text.html}</div>')  # noqa: S704 - cleaned when made


def tag(tag: Tag) -> Markup:
    words = f'<span class="tw-tag tw-tag--{tag.tone}">{plain(tag.words)}</span>'
    return Markup(words + _mark(tag.words) + _disagreement(tag.words))  # noqa: S704 - built from escaped parts


def theirs(lang: str) -> Markup:
    """The attributes of an element that holds a registry's own words."""
    return Markup(_theirs(lang))  # noqa: S704 - built from escaped parts


@lru_cache(maxsize=64)
def _theirs(lang: str) -> str:
    stated = f' lang="{escape(lang)}"' if lang else ""
    return f' data-registry-text=""{stated} dir="auto"'


def _body(words: RegistryText) -> str:
    if words.lang is None:
        text = escape(words.text)
        return f'<time datetime="{escape(words.iso)}">{text}</time>' if words.iso else text
    if words.link:
        attributes = f' href="{escape(words.link)}" rel="nofollow noopener"{_theirs(words.lang)}'
        return f"<a{attributes}>{escape(words.text)}</a>"
    return f"<span{_theirs(words.lang)}>{words.html}</span>"


def _mark(words: RegistryText) -> str:
    return '<span class="tw-own-word">registry’s own word</span>' if words.own_word else ""


def _note(words: RegistryText) -> str:
    return f' <span class="tw-rows__note">({escape(words.note)})</span>' if words.note else ""


def _disagreement(words: RegistryText) -> str:
    if not words.disagreement:
        return ""
    every = "; ".join(
        f"{_body(each.words)}{_mark(each.words)}{_note(each.words)}, says {escape(each.source)}"
        for each in words.disagreement
    )
    return f' <span class="tw-disagreement">The registries disagree: {every}.</span>'
