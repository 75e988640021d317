"""`trialway backup`: all that cannot be made again, in one file, while the site goes on."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from trialway.commands.common import DataOption, open_store
from trialway.errors import SettingError

EXAMPLES = ("trialway backup", "trialway backup /backups/trialway-monday.tar")

TargetArgument = Annotated[
    Path | None,
    typer.Argument(metavar="FILE", help="By default trialway-DATE.tar in this folder.", show_default=False),
]


def command(target: TargetArgument = None, data: DataOption = None) -> None:
    """Write every version of every record, the key and what was refused into one file; loads go on."""
    folder = open_store(data)
    from django.db import connection

    from trialway.archive.backup import back_up

    if connection.vendor != "sqlite":
        raise SettingError("The records are in PostgreSQL; back them up with pg_dump.")
    target = target or Path(f"trialway-{dt.datetime.now(dt.UTC):%Y-%m-%d-%H%M%S}.tar")
    manifest = back_up(folder, target)
    size = target.stat().st_size / 1e6
    versions = manifest.counts["archive_version"]
    print(f"{versions:,} versions in {target} ({size:,.1f} MB). It holds the site's secret key.")
