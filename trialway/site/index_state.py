"""Which index a page was made from, as a part of its ETag: a look at the disk, nothing is opened."""

from django.conf import settings

from trialway.search.engine import generations
from trialway.search.engine.reader import Stamp, stamp_of


def index_state() -> Stamp | None:
    """Changes with all that an index can change by; None while there is no index."""
    generation = None
    try:
        generation = generations.current(settings.DATA_FOLDER.index)
        return stamp_of(generation) if generation else None
    except OSError:
        # Damaged, or replaced by a newer one since its name was read: no page may count as still the same.
        return (str(generation),)
