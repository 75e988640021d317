"""Words on a page, and whose they are: ours, or a registry's own in its language."""

from msgspec import Struct

from trialway.record import TrialRecord
from trialway.registries.known import language_of
from trialway.registry_text import inline_html, repair, repair_name, to_html
from trialway.vocabulary.coded import Coded, Vocabulary

OWN_WORD = "registry's own word"


class RegistryText(Struct, frozen=True):
    """``lang`` is None for our own words, and the language ("" when unknown) of a registry's.

    ``note`` is ours and stands beside them ("actual"); ``iso`` is a date for machines; ``link`` an address.
    ``disagreement``: what each registry says, where they do not say the same.
    """

    text: str
    lang: str | None = None
    note: str = ""
    iso: str = ""
    link: str = ""
    own_word: bool = False
    disagreement: tuple["StatedValue", ...] = ()

    @property
    def html(self) -> str:
        """Safe HTML of the text alone."""
        return inline_html(self.text)


class StatedValue(Struct, frozen=True):
    """What one record says; ``source`` names the registry and the record's number."""

    words: RegistryText
    source: str


class Prose(Struct, frozen=True):
    """A registry's longer text as safe HTML, and as it came."""

    html: str
    original: str
    lang: str


class LabelledRow(Struct, frozen=True):
    """One term of a list, with one or several values, or prose."""

    term: str
    values: tuple[RegistryText, ...] = ()
    prose: Prose | None = None


class HeaderFact(Struct, frozen=True):
    """One of the facts at the head of a trial."""

    term: str
    value: RegistryText
    tone: str = ""


def language(record: TrialRecord) -> str:
    """Of the record's own words, as a tag for HTML; empty when it is not known."""
    return language_of(record)


def said(text: str | None, record: TrialRecord, note: str = "", link: str = "") -> RegistryText | None:
    """A registry's words on one line; None when nothing is left of them."""
    shown = " ".join(repair(text).split()) if text else ""
    return RegistryText(shown, language(record), note, link=link) if shown else None


def said_name(text: str | None, record: TrialRecord) -> RegistryText | None:
    """The name of a place, a person or an organisation."""
    shown = " ".join(repair_name(text).split()).strip(" ,") if text else ""
    return RegistryText(shown, language(record)) if shown else None


def prose(text: str | None, record: TrialRecord) -> Prose | None:
    html = to_html(text) if text else ""
    return Prose(html, repair(text), language(record)) if html and text else None


def coded(vocabulary: Vocabulary, value: Coded, record: TrialRecord) -> RegistryText:
    """Our label, or the registry's own word made readable and marked as such."""
    if value.code is not None:
        return RegistryText(vocabulary.words(value))
    return RegistryText(repair(vocabulary.words(value)) or "Not readable", language(record), own_word=True)


def yes_no(value: bool) -> RegistryText:
    return RegistryText("Yes" if value else "No")


def number(value: int) -> str:
    """``1,234``"""
    return f"{value:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """``1 site``, ``51 sites``, ``2 countries``."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def joined(*parts: str | None) -> str:
    """The parts that are there, with commas between: never ``Beijing, , China``."""
    return ", ".join(part for part in parts if part)
