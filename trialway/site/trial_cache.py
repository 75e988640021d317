"""Trials that were read a moment ago: address ─▶ **cached_trial** ─▶ pages.

Whoever reads a trial turns from one of its views to the others, and each asks for its map, its sheet or its
pictures; to find and to read the records anew takes a sixth of a page's time.
"""

from trialway.archive.trials import Address, get_trial
from trialway.caches import Cache
from trialway.site.index_state import index_state
from trialway.trial import Trial

MOST = 50
# A sync that finds a record unchanged says so in the store alone: nobody is shown an older day for long.
SECONDS = 60
_trials: Cache[tuple[str, Address], Trial] = Cache("trials as read", MOST, SECONDS)


def cached_trial(address: Address) -> Trial | None:
    """The trial with all its records. An address changes with its trial; the index does with every load."""
    version = index_state()
    trial = _trials.get((version, address)) if version else None
    if trial is None:
        trial = get_trial(address.number)
        if trial is not None and version:
            _trials.keep((version, address), trial)
    return trial
