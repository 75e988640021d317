"""Which index a page was made from, as a part of its ETag: one look at the disk, nothing is opened."""

from django.conf import settings

from trialway.index import generations


def index_state() -> tuple[str, int] | None:
    """Changes with every commit and every new generation; None while there is no index."""
    generation = generations.current(settings.DATA_FOLDER.index)
    if generation is None:
        return None
    try:
        return generation.name, (generation / "meta.json").stat().st_mtime_ns
    except FileNotFoundError:
        # Replaced by a newer one since its name was read: no page may count as still the same.
        return generation.name, 0
