"""The search index as pages open it: data folder ─▶ **search_index** ─▶ pages, foot of pages, `/healthz`.

No other module of the site opens it, so that damage is logged and told in one way.
"""

import logging
from pathlib import Path

from django.conf import settings
from msgspec import Struct

from trialway.errors import NotFound, StoreDamaged
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index

log = logging.getLogger(__name__)

DAMAGED = (
    "The search index of this site is damaged, so nothing can be searched. Whoever runs this site repairs it "
    "with trialway index --rebuild; the server's log says what is damaged."
)
MISSING = "There is no search index yet. Whoever runs this site makes it with trialway index."
# The damage that was logged last, so that a thousand requests for a damaged index are one line of the log.
_logged: dict[Path, str] = {}


class IndexUnavailable(Exception):
    """A page needs the index and it cannot be used; the message is for visitors. ``damaged`` is False while
    there is no index yet."""

    def __init__(self, sentence: str, *, damaged: bool) -> None:
        super().__init__(sentence)
        self.damaged = damaged


class IndexHealth(Struct, frozen=True):
    """``reason`` says to operators why there is no engine: a path in it starts at the data folder."""

    engine: Engine | None
    reason: str = ""
    damaged: bool = False


def search_engine() -> Engine:
    """The index as it is now, for a page that needs it; IndexUnavailable when it cannot be used."""
    health = index_health()
    if health.engine is None:
        raise IndexUnavailable(DAMAGED if health.damaged else MISSING, damaged=health.damaged)
    return health.engine


def index_is_damaged() -> bool:
    """For pages that do without the index and say so."""
    return index_health().damaged


def index_health() -> IndexHealth:
    """The index as it is now, or why it cannot be used. Damage is logged once for each cause."""
    folder = settings.DATA_FOLDER.index
    try:
        engine = open_index(folder)
    except NotFound as error:
        return IndexHealth(None, _without_root(error))
    except StoreDamaged as error:
        if _logged.get(folder) != str(error):
            _logged[folder] = str(error)
            log.error("%s", error)
        return IndexHealth(None, _without_root(error), damaged=True)
    if _logged.pop(folder, None):
        log.warning("The search index %s can be used again.", folder)
    return IndexHealth(engine)


def _without_root(error: Exception) -> str:
    # Whoever asks for /healthz need not learn where on this machine the data lie.
    return str(error).replace(f"{settings.DATA_FOLDER.root}/", "")
