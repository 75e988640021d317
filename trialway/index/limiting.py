"""Age, dates and numbers of a Query put into tantivy's own: Query ─**limiting**▶ compiling."""

import datetime as dt
from collections.abc import Iterator

import tantivy

from trialway.index.ages import YEAR
from trialway.index.fields import SCHEMA
from trialway.index.packing import sort_key
from trialway.index.query import Period, Query

_UNSIGNED = tantivy.FieldType.Unsigned


def limits(query: Query) -> Iterator[tantivy.Query]:
    """What a trial must pass besides words and facets; adds nothing to scores."""
    if query.age is not None:
        yield _between("age_first", None, (query.age + 1) * YEAR - 1)
        yield _between("age_end", query.age * YEAR + 1, None)
    yield from map(_period, query.periods)
    if query.numbers:
        named = [tantivy.Query.term_query(SCHEMA, "name", number, "basic") for number in query.numbers]
        either = tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in named])
        yield tantivy.Query.const_score_query(either, 0.0)


def _period(period: Period) -> tantivy.Query:
    """A trial without the date has day 0 and lies in no period."""
    first = (period.first or dt.date.min).toordinal()
    last = (period.last or dt.date.max).toordinal()
    if period.date == "start":
        return _between("start", first, last)
    # The other two are kept as keys to sort by; of one day, the greatest belongs to the smallest number.
    return _between(period.date, first << 32, sort_key(last, 0))


def _between(field: str, first: int | None, last: int | None) -> tantivy.Query:
    found = tantivy.Query.range_query(SCHEMA, field, _UNSIGNED, first, last)
    return tantivy.Query.const_score_query(found, 0.0)
