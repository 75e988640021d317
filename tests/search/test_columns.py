"""The one store of columns: what is saved is mapped again, and rows of several values stay together."""

import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from trialway.search.columns import (
    has_array,
    join_rows,
    map_array,
    rows_of,
    save_arrays,
    starts_of,
    take_rows,
)

PACKAGE = Path(sys.modules["trialway"].__file__).parent
LISTS = some.lists(some.lists(some.integers(0, 9), max_size=4), max_size=6)


def as_rows(lists):
    values = [value for row in lists for value in row]
    return starts_of(map(len, lists)), np.array(values, np.int32)


def as_lists(rows):
    starts, values = rows
    return [values[begin:end].tolist() for begin, end in pairwise(starts)]


@given(lists=LISTS, data=some.data())
def test_rows_are_taken_in_any_order_and_more_than_once(lists, data):
    chosen = data.draw(some.lists(some.sampled_from(range(len(lists))), max_size=8)) if lists else []

    taken = take_rows(as_rows(lists), np.array(chosen, np.int64))

    assert as_lists(taken) == [lists[place] for place in chosen]
    assert taken[1].dtype == np.int32


@given(first=LISTS, second=LISTS)
def test_rows_of_parts_follow_each_other(first, second):
    assert as_lists(join_rows([as_rows(first), as_rows(second)])) == [*first, *second]


def test_every_value_knows_which_of_the_chosen_rows_it_is_of():
    starts, values = as_rows([[7], [], [8, 9]])

    positions, owner = rows_of(starts, np.array([2, 1, 0]))

    assert values[positions].tolist() == [8, 9, 7]
    assert owner.tolist() == [0, 0, 2]


def test_what_is_saved_is_mapped_as_it_was(tmp_path):
    arrays = {"number": np.array([3, 5], np.int64), "lat": np.array([[1.5, np.nan]], np.float32)}

    save_arrays(tmp_path / "columns", arrays)

    for name, array in arrays.items():
        found = map_array(tmp_path / "columns", name)
        assert found.dtype == array.dtype
        assert np.array_equal(found, array, equal_nan=name == "lat")
        assert type(found) is np.ndarray, "slices of numpy's class of maps are slow"
        with pytest.raises(ValueError, match="read-only"):
            found[0] = 1
    assert not has_array(tmp_path / "columns", "lon")
    with pytest.raises(FileNotFoundError):
        map_array(tmp_path / "columns", "lon")


def test_no_other_module_keeps_arrays_in_files():
    keeping = [
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if any(call in file.read_text() for call in ("np.save", "np.load", "memmap", "tofile(", "fromfile("))
    ]

    assert keeping == ["search/columns.py"]
