"""`trialway index`: the search index brought up to date with the archive, or made anew."""

from typing import Annotated

import msgspec
import typer

from trialway.archive.locking import writing
from trialway.commands.common import DataOption, JsonOption, open_store
from trialway.commands.indexing import catch_up, read_criteria_ahead

EXAMPLES = ("trialway index", "trialway index --rebuild", "trialway index --criteria")

RebuildOption = Annotated[
    bool,
    typer.Option("--rebuild", help="Make it anew from the archive, whatever its state.", show_default=False),
]
CriteriaOption = Annotated[
    bool,
    typer.Option(
        "--criteria",
        help="Read the criteria of every trial too, so that no visitor of the check waits for it.",
        show_default=False,
    ),
]


def command(
    data: DataOption = None,
    rebuild: RebuildOption = False,
    criteria: CriteriaOption = False,
    as_json: JsonOption = False,
) -> None:
    """Take into the search index what has changed in the archive; trialway load does so by itself.

    A new index is made beside the old one, which serves until the new one has been verified.
    """
    folder = open_store(data)
    with writing(folder):
        built = catch_up(folder, rebuild=rebuild)
    if criteria:
        read_criteria_ahead()
    if as_json:
        print(msgspec.json.encode(built).decode())
    else:
        print(f"{built.taken:,} trials indexed; the index holds {built.total:,}.")
