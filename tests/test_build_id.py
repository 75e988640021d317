"""The build's own hash changes with each file that is shipped, and with nothing else."""

import os
import shutil

import pytest

from trialway.build_id import PACKAGE, build_id, hash_of
from trialway.pipeline.rules_cache import NOT_OF_THE_READER, reader_version


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The package once more, its own to change."""
    without = shutil.ignore_patterns("__pycache__")
    return shutil.copytree(PACKAGE, tmp_path_factory.mktemp("copy") / "trialway", ignore=without)


def test_a_copy_of_the_package_is_the_same_build(package):
    assert hash_of(package) == build_id()


@pytest.mark.parametrize(
    "name",
    [
        "arms.py",
        "record.py",
        "places/distances.py",
        "interop/csv.py",
        "site/sheet.typ",
        "site/static/map/countries.json",
        "site/templates/base.jinja",
    ],
)
def test_a_change_of_any_file_is_another_build(package, name):
    file = package / name
    before = file.read_bytes()
    file.write_bytes(before + b" ")
    try:
        assert hash_of(package) != build_id()
    finally:
        file.write_bytes(before)


def test_a_change_of_any_kind_of_file_is_another_build(package):
    kinds = {file.suffix: file for file in package.rglob("*") if file.is_file()}
    assert len(kinds) > 10
    for file in kinds.values():
        before = file.read_bytes()
        file.write_bytes(before + b" ")
        assert hash_of(package) != build_id(), file
        file.write_bytes(before)


def test_a_new_name_is_another_build_and_compiled_code_is_not(package):
    cache = package / "__pycache__"
    cache.mkdir()
    (cache / "arms.cpython-311.pyc").write_bytes(os.urandom(16))
    assert hash_of(package) == build_id()

    (package / "arms.py").rename(package / "weapons.py")
    assert hash_of(package) != build_id()
    (package / "weapons.py").rename(package / "arms.py")


def test_pages_do_not_count_for_the_reader_of_criteria_and_all_that_it_reads_with_does(package):
    same = hash_of(package, NOT_OF_THE_READER)
    for name, counts in [("site/sheet.typ", False), ("arms.py", True), ("registry_text/lines.py", True)]:
        file = package / name
        before = file.read_bytes()
        file.write_bytes(before + b" ")
        assert (hash_of(package, NOT_OF_THE_READER) != same) is counts, name
        file.write_bytes(before)
    assert 0 <= reader_version() < 2**63
