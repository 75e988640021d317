"""What all commands share: their common options, how they speak, and how they open the store."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, ParamSpec

import typer

from trialway import data_folder
from trialway.data_folder import DataFolder
from trialway.errors import SettingError
from trialway.registries.known import REGISTRIES
from trialway.registry_text.controls import without_controls

P = ParamSpec("P")
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help="The folder that holds everything; by default $TRIALWAY_DATA or a folder of yours.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


def print_notice(sentence: str) -> None:
    """Progress and remarks go to stderr, so that stdout holds nothing but what was asked for."""
    print(without_controls(sentence), file=sys.stderr, flush=True)


def refuse_unknown(registry: str) -> None:
    """A registry that this version does not read is a slip of the hand."""
    if registry not in REGISTRIES:
        raise SettingError(f"There is no registry {registry!r}; there is {', '.join(REGISTRIES)}.")


def throttle(show: Callable[P, None], seconds: float = 0.1) -> Callable[P, None]:
    """``show``, but not more often than an eye can follow: drawing a bar costs more than storing a record."""
    shown = 0.0

    def now_and_then(*args: P.args, **kwargs: P.kwargs) -> None:
        nonlocal shown
        if (now := time.monotonic()) - shown >= seconds:
            shown = now
            show(*args, **kwargs)

    return now_and_then


def chosen_folder(data: Path | None) -> DataFolder:
    """The folder that --data or the environment names; from now on the one that this process works on."""
    if data is not None:
        os.environ["TRIALWAY_DATA"] = str(data)
    return data_folder.current()


def open_store(data: Path | None) -> DataFolder:
    """Choose the data folder, make it and its database when they are not there, and set Django up.

    Call it before anything of Django or the archive is imported.
    """
    folder = data_folder.prepare(chosen_folder(data))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trialway.settings")

    import django

    django.setup()

    from django.conf import settings

    from trialway.archive.migrating import migrate_when_needed

    assert folder == settings.DATA_FOLDER, "a process works on one data folder only"
    migrate_when_needed(folder)
    return folder
