"""In which languages the words of a card are, as tags for HTML; empty when that is not known."""

from trialway.registries.known import usual_language
from trialway.search.document.result_summary import ResultSummary


def title_language(card: ResultSummary) -> str:
    """Of the title."""
    return _or_usual(card.title_language, card)


def summary_language(card: ResultSummary) -> str:
    """Of the summary."""
    return _or_usual(card.summary_language, card)


def text_language(card: ResultSummary) -> str:
    """Of conditions, sponsors, places and of what was found in the records' texts."""
    return _or_usual(card.text_language, card)


def _or_usual(stated: str | None, card: ResultSummary) -> str:
    return usual_language(card.registry) if stated is None else stated
