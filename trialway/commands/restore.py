"""`trialway restore`: a backup into an empty data folder, checked byte for byte, and the index made anew."""

from pathlib import Path
from typing import Annotated

import typer

from trialway import environment
from trialway.archive.locking import writing
from trialway.commands.common import DataOption, chosen_folder, open_store
from trialway.commands.indexing import catch_up
from trialway.errors import SettingError

EXAMPLES = (
    "trialway restore trialway-monday.tar",
    "trialway restore trialway-monday.tar --data /srv/trialway",
)

SourceArgument = Annotated[Path, typer.Argument(metavar="FILE", help="What trialway backup wrote.")]


def command(source: SourceArgument, data: DataOption = None) -> None:
    """Check a backup and put it into an empty data folder; a damaged one is refused.

    What was stopped is carried on by the same command.
    """
    from trialway.archive.backup import finish, restore

    if not source.exists():
        raise SettingError(f"{source} does not exist; name a file that trialway backup wrote.")
    if environment.DATABASE_URL.value():
        raise SettingError(
            "DATABASE_URL names a PostgreSQL database; unset it to restore SQLite, or use pg_restore."
        )
    manifest = restore(source, chosen_folder(data))
    folder = open_store(data)
    with writing(folder):
        catch_up(folder)
    finish(folder)
    counts = manifest.counts
    print(
        f"{counts['archive_version']:,} versions of {counts['archive_record']:,} records restored "
        f"into {folder.root}, as of {manifest.made:%Y-%m-%d %H:%M} UTC."
    )
