"""How a search was understood, what was wrong, what else could be asked: Answer ─▶ **understood** ─▶ page."""

from msgspec import Struct
from msgspec.structs import replace

from trialway.presenters.registry_text import counted
from trialway.search.document.areas import AREAS
from trialway.search.document.facets import FACETS
from trialway.search.interpretation.interpret import Interpretation
from trialway.search.interpretation.interpret_request import InterpretedQuery
from trialway.search.language.expansion import AddedSynonyms
from trialway.search.query.parameters import USUAL_KM
from trialway.search.query.query import Query, QueryProblem, Text
from trialway.search.results.answer import Answer
from trialway.search.results.relaxations import Offer
from trialway.vocabulary.country import country_label

MOST_BRIEF = 3
# Where other words come from, as a page says it.
SOURCES = {
    "concept": "lists of illnesses and medicines",
    "lay": "our list of everyday words",
    "glossary": "our glossary",
    "heading": "headings of the records",
    "name": "other names in the records",
    "short": "abbreviations in the records",
}
_BROADER = {"age": "the age", "near": "the place", "numbers": "the numbers"}


class Problem(Struct, frozen=True):
    """A sentence; where one place is at fault, the text before it, the fault and the text behind it."""

    sentence: str
    before: str = ""
    fault: str = ""
    behind: str = ""


class Taken(Struct, frozen=True):
    """Typed words and what they were read as."""

    words: str
    meaning: str


class OtherWords(Struct, frozen=True):
    """Words that are searched for too; ``source``: who says so; ``without``: the search without them."""

    words: str
    source: str
    without: str


class AlsoSearched(Struct, frozen=True):
    typed: str
    forms: tuple[OtherWords, ...]


class Understood(Struct, frozen=True):
    """``brief`` says which other words are searched for, while the rest is folded. ``plain`` is the same
    search with every word as a word, ``as_typed`` the one without other words for them; each is empty when it
    would change nothing. ``other_words``: the search with them again."""

    taken: tuple[Taken, ...]
    left_out: tuple[str, ...]
    words: str
    also: tuple[AlsoSearched, ...]
    brief: str = ""
    plain: str = ""
    as_typed: str = ""
    with_other_words: str = ""
    read_again: str = ""


class OfferLink(Struct, frozen=True):
    """``kind`` as in relaxing.py; ``spelling`` says what may have been meant."""

    kind: str
    words: str
    trials: str
    query: str


def understood(question: InterpretedQuery, answer: Answer) -> Understood | None:
    """None when nothing was asked in words."""
    query = question.query
    if not question.typed:
        return None
    readings = answer.readings
    as_typed = replace(query, text=Text.read(question.typed))
    return Understood(
        taken=tuple(Taken(each.words, _meaning(each)) for each in readings if each.parameter),
        left_out=tuple(each.words for each in readings if not each.parameter),
        words=answer.query.words or "",
        also=tuple(_also_searched(each, query) for each in answer.added),
        brief="" if readings else _brief(answer),
        plain=_address(_plain(question)) if readings else "",
        as_typed=_address(replace(query, expand=False, page=1)) if answer.added else "",
        with_other_words=_address(replace(query, expand=True, not_also=(), page=1))
        if query.not_also or not query.expand
        else "",
        read_again=_address(replace(as_typed, plain=False, page=1)) if query.plain else "",
    )


def _also_searched(added: AddedSynonyms, query: Query) -> AlsoSearched:
    """Each form with its source, and the same search without it."""
    return AlsoSearched(
        added.typed,
        tuple(
            OtherWords(words, SOURCES.get(source, ""), _address(query.without_form(words)))
            for words, source in zip(added.forms, added.sources, strict=True)
        ),
    )


def _brief(answer: Answer) -> str:
    forms = [form for each in answer.added for form in each.forms]
    more = f" and {len(forms) - MOST_BRIEF} more" if len(forms) > MOST_BRIEF else ""
    return f"also searched: {', '.join(forms[:MOST_BRIEF])}{more}" if forms else ""


def _plain(question: InterpretedQuery) -> Query:
    """What was typed as words, with the filters that were chosen besides."""
    query = question.query
    for reading in question.readings:
        if reading.parameter in {"age", "near", "numbers"}:
            query = query.without(reading.parameter)
        elif reading.parameter in FACETS:
            for code in reading.codes:
                query = query.without_filter(reading.parameter, code)
    return replace(query, text=Text.read(question.typed), plain=True, page=1)


def _meaning(reading: Interpretation) -> str:
    if reading.parameter == "age":
        return f"Age: {reading.codes[0]} years"
    if reading.parameter == "near":
        return f"Place: within {USUAL_KM:g} km of {reading.codes[0]}"
    if reading.parameter == "numbers":
        return counted(len(reading.codes), "trial number")
    facet = FACETS[reading.parameter]
    labels = (
        country_label(code) if facet.name == "country" else facet.labels.get(code, code)
        for code in reading.codes
    )
    return f"{facet.label}: {' or '.join(labels)}"


def offers(answer: Answer, query: Query) -> tuple[OfferLink, ...]:
    """In the answer's order."""
    return tuple(
        OfferLink(offer.kind, offered(offer, query), counted(offer.trials, "trial"), f"?{offer.query}")
        for offer in answer.offers
    )


def offered(offer: Offer, query: Query) -> str:
    """What an offer gives up, or for a slip what was meant."""
    if offer.kind == "spelling":
        return offer.what
    if offer.kind == "facet":
        labels = FACETS[offer.what].labels
        codes = (
            country_label(code) if offer.what == "country" else labels.get(code, "")
            for code in query.chosen(offer.what)
        )
        said = " or ".join(filter(None, codes))
        return f"Without “{FACETS[offer.what].label}{f': {said}' if said else ''}”"
    if offer.kind == "area":
        name, _, words = offer.what.partition(":")
        label = next((area.label for area in AREAS if area.field == name), name)
        return f"Without “{label}: {words.strip(chr(34) + '()')}”"
    if offer.kind == "dates":
        return f"Without “{offer.what}”"
    return f"Without {_BROADER[offer.what]}" if offer.what in _BROADER else f"Without the word “{offer.what}”"


def told(problem: QueryProblem, typed: str) -> Problem:
    if problem.parameter != "q" or problem.at is None:
        return Problem(problem.sentence)
    start, end = problem.at
    return Problem(problem.sentence, typed[:start], typed[start:end], typed[end:])


def _address(query: Query) -> str:
    return f"?{query.query_string()}"
