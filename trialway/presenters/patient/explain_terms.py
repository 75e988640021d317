"""Hard words that open their meaning where they stand: a piece of a sentence ─▶ **HTML with buttons**.

A button with ``popovertarget`` opens its element without a script, by keyboard too, and Escape closes it.
"""

from html import escape

from msgspec import Struct

from trialway.plain.glossary import GlossaryTerm, find_terms
from trialway.plain.statement import TextPiece
from trialway.presenters.registry_text import language
from trialway.record import TrialRecord

MOST = 8


class Explained(Struct, frozen=True):
    """A term and the ``id`` of the element that holds its meaning."""

    id: str
    term: GlossaryTerm


class PageTexts:
    """Pieces as they are, nothing explained."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def html(self, piece: TextPiece) -> str:
        return escape(piece.text)


class TermExplainer(PageTexts):
    """Pieces of one section: each hard word becomes a button where it stands first, at most 8 in all.

    Never inside a name: neither of a medicine or a condition, nor of anything else that is only a name.
    """

    def __init__(self, section: str, record: TrialRecord) -> None:
        super().__init__(language(record))
        self.found: list[Explained] = []
        self._section = section
        self._seen: set[str] = set()
        self._names = [*record.conditions, *(each.name for each in record.interventions if each.name)]

    def html(self, piece: TextPiece) -> str:
        if piece.theirs and not piece.quoted:
            return escape(piece.text)
        parts, end = [], 0
        for place in find_terms(piece.text, self._names):
            if place.term.name not in self._seen and len(self.found) < MOST:
                before = piece.text[end : place.start]
                button = self._button(piece.text[place.start : place.end], place.term)
                # A line would break between a bracket and the button after it.
                opened = before.endswith("(")
                parts.append(escape(before.removesuffix("(") if opened else before))
                parts.append(f'<span class="tw-unbroken">({button}</span>' if opened else button)
                end = place.end
        return "".join((*parts, escape(piece.text[end:])))

    def _button(self, words: str, term: GlossaryTerm) -> str:
        self._seen.add(term.name)
        explained = Explained(f"word-{self._section}-{len(self.found) + 1}", term)
        self.found.append(explained)
        return (
            f'<button type="button" class="tw-term" popovertarget="{explained.id}">{escape(words)}</button>'
        )
