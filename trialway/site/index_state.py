"""Which index a page was made from, as a part of its ETag: a look at the disk, nothing is opened."""

from django.conf import settings

from trialway.search.engine.reader import index_version


def index_state() -> str | None:
    """Differs after every change of the index; None while there is no index."""
    return index_version(settings.DATA_FOLDER.index)
