"""The command line: one command each, with the same manners; each lives in a module of trialway/commands/.

A module there has `command`, a typer function whose docstring is its help, and `EXAMPLES`, lines that work as
they stand. It imports Django and the archive inside the function, after the data folder is known.
"""

import contextlib
import errno
import functools
import sqlite3
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Annotated, NoReturn, ParamSpec

import typer
from django.db.utils import DatabaseError

from trialway import __version__
from trialway.commands import (
    backup,
    changes,
    check,
    demo,
    fit,
    index,
    load,
    related,
    restore,
    search,
    serve,
    show,
    sync,
    upgrade,
)
from trialway.commands.common import print_notice
from trialway.commands.terminal import clean
from trialway.errors import StoreDamaged, TrialwayError

P = ParamSpec("P")

COMMANDS: dict[str, ModuleType] = {
    "demo": demo,
    "load": load,
    "sync": sync,
    "index": index,
    "upgrade": upgrade,
    "search": search,
    "show": show,
    "related": related,
    "fit": fit,
    "changes": changes,
    "serve": serve,
    "check": check,
    "backup": backup,
    "restore": restore,
}
INTERRUPTED = 130  # 128 + SIGINT, as shells have it

app = typer.Typer(
    name="trialway",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"trialway {__version__}")
        raise typer.Exit


@app.callback()
def trialway(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Find clinical trials: load the records of the registries, search them, and serve them as pages."""


def mannered(command: Callable[P, None]) -> Callable[P, None]:
    """The command with its mistakes told in one sentence on stderr and an exit code, not in a traceback, and
    with nothing on stdout that a terminal would obey."""

    @functools.wraps(command)
    def run(*args: P.args, **options: P.kwargs) -> None:
        try:
            with contextlib.redirect_stdout(clean(sys.stdout)):
                command(*args, **options)
        except TrialwayError as error:
            fail(str(error), error.exit_code)
        except KeyboardInterrupt:
            fail("interrupted; what was finished is kept, and the same command carries on.", INTERRUPTED)
        except (OSError, DatabaseError) as error:
            if is_disk_full(error):
                fail("the disk is full; make room, and the same command carries on.", TrialwayError.exit_code)
            if is_damage(error):
                fail(
                    f"the database is damaged ({error}); trialway check says more. Restore a backup into an "
                    "empty folder, or load again there.",
                    StoreDamaged.exit_code,
                )
            raise

    return run


def fail(sentence: str, exit_code: int) -> NoReturn:
    print_notice(f"trialway: {sentence}")
    raise typer.Exit(exit_code)


def is_disk_full(error: OSError | DatabaseError) -> bool:
    if isinstance(error, OSError):
        return error.errno in {errno.ENOSPC, errno.EDQUOT}
    return "disk is full" in str(error)


def is_damage(error: OSError | DatabaseError) -> bool:
    """Whether SQLite has found pages that it did not write so."""
    cause = error.__cause__
    return isinstance(cause, sqlite3.Error) and (getattr(cause, "sqlite_errorcode", 0) & 0xFF) in {
        *(sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB),
    }


for name, module in COMMANDS.items():
    # An empty line between two examples keeps each on a line of its own in the help.
    app.command(name, epilog="\n\n".join(["Examples:", *module.EXAMPLES]))(mannered(module.command))


def main() -> None:
    app(prog_name="trialway")
