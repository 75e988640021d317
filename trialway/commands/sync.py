"""`trialway sync`: a registry fetched whole the first time, then what changed."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from trialway.commands.common import (
    DataOption,
    JsonOption,
    open_store,
    print_notice,
    refuse_unknown,
)
from trialway.commands.indexing import catch_up
from trialway.commands.progress import progress_bar
from trialway.data_folder import DataFolder, working_alone
from trialway.errors import SettingError
from trialway.registries.http import RegistryError
from trialway.registries.known import DEFAULT, REGISTRIES
from trialway.registries.subset import Subset

if TYPE_CHECKING:
    from trialway.archive.models import Sync
    from trialway.archive.sync.run import Listener

EXAMPLES = (
    f"trialway sync {DEFAULT}",
    f'trialway sync {DEFAULT} --query "breast cancer"',
    f"trialway sync {DEFAULT} --country France --every 24h",
    f"trialway sync {DEFAULT} --accept",
)
_UNITS = {"m": 60, "h": 3600, "d": 86400}

RegistryArgument = Annotated[str, typer.Argument(help=f"Which registry: {', '.join(REGISTRIES)}.")]
QueryOption = Annotated[
    str | None, typer.Option(help="Keep only what this query of the registry finds.", show_default=False)
]
CountryOption = Annotated[
    str | None, typer.Option(help="Keep only trials with sites there.", show_default=False)
]
SponsorOption = Annotated[
    str | None, typer.Option(help="Keep only this sponsor's trials.", show_default=False)
]
FullOption = Annotated[bool, typer.Option("--full", help="Fetch everything again, not only what changed.")]
AcceptOption = Annotated[bool, typer.Option("--accept", help="Publish the pass that is held back.")]
EveryOption = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Go on for ever with this pause: 30m, 24h.", show_default=False),
]


def command(
    registry: RegistryArgument,
    data: DataOption = None,
    query: QueryOption = None,
    country: CountryOption = None,
    sponsor: SponsorOption = None,
    full: FullOption = False,
    accept: AcceptOption = False,
    every: EveryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Fetch a registry politely, one request a second: everything the first time, then what changed.

    What was stopped is carried on by the same command. A subset stays a subset. A pass that would lose
    much of the registry, or bring much that cannot be read, is held back, and the last good state stays.
    """
    refuse_unknown(registry)
    pause = seconds(every) if every else None
    wanted = Subset(query or None, country or None, sponsor or None)
    folder = open_store(data)
    while True:
        try:
            once(folder, registry, None if wanted == Subset() else wanted, full, accept, as_json)
        except RegistryError as error:
            if pause is None:
                raise
            print_notice(f"trialway: {error}")
        if pause is None:
            return
        full = accept = False
        time.sleep(pause)


def once(
    folder: DataFolder, registry: str, subset: Subset | None, full: bool, accept: bool, as_json: bool
) -> None:
    """One pass, and the index brought up to date with it."""
    from trialway.archive.locking import writing
    from trialway.archive.sync import run

    opened = REGISTRIES[registry].sync_source(print_notice)
    with working_alone(folder, "sync"), watched() as listener, opened as source:
        if accept:
            done: Sync | None = run.accept(folder, source, listener)
        else:
            done = run.sync(folder, source, subset, full=full, listener=listener)
    with writing(folder):
        catch_up(folder)
    report(registry, done, as_json)
    if done and done.state == "held":
        raise typer.Exit(1)


@contextmanager
def watched() -> Iterator["Listener"]:
    """A bar on stderr: records fetched, then loaded, with the time left."""
    from trialway.archive.sync.run import Listener

    with progress_bar("Planning", "records") as bar:
        yield Listener(
            fetching=lambda run: bar.show(run.fetched, total=run.expected, what="Fetching"),
            loading=lambda loaded: bar.show(loaded.records + loaded.refused, what="Loading"),
        )


def report(registry: str, done: "Sync | None", as_json: bool) -> None:
    """What the pass brought, in a sentence or for machines."""
    import msgspec

    if as_json:
        fields = ("state", "reason", "kind", "fetched", "new", "changed", "unchanged", "refused", "withdrawn")
        told = {field: getattr(done, field) for field in fields} if done else {"state": "nothing new"}
        print(msgspec.json.encode(told).decode())
    elif done is None:
        print("The registry has nothing new.")
    elif done.state == "held":
        print(
            f"Held back: {done.reason} The last good state stays.\n"
            f"trialway sync {registry} --accept publishes this pass as it is."
        )
    else:
        print(
            f"{done.fetched:,} records fetched: {done.new:,} new, {done.changed:,} changed, "
            f"{done.unchanged:,} unchanged, {done.refused:,} refused; {done.withdrawn:,} withdrawn from the "
            f"registry. The registry's data are of {done.data_timestamp}."
        )


def seconds(every: str) -> float:
    """``30m``, ``24h``, ``7d`` in seconds; at least a minute, for the registry's sake."""
    number, unit = every[:-1], every[-1:]
    if unit not in _UNITS or not number.isdigit() or int(number) == 0:
        raise SettingError(f"--every {every!r} is no time; write it like 30m, 24h or 7d.")
    return float(int(number) * _UNITS[unit])
