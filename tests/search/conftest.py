"""Real trials of the bundled sample, and an index that is really made of them."""

import shutil

import pytest

from tests.search.making import bring, read_sample
from trialway.search.engine.reader import open_index
from trialway.trial import Trial


@pytest.fixture(scope="session")
def sample() -> list[Trial]:
    return read_sample()


@pytest.fixture(scope="session")
def sample_folder(sample, tmp_path_factory):
    """The index of the sample; tests that change it take a copy."""
    folder = tmp_path_factory.mktemp("sample") / "index"
    bring(folder, sample)
    return folder


@pytest.fixture(scope="session")
def engine(sample_folder):
    return open_index(sample_folder)


@pytest.fixture
def folder(sample_folder, tmp_path):
    return shutil.copytree(sample_folder, tmp_path / "index")
