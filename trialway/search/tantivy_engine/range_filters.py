"""Age, dates, numbers and small preferences of a Query → tantivy queries."""

import datetime as dt
from collections.abc import Iterator

import tantivy

from trialway.search.document.dates import DAYS, YEAR
from trialway.search.document.encode_document import sort_key
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.query.query import Period, Query
from trialway.search.tantivy_engine.schema import SCHEMA, facet_field

# A word in a title alone scores some 10 to 20.
OPEN = {"recruiting": 1.5, "not_yet_recruiting": 1.0, "by_invitation": 0.5}
FRESH = 0.5
_UNSIGNED = tantivy.FieldType.Unsigned


def range_filters(query: Query) -> Iterator[tantivy.Query]:
    """What a trial must pass besides words and facets; adds nothing to scores."""
    if query.age is not None:
        yield _between("age_first", None, (query.age + 1) * YEAR - 1)
        yield _between("age_end", query.age * YEAR + 1, None)
    yield from map(_period, query.periods)
    if query.numbers:
        named = [tantivy.Query.term_query(SCHEMA, "name", number, "basic") for number in query.numbers]
        either = tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in named])
        yield tantivy.Query.const_score_query(either, 0.0)


def status_and_freshness_boosts(codebook: FacetCodes, latest_year: int) -> Iterator[tantivy.Query]:
    """What puts one of two trials first that match about equally well."""
    for code, boost in OPEN.items():
        number = codebook.find("status", code)
        if number is not None:
            status = tantivy.Query.term_query(SCHEMA, facet_field("status"), number)
            yield tantivy.Query.const_score_query(status, boost)
    for year in (latest_year, latest_year - 1) if latest_year else ():
        same = tantivy.Query.term_query(SCHEMA, "updated_year", year)
        yield tantivy.Query.const_score_query(same, FRESH)


def _period(period: Period) -> tantivy.Query:
    """A trial without the date has day 0 and lies in no period."""
    first = (period.first or dt.date.min).toordinal()
    last = (period.last or dt.date.max).toordinal()
    if period.date in DAYS:
        return _between(period.date, first, last)
    # The other two are kept as keys to sort by; of one day, the greatest belongs to the smallest number.
    return _between(period.date, first << 32, sort_key(last, 0))


def _between(field: str, first: int | None, last: int | None) -> tantivy.Query:
    found = tantivy.Query.range_query(SCHEMA, field, _UNSIGNED, first, last)
    return tantivy.Query.const_score_query(found, 0.0)
