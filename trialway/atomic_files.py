"""Files replaced in one step: readers see the old or the new one, never a part of it."""

import os
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write a whole file in one step: readers see the old or the new one, also after the power fails."""
    new = path.with_name(f"{path.name}.new")
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
