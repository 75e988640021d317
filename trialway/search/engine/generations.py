"""The folder of the index on the disk: one subfolder a generation, one of them current.

index/current      the name of the generation that is read, replaced in one step
index/g000001/     the engine's files; codebook.jsonl: facet codes as integers, copied from the one before;
                   columns-1/: sites and facet values as columns, rewritten whole with each update;
                   index.json: what made it, how far it goes, and which columns belong to it
"""

import shutil
from pathlib import Path

import msgspec

from trialway.atomic_files import replace_file
from trialway.search.document.document import SCHEMA
from trialway.search.engine.backends import BACKEND


class IndexState(msgspec.Struct, frozen=True, kw_only=True):
    """``upto``: the highest Trial.change taken in; written after the commit, so never too high.

    ``trials`` and ``values``: how many trials the engine and how many values the codebook held then.
    ``columns``: the folder with the columns that belong to it. ``engine``: which engine's files these are,
    and of which version; older files have the version alone, as ``tantivy``.
    """

    schema: int
    upto: int
    trials: int
    values: int
    columns: str
    engine: str = ""
    tantivy: str = ""


def current(folder: Path) -> Path | None:
    """The current generation's folder; None when there is none yet."""
    try:
        name = (folder / "current").read_text("utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None
    return folder / name if name else None


def read_state(generation: Path) -> IndexState | None:
    """What index.json says; None when it is missing or unreadable."""
    try:
        state = msgspec.json.decode((generation / "index.json").read_bytes(), type=IndexState)
    except (OSError, msgspec.DecodeError):
        return None
    return state if state.engine else msgspec.structs.replace(state, engine=f"tantivy {state.tantivy}")


def rebuild_reason(generation: Path, state: IndexState | None) -> str | None:
    """Why this program cannot use a generation, as a sentence; None when it can."""
    if state is None:
        return f"{generation / 'index.json'} could not be read."
    if state.engine != BACKEND.format:
        return f"The index was made by {state.engine}, this is {BACKEND.format}."
    if state.schema != SCHEMA:
        return f"The index has schema {state.schema}, this program uses {SCHEMA}."
    return None


def write_state(generation: Path, *, upto: int, trials: int, values: int, columns: str = "") -> None:
    """Say what made this generation and how far it goes."""
    state = IndexState(
        schema=SCHEMA, engine=BACKEND.format, upto=upto, trials=trials, values=values, columns=columns
    )
    replace_file(generation / "index.json", msgspec.json.format(msgspec.json.encode(state)) + b"\n")


def begin(folder: Path) -> Path:
    """A folder for the next generation, with the codes of the current one; what a crash left is removed."""
    remove_others(folder)
    numbers = [int(path.name[1:]) for path in _all(folder)]
    generation = folder / f"g{max(numbers, default=0) + 1:06d}"
    generation.mkdir(parents=True)
    before = current(folder)
    if before and facet_codes_file(before).exists():
        shutil.copyfile(facet_codes_file(before), facet_codes_file(generation))
    return generation


def facet_codes_file(generation: Path) -> Path:
    """Where a generation keeps its facet codes."""
    return generation / "codebook.jsonl"


def begin_columns(generation: Path) -> Path:
    """A folder for the next columns; nothing reads it until index.json names it."""
    numbers = [int(path.name.removeprefix("columns-")) for path in generation.glob("columns-*")]
    return generation / f"columns-{max(numbers, default=0) + 1}"


def remove_other_columns(generation: Path, kept: str) -> None:
    """Remove columns that index.json no longer names; readers that have them mapped keep them."""
    for path in generation.glob("columns-*"):
        if path.name != kept:
            shutil.rmtree(path)


def switch(folder: Path, generation: Path) -> None:
    """Make it the current generation and remove the others; readers that have one open keep their files."""
    replace_file(folder / "current", f"{generation.name}\n".encode())
    remove_others(folder)


def remove_others(folder: Path) -> None:
    """Remove every generation but the current one."""
    kept = current(folder)
    for path in _all(folder):
        if path != kept:
            shutil.rmtree(path)


def _all(folder: Path) -> list[Path]:
    return [path for path in folder.glob("g*") if path.name[1:].isdecimal() and path.is_dir()]
