"""What every first visitor would wait for, made ready beforehand in each worker: index ─**readiness**▶ pages.

After a start, and after every update of the index: the index opened, its words read, the questions of the
first page and of the search without words asked. Nothing depends on it; whoever comes earlier waits.
"""

import logging
import threading
from pathlib import Path

from trialway.errors import NotFound, StoreDamaged
from trialway.index.asking import asked
from trialway.index.engine import Engine
from trialway.index.opening import open_index
from trialway.index.related.opening import open_columns
from trialway.places.reading import find_place
from trialway.site.pages.home import figures_of
from trialway.site.pages.search import answered

# An update of the index is seen so soon; to look costs four calls of the system.
SECONDS = 5


def stay_ready(index: Path, stopped: threading.Event, seconds: float = SECONDS) -> None:
    """Look for another index again and again, until ``stopped``."""
    ready: Engine | None = None
    while not stopped.is_set():
        try:
            ready = _ready(index, ready)
        except Exception:
            # Whatever is wrong, the pages say it to those who ask for them; the watch must go on.
            logging.getLogger(__name__).exception("The index could not be made ready.")
        stopped.wait(seconds)


def _ready(index: Path, before: Engine | None) -> Engine | None:
    try:
        engine = open_index(index)
    except (NotFound, StoreDamaged):
        return before
    if engine is not before:
        figures_of(engine)
        answered(engine, asked(engine, ""))
        engine.words.suggester.suggest("a b")
        find_place("Lyon")
    open_columns(index)
    return engine
