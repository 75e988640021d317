"""What must come up for sixty searches as people type them comes up on the first page."""

import pytest

from tests.search.real_queries import ask, is_right, real_queries

QUERIES = real_queries()


def test_there_are_sixty_of_patients_nurses_and_analysts():
    assert len(QUERIES) == 60
    assert {query.who for query in QUERIES} == {"patient", "nurse", "analyst"}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.typed)
def test_what_must_come_up_comes_up(engine, query):
    _, found = ask(engine, query)

    slugs = [hit.card.slug for hit in found.hits]
    assert [wanted for wanted in query.wanted if wanted not in slugs] == []


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.typed)
def test_the_first_hit_is_right(engine, query):
    _, found = ask(engine, query)

    assert [hit.card.title for hit in found.hits[:1] if not is_right(query, hit)] == []
