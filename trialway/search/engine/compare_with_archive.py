"""Index and archive → sentences on what they do not have in common: trials missing, left over, not up to
date."""

from collections.abc import Mapping
from pathlib import Path

from trialway.errors import NotFound, StoreDamaged
from trialway.search.engine import generations
from trialway.search.engine.reader import open_index

_REMEDY = "run trialway index"


def compare_with_archive(folder: Path, changes: Mapping[int, int]) -> list[str]:
    """Sentences about what is wrong; ``changes``: every trial's number → its last change."""
    try:
        held = open_index(folder).numbers()
    except NotFound as error:
        return [str(error)] if changes else []
    except StoreDamaged as error:
        return [str(error)]
    generation = generations.current(folder)
    state = generations.read_state(generation) if generation else None
    upto = state.upto if state else 0
    counts = {
        "trials of the archive are not in the index": len(changes.keys() - held),
        "trials of the index are not in the archive": len(held - changes.keys()),
        "trials have changed since the index was brought up to date": sum(
            change > upto for change in changes.values()
        ),
    }
    return [f"{count:,} {what}; {_REMEDY}." for what, count in counts.items() if count]
