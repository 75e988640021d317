"""Trials like one: the columns against slow loops, the lists against what the records say."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from tests.search.making import a_trial, bring
from trialway.record import (
    ConditionTerms,
    MeshTerm,
    Recruitment,
    TrialRecord,
)
from trialway.search.document.sites import sites
from trialway.search.engine import generations
from trialway.search.engine.reader import open_index
from trialway.search.geo.site_columns import load_columns
from trialway.search.related import clusters
from trialway.search.related import related_trials as found_module
from trialway.search.related.build import bring_up_to_date
from trialway.search.related.heading_sets import HeadingSets
from trialway.search.related.inferred_headings import condition_headings, infer_headings
from trialway.search.related.nearest_open_site import nearest_open
from trialway.search.related.nearest_trials import by_headings, by_words
from trialway.search.related.neighbours import neighbours
from trialway.search.related.reader import open_columns
from trialway.search.related.reasons import TELLING
from trialway.search.related.related_trials import related_to
from trialway.search.related.score_adjustments import maximal_marginal_relevance, reciprocal_rank_fusion
from trialway.search.related.semantic_vectors import points, train
from trialway.search.related.topic_columns import TopicColumns, read_columns, read_state
from trialway.vocabulary.coded import Coded

KNOWN = 12
LISTS = some.lists(some.lists(some.integers(0, KNOWN - 1), unique=True, max_size=6), min_size=1, max_size=9)


def relate(folder, changed=(), upto=1):
    engine = open_index(folder)
    bring_up_to_date(generations.current(folder), engine, lambda _: changed, upto)
    return engine, open_columns(folder)


@pytest.fixture(scope="module")
def related(sample, tmp_path_factory):
    folder = tmp_path_factory.mktemp("related") / "index"
    bring(folder, sample)
    return relate(folder)


def number_of(sample, slug):
    return next(trial.number for trial in sample if trial.slug == slug)


def slow_likeness(lists, own, other):
    """simGIC, heading by heading."""

    def told(heading):
        return -math.log(sum(heading in each for each in lists) / len(lists))

    both, either = set(lists[own]) & set(lists[other]), set(lists[own]) | set(lists[other])
    whole = sum(map(told, either))
    return sum(map(told, both)) / whole if whole > 1e-6 else 0.0


@given(LISTS)
def test_likeness_is_that_of_a_loop_over_headings(lists):
    headed = HeadingSets.of(lists, KNOWN)

    for own in range(len(lists)):
        expected = [slow_likeness(lists, own, other) for other in range(len(lists))]
        assert headed.likeness(own) == pytest.approx(expected, abs=1e-5)


@given(LISTS, some.data())
def test_rows_taken_and_joined_keep_their_headings(lists, data):
    order = data.draw(some.permutations(range(len(lists))))
    headed = HeadingSets.of(lists, KNOWN)

    both = HeadingSets.of_parts([headed.taken(np.array(order), KNOWN), headed], KNOWN)

    wanted = [lists[row] for row in order] + lists
    assert [list(both.of_row(row)) for row in range(len(wanted))] == wanted
    for heading in range(KNOWN):
        rows = both.rows[both.firsts[heading] : both.firsts[heading + 1]]
        assert list(rows) == [row for row, each in enumerate(wanted) if heading in each]


@given(some.lists(some.lists(some.integers(1, 30), unique=True, max_size=8), min_size=1, max_size=4))
def test_fusing_adds_what_each_list_gives(lists):
    scores = reciprocal_rank_fusion(lists)

    for number, score in scores.items():
        ranks = [one.index(number) + 1 for one in lists if number in one]
        assert score == pytest.approx(sum(1 / (60 + rank) for rank in ranks))
    assert all(one >= other for one, other in pairwise(scores.values()))


def test_points_have_length_one_or_none():
    bags = [
        {"heart": 2, "failure": 1},
        {"heart": 1, "attack": 3},
        {"attack": 1, "failure": 2},
        {"unheard": 1},
    ]
    space = train(bags * 3)

    lengths = np.linalg.norm(points(space, [*bags, {}, {"never": 1}]), axis=1)

    assert lengths[:3] == pytest.approx(1, abs=1e-5)
    assert lengths[4:] == pytest.approx(0)


@pytest.mark.parametrize("bags", [[], [{}], [{"one": 1}], [{"one": 1}, {"two": 1}]])
def test_too_few_words_make_no_space_and_no_fault(bags):
    space = train(bags)

    assert points(space, [{"one": 1}]).shape[0] == 1


def test_words_that_mean_the_same_are_the_nearest_of_all_points(related):
    _, columns = related
    for row in (0, 7, 100):
        own = columns.table.points[row].astype(np.float32)
        scores = columns.table.points.astype(np.float32) @ own
        best = sorted(
            (-score, int(number))
            for other, (score, number) in enumerate(zip(scores, columns.table.numbers, strict=True))
            if other != row and score > 1e-6
        )
        assert by_words(columns, row, 10) == [number for _, number in best[:10]]


def test_clusters_find_nearly_what_all_points_give(related, monkeypatch):
    _, columns = related
    monkeypatch.setattr(clusters, "FEW", 100)
    monkeypatch.setattr(clusters, "PER_CLUSTER", 15)
    centres = clusters.centres_of(columns.table.points)
    of_each = clusters.nearest_centre(columns.table.points, centres)
    clustered = TopicColumns.of(columns.table, of_each, centres, columns.names, columns.learned)

    assert len(centres) > 12
    found = 0
    for number in map(int, columns.table.numbers[:60]):
        all_of_them = by_words(columns, columns.row(number), 10)
        found += len(set(all_of_them) & set(by_words(clustered, clustered.row(number), 10)))
    assert found > 0.8 * 600
    assert sorted(clustered.clusters) == sorted(of_each)
    for cluster in range(len(centres)):
        first, last = clustered.bounds[cluster], clustered.bounds[cluster + 1]
        nearest = clusters.nearest_centre(clustered.table.points[first:last], centres)
        assert set(nearest) <= {cluster}


def test_every_neighbour_shares_something_that_is_named(related, sample):
    engine, columns = related
    for trial in sample[:60]:
        for one in neighbours(engine, columns, trial.number):
            assert one.card.number != trial.number
            assert {reason.kind for reason in one.reasons} & {*TELLING, "words"}
            assert all(reason.names for reason in one.reasons)


def test_recruiting_neighbours_say_so_and_have_the_same_condition(related, sample):
    engine, columns = related
    number = number_of(sample, "NCT00089661")

    found = neighbours(engine, columns, number, recruiting=True)

    assert found
    assert {one.card.status.code for one in found} == {"recruiting"}
    assert all({"condition", "broader_condition"} & {reason.kind for reason in one.reasons} for one in found)


def test_a_trial_without_headings_gets_those_that_its_conditions_are_known_by(related, sample):
    engine, columns = related
    # Its record has no headings; the list of concepts knows metastatic breast cancer.
    number = number_of(sample, "NCT04740918")

    assert "Breast Neoplasms" in engine.fetch([number])[number].topics.conditions
    assert neighbours(engine, columns, number, recruiting=True)


def test_headings_are_learned_only_where_records_agree(related):
    engine, _ = related
    learned = infer_headings(engine.fetch_all())

    assert "Breast Neoplasms" in learned["breast cancer"]
    assert condition_headings(engine.fetch([1])[1].topics, ["Breast Cancer"], {}) == (
        *engine.fetch([1])[1].topics.conditions,
        *engine.fetch([1])[1].topics.broader_conditions,
    )


def test_what_is_told_elsewhere_is_left_out(related, sample):
    engine, columns = related
    number = number_of(sample, "NCT00089661")
    first = neighbours(engine, columns, number)[0].card.number

    again = neighbours(engine, columns, number, without={first})

    assert first not in {one.card.number for one in again}


def test_an_unknown_trial_has_no_neighbours(related):
    engine, columns = related
    assert neighbours(engine, columns, 10**9) == ()
    assert engine.fetch([10**9]) == {}


def asthma(number, status="recruiting", heading="Asthma", title="Inhaled steroid for asthma"):
    record = TrialRecord(
        registry="ctgov",
        record_id=f"NCT{number:08d}",
        brief_title=title,
        conditions=(heading,),
        condition_terms=ConditionTerms(terms=(MeshTerm("D001249", heading),)),
        recruitment=Recruitment(status=Coded(status, status.upper())),
    )
    return a_trial(number, record)


def test_changes_are_taken_in_and_removed_trials_leave(tmp_path):
    folder = tmp_path / "index"
    trials = [asthma(number) for number in range(1, 7)]
    bring(folder, trials)
    engine, columns = relate(folder)
    assert {one.card.number for one in neighbours(engine, columns, 1)} == {2, 3, 4, 5, 6}

    changed = replace(asthma(2, status="completed"), change=7)
    rest = [trials[0], *trials[3:], changed, replace(asthma(8), change=8)]
    bring(folder, rest, removed=[3], total=len(rest))
    engine, columns = relate(folder, changed={2, 8}, upto=8)

    assert set(map(int, columns.table.numbers)) == {1, 2, 4, 5, 6, 8}
    assert read_state(generations.current(folder)).upto == 8
    assert {one.card.number for one in neighbours(engine, columns, 1, recruiting=True)} == {4, 5, 6, 8}


def test_taking_in_bit_by_bit_finds_the_same_headings_as_all_at_once(sample, tmp_path):
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    bring(whole, sample[:120])
    _, at_once = relate(whole)
    bring(parts, sample[:100])
    relate(parts)
    bring(parts, sample[:120])
    _, bit_by_bit = relate(parts, changed=[trial.number for trial in sample[100:120]], upto=120)

    assert set(map(int, bit_by_bit.table.numbers)) == set(map(int, at_once.table.numbers))
    for trial in sample[:120]:
        if trial.main.condition_terms.terms:
            rows = at_once.row(trial.number), bit_by_bit.row(trial.number)
            assert alike(at_once, rows[0]) == pytest.approx(alike(bit_by_bit, rows[1]))


def alike(columns, row):
    """Number → how much of its headings a trial shares with that of the row."""
    table = columns.table
    scores = table.conditions.likeness(row) + table.treatments.likeness(row)
    return dict(zip(map(int, table.numbers), map(float, scores), strict=True))


def test_words_decide_among_trials_with_the_same_headings(tmp_path):
    folder = tmp_path / "index"
    titles = ["Inhaled steroid", "Asthma at school", "A new steroid", "Music and breathing"]
    alike = [asthma(number, title=title) for number, title in enumerate(titles * 2, 1)]
    others = [asthma(number, heading="Eczema", title="Cream") for number in range(9, 20)]
    bring(folder, [*alike, *others])
    _, columns = relate(folder)

    assert by_headings(columns, columns.row(1), 7)[0] == 5


def test_a_collection_that_has_grown_is_trained_anew(tmp_path, sample):
    folder = tmp_path / "index"
    bring(folder, sample[:20])
    relate(folder)
    bring(folder, sample[:80])
    relate(folder, changed=[trial.number for trial in sample[20:80]], upto=80)

    assert read_state(generations.current(folder)).trained_on == 80


def test_no_columns_yet_is_nothing_to_open(tmp_path, sample):
    bring(tmp_path / "index", sample[:3])

    assert open_columns(tmp_path / "index") is None
    assert read_state(generations.current(tmp_path / "index")) is None
    with pytest.raises(FileNotFoundError):
        read_columns(generations.current(tmp_path / "index"))


def test_an_interrupted_change_leaves_what_was_there_or_makes_it_anew(tmp_path, sample):
    folder = tmp_path / "index"
    bring(folder, sample[:10])
    relate(folder)
    generation = generations.current(folder)
    (generation / "related").rename(generation / "related.old")

    _, columns = relate(folder)

    assert len(columns) == 10
    assert not (generation / "related.old").exists()


def test_the_first_neighbours_are_spread_but_the_best_stays_first(related, sample):
    engine, columns = related
    scores = reciprocal_rank_fusion([engine.similar(number_of(sample, "NCT00089661"), 30)])

    chosen = maximal_marginal_relevance(columns, scores, 10)

    assert chosen[0] == next(iter(scores))
    assert len(set(chosen)) == 10
    assert set(chosen) <= set(scores)


def test_distances_are_those_of_a_loop_over_the_sites(related, sample):
    engine, _ = related
    trials = [trial for trial in sample if trial.main.sites][:80]

    found = nearest_open(engine.columns, [trial.number for trial in trials], 45.76, 4.84)

    for trial in trials:
        open_ = [site for site in sites(trial) if site.tier <= 1 and site.place.lat is not None]
        away = [haversine(45.76, 4.84, site.place.lat, site.place.lon) for site in open_]
        assert found.get(trial.number) == (pytest.approx(min(away), abs=0.01) if away else None)


def test_distances_are_those_of_the_trials_asked_for_alone(related, sample):
    engine, _ = related
    trials = [trial for trial in sample if trial.main.sites][:80]
    numbers = [trial.number for trial in trials]
    unknown = max(trial.number for trial in sample) + 1

    together = nearest_open(engine.columns, [*numbers, unknown], 45.76, 4.84)

    one_by_one = [nearest_open(engine.columns, [number], 45.76, 4.84) for number in numbers]
    assert together == {number: km for found in one_by_one for number, km in found.items()}
    assert nearest_open(engine.columns, [unknown], 45.76, 4.84) == {}


def test_the_sites_of_each_trial_are_kept_and_found_again_where_an_older_program_kept_none(sample, tmp_path):
    bring(tmp_path / "index", sample[:40])
    bring(tmp_path / "index", [*sample[:20], a_trial(21, sample[50].main, 1000), *sample[30:40]])
    generation = generations.current(tmp_path / "index")
    folder = generation / generations.read_state(generation).columns
    kept = load_columns(folder)
    for file in folder.glob("of_trials.*"):
        file.unlink()

    for columns in (kept, load_columns(folder)):
        for row in range(len(columns.number)):
            first, last = columns.of_trials.starts[row : row + 2]
            slow = [site for site, trial in enumerate(columns.trial) if trial == row]
            assert columns.of_trials.codes[first:last].tolist() == slow


def haversine(lat, lon, other_lat, other_lon):
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(half))


def test_the_pages_of_a_trial_share_what_was_found(sample, tmp_path, monkeypatch):
    bring(tmp_path / "index", sample)
    relate(tmp_path / "index")
    asked = []

    def looked(*given, **named):
        asked.append(given[2])
        return neighbours(*given, **named)

    monkeypatch.setattr(found_module, "neighbours", looked)
    first, again = (related_to(tmp_path / "index", sample[1]) for _ in range(2))
    assert first == again
    assert len(asked) == 2  # those that recruit, and those of any status
    bring(tmp_path / "index", sample[1:])
    relate(tmp_path / "index")
    related_to(tmp_path / "index", sample[1])
    assert len(asked) == 4
