"""A site with the bundled sample in it, loaded and indexed once, asked through Django's client."""

import pytest
from django.db import connection
from django.test import Client

from tests.conftest import point_django_at
from tests.search.making import read_sample
from trialway import data_folder as folders


@pytest.fixture(scope="session")
def sample():
    return read_sample()


@pytest.fixture(scope="session")
def sample_folder(migrated_folder, tmp_path_factory, django_db_blocker):
    import shutil

    from trialway.archive.load import load_paths
    from trialway.commands.indexing import catch_up
    from trialway.sample import FILES, SEEN

    folder = folders.DataFolder(tmp_path_factory.mktemp("sample") / "data")
    shutil.copytree(migrated_folder, folder.root)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        point_django_at(folder, patch)
        with folders.writing(folder):
            load_paths(folder, list(FILES), seen=SEEN)
            catch_up(folder)
        connection.close()
    return folder


@pytest.fixture
def site(sample_folder, monkeypatch, django_db_blocker) -> Client:
    """Pages only read, so the loaded folder serves all tests."""
    with django_db_blocker.unblock():
        point_django_at(sample_folder, monkeypatch)
        yield Client()
        connection.close()


@pytest.fixture
def empty_site(data_folder) -> Client:
    return Client()
