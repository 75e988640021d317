from tests.site.conftest import sample  # noqa: F401 - a fixture
