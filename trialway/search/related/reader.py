"""The columns as readers have them: generation ─**opening**▶ columns. A look at the disk tells of changes."""

from pathlib import Path

from trialway.search.engine import generations
from trialway.search.related.topic_columns import (
    FOLDER,
    TopicColumns,
    read_columns,
    read_state,
)

_Stamp = tuple[str, int, int]
_open: dict[Path, tuple[_Stamp, TopicColumns]] = {}


def stamp(folder: Path) -> _Stamp | None:
    """What changes whenever the columns do; None while there are none."""
    generation = generations.current(folder)
    try:
        status = (generation / FOLDER / "state.json").stat() if generation else None
    except FileNotFoundError:
        return None
    return (str(generation), status.st_ino, status.st_mtime_ns) if status else None


def open_columns(folder: Path) -> TopicColumns | None:
    """The columns as they are now; None while there are none that this program can read.

    Nobody's page waits for them: they follow the index after a moment.
    """
    now, kept = stamp(folder), _open.get(folder)
    if now is None or (kept and kept[0] == now):
        return kept[1] if now and kept else None
    try:
        generation = Path(now[0])
        columns = read_columns(generation) if read_state(generation) else None
    except (OSError, ValueError):  # replaced while it was read
        return None
    if columns is not None:
        _open[folder] = (now, columns)
    return columns
