"""The columns of related trials as they are on the disk now."""

import logging
from pathlib import Path

import msgspec

from trialway.search.engine import generations
from trialway.search.related.topic_columns import (
    FOLDER,
    TopicColumns,
    read_columns,
    read_state,
)

_Stamp = tuple[str, int, int]
log = logging.getLogger(__name__)
_open: dict[Path, tuple[_Stamp, TopicColumns]] = {}
_damaged: dict[Path, _Stamp] = {}


def stamp(folder: Path) -> _Stamp | None:
    """What changes whenever the columns do; None while there are none."""
    try:
        generation = generations.current(folder)
        status = (generation / FOLDER / "state.json").stat() if generation else None
    except OSError:
        return None
    return (str(generation), status.st_ino, status.st_mtime_ns) if status else None


def open_columns(folder: Path) -> TopicColumns | None:
    """The columns as they are now; None while there are none that this program can read. Damage is logged
    once.

    Nobody's page waits for them: they follow the index after a moment.
    """
    now, kept = stamp(folder), _open.get(folder)
    if now is None or (kept and kept[0] == now):
        return kept[1] if now and kept else None
    generation = Path(now[0])
    try:
        columns = read_columns(generation) if read_state(generation) else None
    except (OSError, EOFError, ValueError, msgspec.DecodeError) as error:
        # Either replaced while they were read, or damaged.
        if stamp(folder) == now and _damaged.get(folder) != now:
            _damaged[folder] = now
            log.error(
                "What related trials are found by cannot be read from %s (%s); run trialway index --rebuild.",
                generation / FOLDER,
                error,
            )
        return None
    if columns is not None:
        _open[folder] = (now, columns)
    return columns
