"""The index as pages and commands have it: generations ─▶ **open_index** ─▶ Engine.

A look at the disk tells of every change; nothing is opened twice.
"""

import threading
from pathlib import Path

from trialway.errors import NotFound, StoreDamaged
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.engine import generations
from trialway.search.engine.backends import BACKEND
from trialway.search.engine.base import Engine
from trialway.search.geo.site_columns import load_columns
from trialway.search.language import lexicon

_open: dict[Path, Engine] = {}
_lock = threading.Lock()
# A generation can be replaced between reading its name and opening it, but hardly three times in a row.
ATTEMPTS = 3


def open_index(folder: Path) -> Engine:
    """The index as it is now; kept open until a writer has committed or switched to a new generation.

    NotFound when there is none yet, StoreDamaged when it cannot be used. An engine never changes under its
    user.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return _opened(folder)
        except (StoreDamaged, OSError) as error:
            if attempt == ATTEMPTS:
                raise error if isinstance(error, StoreDamaged) else _unreadable(folder, error) from error
    raise AssertionError("the last attempt returns or raises")


def _opened(folder: Path) -> Engine:
    generation = generations.current(folder)
    if generation is None:
        raise NotFound(
            f"There is no search index in {folder} yet; trialway load makes one, trialway demo shows one."
        )
    version = version_of(generation)
    kept = _open.get(folder)
    if kept and kept.version == version:
        return kept
    with _lock:
        kept = _open.get(folder)
        if not kept or kept.version != version:
            kept = _open[folder] = open_generation(generation, version)
    return kept


def index_version(folder: Path) -> str | None:
    """The version of the index in a folder, read without opening it; None when there is none."""
    generation = None
    try:
        generation = generations.current(folder)
        return version_of(generation) if generation else None
    except OSError:
        # Damaged, or replaced by a newer one since its name was read: no page may count as still the same.
        return str(generation)


def version_of(generation: Path) -> str:
    """Differs whenever readers would find something else. FileNotFoundError when the generation is gone.

    The engine's files change first, index.json with the columns after them, now and then the lexicon.
    """
    state = (generation / "index.json").stat()
    words = lexicon.stamp_of(generation)
    numbers = (state.st_ino, state.st_mtime_ns, *words)
    return ".".join((str(generation), BACKEND.version(generation), *(f"{number:x}" for number in numbers)))


def open_generation(generation: Path, version: str = "") -> Engine:
    """A generation opened and checked; StoreDamaged when this program cannot use it."""
    state = generations.read_state(generation)
    reason = generations.rebuild_reason(generation, state)
    if reason or state is None:
        raise StoreDamaged(f"{reason} Run trialway index to make it anew.")
    codebook = FacetCodes(generations.facet_codes_file(generation))
    if len(codebook) < state.values:
        raise StoreDamaged(f"{codebook.path} has lost lines; run trialway index to make the index anew.")
    try:
        columns = load_columns(generation / state.columns)
    except (ValueError, EOFError) as error:
        raise StoreDamaged(
            f"{generation / state.columns} cannot be read ({error}); run trialway index --rebuild."
        ) from error
    return BACKEND.open(generation, codebook, columns, version)


def _unreadable(folder: Path, error: OSError) -> StoreDamaged:
    return StoreDamaged(f"The index {folder} cannot be read ({error}); run trialway index --rebuild.")
