"""What trials like a given one have in common with it: texts of a trial ─**resembling**▶ engine."""

import tantivy
from tantivy import Occur

from trialway.index.analysis import analysed
from trialway.index.areas import Texts
from trialway.index.fields import SCHEMA

# (area of the trial's texts, field to look in, weight)
_COMPARED = (
    ("condition", "condition", 3.0),
    ("intervention", "intervention", 3.0),
    ("title", "title", 2.0),
    ("summary", "words", 1.0),
)


def resembling(texts: Texts, own: tantivy.Query) -> tantivy.Query:
    """Trials that share telling words with these texts, without the trial that ``own`` finds."""
    parts = [
        # tantivy weighs all fields of one such query alike, so each field has a query of its own.
        (Occur.Should, tantivy.Query.boost_query(_alike(field, texts[area]), weight))
        for area, field, weight in _COMPARED
        if area in texts
    ]
    return tantivy.Query.boolean_query([*parts, (Occur.MustNot, own)])


def _alike(field: str, texts: tuple[str, ...]) -> tantivy.Query:
    terms = {field: list(map(analysed, texts))}
    return tantivy.Query.more_like_this_document_fields_query(
        SCHEMA, terms, min_doc_frequency=2, min_term_frequency=1, max_query_terms=25
    )
