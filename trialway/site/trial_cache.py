"""Trials that were read a moment ago: address ─▶ **recent** ─▶ pages.

Whoever reads a trial turns from one of its views to the others, and each asks for its map, its sheet or its
pictures; to find and to read the records anew takes a sixth of a page's time.
"""

import time

from trialway.archive.trials import Address, get_trial
from trialway.site.index_state import index_state
from trialway.trial import Trial

MOST = 50
# A sync that finds a record unchanged says so in the store alone: nobody is shown an older day for long.
SECONDS = 60
_kept: dict[tuple[object, int, Address], Trial] = {}


def cached_trial(address: Address) -> Trial | None:
    """The trial with all its records. An address changes with its trial; the index does with every load."""
    key = index_state(), int(time.monotonic() // SECONDS), address
    trial = _kept.get(key) or get_trial(address.number)
    if trial is not None and key[0] is not None:
        if len(_kept) >= MOST:
            _kept.clear()
        _kept[key] = trial
    return trial
