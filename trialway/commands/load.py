"""`trialway load`: files of a registry's records into the archive, and the index brought up to date."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from trialway.archive.locking import writing
from trialway.commands.common import (
    DataOption,
    JsonOption,
    open_store,
    print_notice,
    refuse_unknown,
)
from trialway.commands.indexing import catch_up
from trialway.commands.progress import progress_bar
from trialway.data_folder import DataFolder
from trialway.errors import NothingTaken, SettingError
from trialway.registries.known import DEFAULT

if TYPE_CHECKING:
    from trialway.archive.load import Loaded

EXAMPLES = (
    "trialway load ctg-studies.json.zip",
    "trialway load records/ more.jsonl.zst",
    "trialway load snapshot.jsonl --seen 2024-05-01",
)

PathsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH…", help="Files, or folders that are searched for files.", show_default=False
    ),
]
SeenOption = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="When the registry said this, for older snapshots: 2024-05-01.",
        show_default=False,
    ),
]


RegistryOption = Annotated[
    str,
    typer.Option(
        metavar="REGISTRY", help=f"Whose records they are, by default {DEFAULT}.", show_default=False
    ),
]


def command(
    paths: PathsArgument,
    data: DataOption = None,
    seen: SeenOption = None,
    registry: RegistryOption = DEFAULT,
    as_json: JsonOption = False,
) -> None:
    """Load records of a registry: single ones, arrays, API pages, JSON lines; .gz, .zst, bulk .zip.

    What is known already is passed over, so a load that was stopped is carried on by the same command.
    """
    refuse_unknown(registry)
    day = read_day(seen)
    refuse_missing(paths)
    folder = open_store(data)
    with writing(folder):
        loaded = load_with_progress(folder, paths, day, registry)
        catch_up(folder)
    report(folder, loaded, as_json)
    if loaded.refused and not loaded.records:
        raise NothingTaken(
            "Nothing was taken: no record was found; trialway check lists what was refused and why."
        )


def read_day(seen: str | None) -> dt.datetime | None:
    """The day that --seen names, as the archive keeps moments."""
    if seen is None:
        return None
    try:
        day = dt.date.fromisoformat(seen)
    except ValueError:
        raise SettingError(f"--seen {seen!r} is no date; write it like 2024-05-01.") from None
    if day > dt.datetime.now(dt.UTC).date():
        raise SettingError(f"--seen {seen} has not come yet; name the day on which the file was made.")
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def refuse_missing(paths: Iterable[Path]) -> None:
    """Better before the first record than after the millionth."""
    for path in paths:
        if not path.exists():
            raise SettingError(f"{path} does not exist; name a file or a folder.")


def load_with_progress(
    folder: DataFolder, paths: list[Path], seen: dt.datetime | None, registry: str = DEFAULT
) -> "Loaded":
    """A bar on stderr when a person is watching; nothing else does the terminal see."""
    from trialway.archive.files.read_files import find_files
    from trialway.archive.load import load_paths

    files = list(find_files(paths))
    with progress_bar("Loading", "records", sum(file.stat().st_size for file in files)) as bar:

        def show(loaded: "Loaded") -> None:
            # How many records the files hold is known at their end; how many bytes, now.
            bar.show(loaded.records + loaded.refused, position=loaded.bytes_read)

        return load_paths(folder, files, seen=seen, registry=registry, progress=show)


def report(folder: DataFolder, loaded: "Loaded", as_json: bool) -> None:
    """What the load brought, in a sentence or for machines."""
    if as_json:
        print(msgspec.json.encode(loaded).decode())
        return
    print(
        f"{loaded.records:,} records from {loaded.files:,} files: {loaded.new:,} new, "
        f"{loaded.changed:,} changed, {loaded.unchanged:,} unchanged; {loaded.refused:,} refused."
    )
    if loaded.refused:
        print_notice(f"Their bytes are in {folder.refused}; trialway check lists the reasons.")
