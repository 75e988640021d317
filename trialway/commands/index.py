"""`trialway index`: the search index brought up to date with the archive, or made anew."""

from typing import Annotated

import msgspec
import typer

from trialway.commands.indexing import catch_up
from trialway.commands.manners import DataOption, JsonOption, open_store
from trialway.data_folder import writing

EXAMPLES = ("trialway index", "trialway index --rebuild")

RebuildOption = Annotated[
    bool,
    typer.Option("--rebuild", help="Make it anew from the archive, whatever its state.", show_default=False),
]


def command(data: DataOption = None, rebuild: RebuildOption = False, as_json: JsonOption = False) -> None:
    """Take into the search index what has changed in the archive; trialway load does so by itself.

    A new index is made beside the old one, which serves until the new one has been verified.
    """
    folder = open_store(data)
    with writing(folder):
        built = catch_up(folder, rebuild=rebuild)
    if as_json:
        print(msgspec.json.encode(built).decode())
    else:
        print(f"{built.taken:,} trials indexed; the index holds {built.total:,}.")
