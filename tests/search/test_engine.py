"""The engine finds, counts and orders what a slow loop over the documents finds, counts and orders."""

import datetime as dt
import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search import slow
from tests.search.making import a_trial, open_with
from trialway.record import Dates, TrialRecord
from trialway.search.document.document import document
from trialway.search.document.facets import FACETS, OF_SITES
from trialway.search.engine.year_counts import YearCounts, count_years_of_trials
from trialway.search.query.parameters import from_query_string
from trialway.search.query.query import (
    DATES,
    Near,
    Period,
    Query,
    Text,
)
from trialway.search.results.facet_value_search import long_facets
from trialway.vocabulary.dates import StatedDate

FEW = 40
DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2027, 1, 1))
OPERATORS = [
    "OR",
    "AND",
    "NOT",
    "(",
    ")",
    '"',
    "title:",
    "condition:",
    "eligibility:",
    "sponsor:",
    "place:",
    "-",
]


@pytest.fixture(scope="module")
def trials(sample):
    return random.Random(7).sample(sample, FEW)


@pytest.fixture(scope="module")
def documents(trials):
    return [document(trial) for trial in trials]


@pytest.fixture(scope="module")
def small(trials, tmp_path_factory):
    return open_with(tmp_path_factory.mktemp("small") / "index", *trials)


@pytest.fixture(scope="module")
def queries(documents):
    """Queries of words, pairs of neighbouring words and facet values that occur, with syntax in between."""
    texts = [text for each in documents for values in each.texts.values() for text in values]
    words = sorted({word for text in texts for word in text.split()})
    pairs = sorted(
        {f'"{a} {b}"' for text in texts for a, b in zip(text.split(), text.split()[1:], strict=False)}
    )
    common = [
        "cancer",
        "patients",
        "study",
        "treatment",
        "placebo",
        "asthma",
        "the",
        "Phase",
        "Crohn's",
        "trial’s",
    ]
    piece = (
        st.sampled_from(common) | st.sampled_from(OPERATORS) | st.sampled_from(words) | st.sampled_from(pairs)
    )
    values = sorted(
        {(facet, value.code) for each in documents for facet in FACETS for value in each.facets[facet]}
    )
    few = sorted({pair for pair in values if pair[0] in {"status", "phase", "type", "results", "sex"}})
    return st.builds(
        made_of,
        st.lists(piece, max_size=5),
        st.lists(st.sampled_from(few) | st.sampled_from(values), max_size=3),
        st.sampled_from(["relevance", "newest", "updated", "nearest"]),
        st.none() | st.builds(Near, st.floats(-90, 90), st.floats(-180, 180), st.floats(1, 20_000)),
        st.none() | st.integers(0, 120),
        st.none() | st.builds(Period, st.sampled_from(sorted(DATES)), first=st.none() | DAYS, last=DAYS),
    )


def made_of(pieces, filters, sort, near, age, period) -> Query:
    periods = (period,) if period else ()
    query = Query(text=Text.read(" ".join(pieces)), sort=sort, near=near, age=age, periods=periods)
    for facet, code in filters:
        query = query.with_filter(facet, code)
    return query


def told(years: YearCounts) -> Counter:
    assert years.before == years.after == 0, "the sample has a date that no bar shows"
    return +Counter({**years.trials, None: years.unstated})


def test_matches_and_counts_are_those_of_a_slow_loop(small, documents, queries):
    towns = slow.Towns(documents)

    @settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(queries)
    def check(typed):
        of_sites = typed.near is not None or any(item.facet in OF_SITES for item in typed.filters)
        matched = small.match(typed, limit=FEW, facets=FACETS)
        query, looked_at = (towns.asked(typed), towns.documents) if of_sites else (typed, documents)
        expected = slow.find(looked_at, query)
        said = [each for each in slow.saying(looked_at, query) if slow.limited(each, query)]
        # The towns of sites are known even where nothing is asked of sites.
        in_towns = [each for each in slow.saying(towns.documents, query) if slow.limited(each, query)]
        assert {hit.number for hit in matched.hits} == {each.number for each in expected}
        date = sorted(DATES)[len(expected) % len(DATES)]
        assert told(small.count_years(typed)[date]) == slow.years(looked_at, query, date)
        assert matched.total == len(matched.hits) == len(expected)
        for facet in FACETS:
            counted = {codebook_code(small, facet, count): count.trials for count in matched.counts[facet]}
            expected_counts = slow.count(in_towns if facet == "city" else said, query, facet)
            if len(expected_counts) <= FACETS[facet].most:
                chosen = {code: expected_counts[code] for code in query.chosen(facet)}
                assert counted == expected_counts | chosen
            else:
                assert all(expected_counts[code] == trials for code, trials in counted.items())

    check()


def test_values_found_by_name_have_the_counts_of_a_slow_loop(small, documents, queries):
    towns = slow.Towns(documents)

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(queries, st.sampled_from(long_facets()), st.sampled_from(["", "a", "can", "o"]))
    def check(typed, facet, letters):
        numbers = small.words.labels(facet).holding([letters]) if letters else range(5)
        known = [n for n in numbers if n < len(small.codebook.values[facet])]
        counted = small.count_values(typed, {facet: known})[facet]
        of_sites = typed.near is not None or any(item.facet in OF_SITES for item in typed.filters)
        by_town = of_sites or facet == "city"
        query, looked_at = (towns.asked(typed), towns.documents) if by_town else (typed, documents)
        said = [each for each in slow.saying(looked_at, query) if slow.limited(each, query)]
        codes = {small.codebook.values[facet][number].code for number in numbers}
        expected = {code: count for code, count in slow.count(said, query, facet).items() if code in codes}
        assert {codebook_code(small, facet, count): count.trials for count in counted} == expected

    check()


def codebook_code(engine, facet, count):
    return engine.codebook.values[facet][count.number].code


def test_dates_order_hits_and_numbers_break_ties(small, documents):
    newest = small.match(Query(sort="newest"), limit=FEW).hits
    updated = small.match(Query(), limit=FEW).hits

    assert [hit.number for hit in newest] == in_order(documents, lambda each: each.newest)
    assert [hit.number for hit in updated] == in_order(documents, lambda each: each.updated)


def in_order(documents, day):
    return [each.number for each in sorted(documents, key=lambda each: (-day(each), each.number))]


@pytest.mark.parametrize(
    "query_string", ["q=patients", "q=study+OR+trial", "q=patients&sort=newest", "", "q=a+OR+the"]
)
def test_pages_neither_lose_nor_repeat_a_hit(engine, query_string):
    query = from_query_string(query_string).query

    whole = engine.match(query, limit=1000)
    paged = [
        hit for first in range(0, whole.total, 7) for hit in engine.match(query, first=first, limit=7).hits
    ]

    assert [hit.number for hit in paged] == [hit.number for hit in whole.hits]
    assert len({hit.number for hit in paged}) == whole.total > 100


def test_equal_scores_come_in_the_order_of_numbers_however_the_index_grew(tmp_path):
    same = [TrialRecord("ctgov", f"NCT{n:08d}", brief_title="Salt for gout") for n in range(40)]
    numbers = random.Random(3).sample(range(1, 1000), 40)
    folder = tmp_path / "index"
    for till in range(10, 41, 10):  # four commits, so that the index has several segments
        engine = open_with(
            folder,
            *(
                a_trial(n, r, change=c)
                for c, (n, r) in enumerate(zip(numbers[:till], same[:till], strict=True), 1)
            ),
        )

    hits = engine.match(Query(text=Text.read("gout")), limit=15).hits

    assert engine.searcher.num_segments > 1
    assert [hit.number for hit in hits] == sorted(numbers)[:15]


def test_a_phrase_does_not_reach_from_one_text_into_the_next(tmp_path):
    record = TrialRecord("ctgov", "NCT00000001", brief_title="Salt", conditions=("Heart", "Failure"))
    engine = open_with(tmp_path / "index", a_trial(1, record))

    assert engine.match(Query(text=Text.read('"heart failure"'))).total == 0
    assert engine.match(Query(text=Text.read("heart failure"))).total == 1


def test_words_are_found_by_stem_without_accents_and_possessives(tmp_path):
    record = TrialRecord(
        "ctgov", "NCT00000001", brief_title="Sjögren’s and Crohn disease in studies of children"
    )
    engine = open_with(tmp_path / "index", a_trial(1, record))

    for typed in ["sjogren", "SJÖGREN'S", "Crohn's disease", '"crohn’s diseases"', "study", "child"]:
        expected = 0 if typed == "child" else 1  # stems are no dictionary
        assert engine.match(Query(text=Text.read(typed))).total == expected, typed


def test_the_title_counts_more_than_the_summary(tmp_path):
    summary = TrialRecord("ctgov", "NCT00000001", brief_title="Salt", brief_summary="gout " * 5)
    title = TrialRecord("ctgov", "NCT00000002", brief_title="Gout")
    engine = open_with(tmp_path / "index", a_trial(1, summary), a_trial(2, title))

    assert [hit.number for hit in engine.match(Query(text=Text.read("gout"))).hits] == [2, 1]


def test_a_whole_acronym_or_number_comes_first_among_all_that_hold_the_word(tmp_path):
    words = TrialRecord("ctgov", "NCT00000001", brief_title="Sprint and sprint", conditions=("Sprint",))
    acronym = TrialRecord("ctgov", "NCT00000002", brief_title="Salt", acronym="SPRINT")
    engine = open_with(tmp_path / "index", a_trial(1, words), a_trial(2, acronym))

    assert [hit.number for hit in engine.match(Query(text=Text.read("sprint"))).hits] == [2, 1]


def test_a_trial_without_dates_comes_last(tmp_path):
    dated = TrialRecord(
        "ctgov", "NCT00000002", brief_title="Salt", dates=Dates(last_update_posted=StatedDate("1999-01-01"))
    )
    engine = open_with(tmp_path / "index", a_trial(1, TrialRecord("ctgov", "NCT00000001")), a_trial(2, dated))

    assert [hit.number for hit in engine.match(Query()).hits] == [2, 1]


def test_a_chosen_value_is_counted_however_rare(engine):
    rarest = engine.codebook.values["condition"][-1].code

    matched = engine.match(Query().with_filter("condition", rarest), facets=["condition"])

    counts = {
        engine.codebook.values["condition"][c.number].code: c.trials for c in matched.counts["condition"]
    }
    assert counts[rarest] == matched.total >= 1


def test_similar_trials_share_their_subject(engine, sample):
    breast = next(trial for trial in sample if "Breast Cancer" in trial.main.conditions)

    similar = engine.similar(breast.number, 5)

    by_number = {trial.number: trial.main for trial in sample}
    told = [
        str(by_number[number].conditions).lower() + by_number[number].brief_title.lower()
        for number in similar
    ]
    assert breast.number not in similar
    assert len(similar) == 5
    assert sum("breast" in text for text in told) >= 3


def test_no_such_trial_has_no_similar_ones(engine):
    assert engine.similar(999_999) == []


def test_the_same_question_without_words_is_answered_from_memory(small):
    assert small.match(Query(), facets=["status"]) is small.match(Query(), facets=["status"])
    for first in range(250):
        small.match(Query(), first=first, limit=1)
    assert len(small._without_words) <= 100


def dated(number: int, start: str, completion: str | None = None):
    dates = Dates(start=StatedDate(start), completion=StatedDate(completion) if completion else None)
    return a_trial(number, TrialRecord("ctgov", f"NCT0000000{number}", dates=dates))


def test_years_outside_those_that_are_shown_are_counted_together(tmp_path):
    engine = open_with(
        tmp_path / "index",
        *(
            dated(number, start)
            for number, start in enumerate(["1989-12", "1990", "2049-12-31", "2050-01"], 1)
        ),
    )
    expected = YearCounts({1990: 1, 2049: 1}, before=1, after=1)

    assert engine.count_years(Query())["start"] == expected
    assert count_years_of_trials(engine.columns, np.arange(4), ["start"]) == {"start": expected}
    assert engine.count_years(Query())["completion"] == YearCounts({}, unstated=4)


def test_the_years_of_a_date_are_told_whatever_period_of_it_is_asked_for(tmp_path):
    engine = open_with(tmp_path / "index", dated(1, "2019", "2021"), dated(2, "2020", "2022"))
    years = engine.count_years(from_query_string("start_from=2020").query)

    assert years["start"].trials == {2019: 1, 2020: 1}
    assert years["completion"].trials == {2022: 1}
