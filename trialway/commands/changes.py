"""`trialway changes`: what the registries changed, as JSON lines, one a version that became current."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from msgspec import Struct

from trialway.commands.common import DataOption, open_store
from trialway.differences.describe_changes import DescribedChange, describe_changes
from trialway.errors import NotFound, SettingError
from trialway.sample import TRIAL

if TYPE_CHECKING:
    from trialway.pipeline.changes import News

EXAMPLES = (
    "trialway changes --since 2026-03-01",
    f"trialway changes --trial {TRIAL} | jq -r .changes[].words",
    "trialway changes --since 2026-03-01 | grep recruitment.status",
)

SinceOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only what was first seen on this day or later: 2026-03-01."),
]
TrialOption = Annotated[
    str | None, typer.Option(metavar="ID", help="Only this trial, by its registry number, in any case.")
]


class ChangeLine(Struct, frozen=True):
    """``before`` is the name of the version that was replaced; without one the record is new."""

    trial: str
    registry: str
    record: str
    version: str
    registry_updated: dt.date | None
    first_seen: dt.datetime
    before: str | None
    changes: list[DescribedChange]


def command(since: SinceOption = None, trial: TrialOption = None, data: DataOption = None) -> None:
    """Print a JSON line for each version of a record that became current, oldest first, with its changes.

    Each change has its field, the registry's field, the values before and after, and a sentence.
    """
    if since is None and trial is None:
        raise SettingError("Of which changes? Give --since DATE, or --trial ID, or both.")
    day = read_day(since) if since else None
    open_store(data)

    from trialway.pipeline.changes import news

    for each in news(day, find_number(trial) if trial else None):
        print(msgspec.json.encode(line(each)).decode())


def read_day(since: str) -> dt.datetime:
    """The beginning of the day in UTC."""
    try:
        day = dt.date.fromisoformat(since)
    except ValueError:
        raise SettingError(f"--since {since!r} is no date; write it like 2026-03-01.") from None
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def find_number(trial: str) -> int:
    """The store's number of the trial that is asked for."""
    from trialway.archive.trials import find_address
    from trialway.search.document.identifiers import registry_number

    address = find_address(registry_number(trial) or trial)
    if address is None:
        raise NotFound(f"There is no trial {trial!r} here; trialway search finds trials by their words.")
    return address.number


def line(each: "News") -> ChangeLine:
    """One line of the output."""
    return ChangeLine(
        trial=each.trial,
        registry=each.registry,
        record=each.record_id,
        version=each.version.name,
        registry_updated=each.version.updated,
        first_seen=each.version.first_seen,
        before=each.before.name if each.before else None,
        changes=[describe_changes(change) for change in each.changes],
    )
