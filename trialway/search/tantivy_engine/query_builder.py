"""Query → tantivy query: words, filters, and boosts by where a word stands.

What matches and what ranks are kept apart: matching looks into the two fields of all words, which keeps
counting cheap; where a word stands only moves a hit up.
"""

from collections.abc import Sequence

import tantivy
from tantivy import Occur

from trialway.search.document.areas import AREAS
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.document.facets import FACETS
from trialway.search.document.identifiers import as_name
from trialway.search.engine.base import NAME_SCORE
from trialway.search.language.analysis import LONGEST_TERM, terms
from trialway.search.query.query import Filter, Query, Text
from trialway.search.query.syntax_tree import (
    And,
    AtLeast,
    Field,
    Leaf,
    Node,
    Not,
    Or,
    Phrase,
    Synonyms,
    Term,
    expansions,
    positive_terms,
)
from trialway.search.tantivy_engine.range_filters import range_filters, status_and_freshness_boosts
from trialway.search.tantivy_engine.schema import (
    NAMES,
    SCHEMA,
    WORDS,
    facet_field,
)

BOOSTS = {area.field: area.boost for area in AREAS if area.field and area.boost}
PHRASE_BOOSTS = {"title": 3.0, "condition": 3.0}
# What another word for the same thing counts beside the word that was typed.
OTHER_WORDS = 0.7
# Both fields of all words.
EVERYWHERE = ""
# The trials of so many values are looked up; where there are more, nearly all have one.
FEW_VALUES = 1000
# So many combinations of other words are searched for each by itself.
MOST_WAYS = 16


def matching_query(query: Query, codebook: FacetCodes) -> tantivy.Query:
    """Which trials match, with scores that say nothing."""
    parts = [*(_filter(item, codebook) for item in query.filters), *range_filters(query)]
    if query.text.tree is not None:
        parts.insert(0, _words(query.text.tree, query.text.typed))
    if not parts:
        return tantivy.Query.all_query()
    return parts[0] if len(parts) == 1 else _boolean(Occur.Must, parts)


def ranked_query(query: Query, codebook: FacetCodes, latest_year: int = 0) -> tantivy.Query:
    """The same trials, scored by how well and where the words stand in them, and a little by whether one can
    join and whether the record was looked after since the year before ``latest_year``."""
    base = matching_query(query, codebook)
    boosts = [*_boosts(query.text), *status_and_freshness_boosts(codebook, latest_year)]
    return tantivy.Query.boolean_query([(Occur.Must, base), *((Occur.Should, boost) for boost in boosts)])


def within_cells(query: tantivy.Query, cells: Sequence[int] | None) -> tantivy.Query:
    """The same with a site in one of the squares; with None anywhere."""
    if cells is None:
        return query
    found = [tantivy.Query.term_query(SCHEMA, "cell", cell) for cell in cells]
    squares = tantivy.Query.const_score_query(_boolean(Occur.Should, found), 0.0)
    return _boolean(Occur.Must, [query, squares])


def having_value(query: tantivy.Query, facet: str, numbers: Sequence[int]) -> tantivy.Query:
    """The same of trials that have one of these values."""
    if len(numbers) > FEW_VALUES:
        return query
    return _boolean(Occur.Must, [query, _any_of(facet, numbers)])


def _words(tree: Node, typed: str) -> tantivy.Query:
    found = _node(tree, EVERYWHERE)
    name = _named(typed)
    return found if name is None else _boolean(Occur.Should, [found, name])


def _named(typed: str) -> tantivy.Query | None:
    """Trials that have the whole of what was typed as a number or an acronym."""
    name = as_name(typed)
    return tantivy.Query.term_query(SCHEMA, "name", name, "basic") if 0 < len(name) <= LONGEST_TERM else None


def _node(node: Node, field: str) -> tantivy.Query:
    """``field``: where to look, of ours or EVERYWHERE."""
    match node:
        case Term(word):
            return _side_by_side(terms(word), field)
        case Phrase(words):
            return _side_by_side(terms(" ".join(words)), field)
        case Field(name, part):
            return _node(part, name)
        case Synonyms():
            return _best_of(_ways(node, field))
        case Or(parts):
            return _boolean(Occur.Should, [_node(part, field) for part in parts])
        case AtLeast(parts, least):
            each = [(Occur.Should, _node(part, field)) for part in parts]
            return tantivy.Query.boolean_query(each, minimum_number_should_match=least)
        case Not():
            return _all((node,), field)
        case And(parts):
            return _all(parts, field)


def _all(parts: Sequence[Node], field: str) -> tantivy.Query:
    """All parts, each combination of other words for them by itself: a few words that all must be there are
    found at once, while what has the one or the other is gone through from end to end."""
    without = [(Occur.MustNot, _node(part.part, field)) for part in parts if isinstance(part, Not)]
    ways: list[list[tantivy.Query]] = [[]]
    for part in parts:
        if not isinstance(part, Not):
            found = _ways(part, field)
            if len(ways) * len(found) > MOST_WAYS:
                found = [_best_of(found)]
            ways = [[*way, each] for way in ways for each in found]
    return _best_of(
        [
            tantivy.Query.boolean_query(
                [*((Occur.Must, each) for each in way or [tantivy.Query.all_query()]), *without]
            )
            for way in ways
        ]
    )


def _ways(node: Node, field: str) -> list[tantivy.Query]:
    """The ways to say it; whoever says it in other words says it a little less well."""
    if not isinstance(node, Synonyms):
        return [_node(node, field)]
    inside = WORDS if field == EVERYWHERE and not node.names else field
    return [_node(node.part, inside), *(_boosted(_leaf(form, inside), OTHER_WORDS) for form in node.forms)]


def _best_of(ways: list[tantivy.Query]) -> tantivy.Query:
    return ways[0] if len(ways) == 1 else tantivy.Query.disjunction_max_query(ways)


def _side_by_side(found: Sequence[str], field: str) -> tantivy.Query:
    if not found:
        return tantivy.Query.empty_query()
    if field == EVERYWHERE:
        return _boolean(Occur.Should, [_side_by_side(found, each) for each in (WORDS, NAMES)])
    if len(found) == 1:
        return tantivy.Query.term_query(SCHEMA, field, found[0], "freq")
    return tantivy.Query.phrase_query(SCHEMA, field, list(found))


def _boolean(occur: Occur, parts: Sequence[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(occur, part) for part in parts])


def _filter(item: Filter, codebook: FacetCodes) -> tantivy.Query:
    """One of the chosen values; a code that no trial ever had finds nothing."""
    assert item.facet in FACETS, f"there is no facet {item.facet!r}"
    numbers = [number for code in item.codes if (number := codebook.find(item.facet, code)) is not None]
    return _any_of(item.facet, numbers)


def _any_of(facet: str, numbers: Sequence[int]) -> tantivy.Query:
    found = [tantivy.Query.term_query(SCHEMA, facet_field(facet), number) for number in numbers]
    any_of = found[0] if len(found) == 1 else _boolean(Occur.Should, found)
    return tantivy.Query.const_score_query(any_of if found else tantivy.Query.empty_query(), 0.0)


def _boosts(text: Text) -> list[tantivy.Query]:
    """What moves a hit up: words in its title, conditions or interventions, and all of them side by side
    there."""
    if text.tree is None:
        return []
    leaves = [leaf for field, leaf in positive_terms(text.tree) if field is None]
    boosts = [_boosted(_leaf(leaf, field), boost) for leaf in leaves for field, boost in BOOSTS.items()]
    together = [term for leaf in leaves for term in _terms(leaf)]
    if len(leaves) > 1:
        boosts += [_boosted(_side_by_side(together, field), boost) for field, boost in PHRASE_BOOSTS.items()]
    for area, part in expansions(text.tree):
        if area is None and part.forms:
            boosts += [_boosted(_other(part, field), boost * OTHER_WORDS) for field, boost in BOOSTS.items()]
    if (name := _named(text.typed)) is not None:
        boosts.append(tantivy.Query.const_score_query(name, NAME_SCORE))
    return boosts


def _leaf(leaf: Leaf, field: str) -> tantivy.Query:
    return _side_by_side(_terms(leaf), field)


def _other(part: Synonyms, field: str) -> tantivy.Query:
    """One of the forms, all of its words: in texts as short as these they mostly stand side by side, and to
    find out takes longer than all else."""
    return _best_of([_boolean(Occur.Must, _each(_terms(form), field)) for form in part.forms])


def _each(found: Sequence[str], field: str) -> list[tantivy.Query]:
    return [_side_by_side([term], field) for term in found]


def _terms(leaf: Leaf) -> tuple[str, ...]:
    return terms(leaf.word if isinstance(leaf, Term) else " ".join(leaf.words))


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return tantivy.Query.boost_query(query, boost)
