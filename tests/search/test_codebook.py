"""Integers of facet values keep their meaning for ever."""

import pytest

from trialway.errors import StoreDamaged
from trialway.search.document.facet_codes import FacetCodes, FacetValue

FRANCE, ITALY = FacetValue("FR", "France"), FacetValue("IT", "Italy")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "codebook.jsonl"


def test_integers_count_from_zero_within_a_facet(path):
    book = FacetCodes(path)

    assert [
        book.number("country", FRANCE),
        book.number("country", ITALY),
        book.number("country", FRANCE),
    ] == [0, 1, 0]
    assert book.number("status", FacetValue("recruiting", "Recruiting")) == 0


def test_what_was_saved_is_read_again(path):
    book = FacetCodes(path)
    book.number("country", FRANCE)
    book.save()
    book.number("country", ITALY)
    book.save()

    again = FacetCodes(path)

    assert again.values == {"country": [FRANCE, ITALY]}
    assert (again.find("country", "IT"), again.find("country", "DE"), len(again)) == (1, None, 2)


def test_saving_nothing_new_leaves_the_file_alone(path):
    FacetCodes(path).save()

    assert not path.exists()


def test_half_a_line_that_a_crash_left_is_written_over(path):
    book = FacetCodes(path)
    book.number("country", FRANCE)
    book.save()
    with path.open("ab") as file:
        file.write(b'["country",1,"I')

    book = FacetCodes(path)
    assert book.number("country", ITALY) == 1
    book.save()

    assert FacetCodes(path).values == {"country": [FRANCE, ITALY]}


@pytest.mark.parametrize("line", [b"rubbish\n", b'["country",5,"FR","France"]\n', b"[1]\n"])
def test_a_damaged_codebook_is_refused(path, line):
    path.write_bytes(line)

    with pytest.raises(StoreDamaged, match="run trialway index --rebuild"):
        FacetCodes(path)
