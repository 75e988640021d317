"""Names written like one that is unknown: the same as a loop over all names finds, and nothing is kept."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from rapidfuzz.distance import OSA

from trialway.places import gazetteer
from trialway.places.spelling import LEAST, LOOKED_AT, names_written_like, nearest_cities

NAMES = [line.split("\t")[0] for line in (gazetteer.DATA / "names.tsv").read_text("utf-8").splitlines()]
LETTERS = some.sampled_from("abcdefghijklmnopqrstuvwxyz é")


@some.composite
def misspelt(draw):
    """A name with a letter added, left out, changed or swapped."""
    name = draw(some.sampled_from(NAMES))
    at = draw(some.integers(0, len(name) - 1))
    letter = draw(LETTERS)
    edits = (
        name[:at] + letter + name[at:],
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
    )
    return draw(some.sampled_from(edits))


def slow(name: str) -> list[tuple[str, float]]:
    """One name after the other, whatever its length."""
    rated = ((other, OSA.normalized_similarity(name, other, score_cutoff=LEAST)) for other in NAMES)
    likely = [(other, score) for other, score in rated if score >= LEAST]
    return sorted(likely, key=lambda each: -each[1])[:LOOKED_AT]


@settings(max_examples=25)
@given(misspelt())
def test_the_names_are_those_that_a_loop_over_all_finds(name):
    assert names_written_like(name) == slow(name)


def test_the_list_for_spellings_is_that_of_the_names():
    listed = (gazetteer.DATA / "spellings.txt").read_text("utf-8").splitlines()

    assert sorted(listed) == sorted(NAMES)
    assert [len(name) for name in listed] == sorted(map(len, NAMES))


@pytest.mark.parametrize("name", ["lyno", "munchn", "san francisko"])
def test_the_names_are_not_kept(name):
    nearest_cities(name)  # whatever is read once is read now
    tracemalloc.start()
    nearest_cities(f"{name}x")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert kept < 1_000_000


def test_every_postcode_that_begins_alike_is_found_up_to_the_last_of_the_list():
    codes = [
        line.split("\t")[0] for line in (gazetteer.DATA / "postcodes.tsv").read_text("utf-8").splitlines()
    ]

    for start in (codes[0], codes[-1], codes[-1][:1], "69", "ZZZZZ", "0", ""):
        found = [each.code for each in gazetteer.postcodes_from(start)]
        assert found == [code for code in codes if code.startswith(start)]
