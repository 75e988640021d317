"""The index as readers have it: generations ─**opening**▶ engine. A look at the disk tells of every
change."""

import threading
from pathlib import Path

from trialway.errors import NotFound, StoreDamaged
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.engine import generations
from trialway.search.geo.site_columns import load_columns
from trialway.search.language import lexicon
from trialway.search.tantivy_engine.engine import TantivyEngine

Stamp = tuple[object, ...]
_open: dict[Path, tuple[Stamp, TantivyEngine]] = {}
_lock = threading.Lock()
# A generation can be replaced between reading its name and opening it, but hardly three times in a row.
ATTEMPTS = 3


def open_index(folder: Path) -> TantivyEngine:
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


def _opened(folder: Path) -> TantivyEngine:
    generation = generations.current(folder)
    if generation is None:
        raise NotFound(
            f"There is no search index in {folder} yet; trialway load makes one, trialway demo shows one."
        )
    stamp = stamp_of(generation)
    kept = _open.get(folder)
    if kept and kept[0] == stamp:
        return kept[1]
    with _lock:
        kept = _open.get(folder)
        if not kept or kept[0] != stamp:
            kept = _open[folder] = (stamp, open_generation(generation))
    return kept[1]


def stamp_of(generation: Path) -> Stamp:
    """Other whenever what readers find is other. FileNotFoundError when the generation is gone.

    tantivy replaces meta.json with every commit; index.json follows with the columns, and now and then the
    lexicon.
    """
    words, state = ((generation / name).stat() for name in ("meta.json", "index.json"))
    return (
        str(generation),
        *(words.st_ino, words.st_mtime_ns),
        *(state.st_ino, state.st_mtime_ns),
        lexicon.stamp_of(generation),
    )


def open_generation(generation: Path) -> TantivyEngine:
    """A generation opened and looked over; StoreDamaged when this program cannot use it."""
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
    return TantivyEngine(generation, codebook, columns)


def _unreadable(folder: Path, error: OSError) -> StoreDamaged:
    return StoreDamaged(f"The index {folder} cannot be read ({error}); run trialway index --rebuild.")
