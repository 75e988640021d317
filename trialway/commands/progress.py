"""The bar that a person sees on stderr while a command works: how much is done ─▶ **one line, one look**.

Commands say what they do and of what; nothing is drawn where stderr is no terminal, and nothing stays.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from trialway.commands.common import throttle


class ProgressBar:
    """A bar on the screen; ``unit`` is what is counted, in the plural."""

    def __init__(self, bar: Progress, task: TaskID, unit: str) -> None:
        self._bar, self._task, self._unit = bar, task, unit
        self.show = throttle(self._show)

    def _show(
        self, done: int, *, total: int | None = None, position: int | None = None, what: str | None = None
    ) -> None:
        """``done`` of ``total`` are done. Where the total is not known beforehand, ``position`` says how far
        the bar is, in the measure of the total it began with. ``what`` is done from now on, if it changed."""
        changes = {name: value for name, value in (("total", total), ("description", what)) if value}
        shown = (total or self._bar.tasks[self._task].total) if position is None else None
        self._bar.update(
            self._task,
            completed=done if position is None else position,
            count=f"{done:,}{f' of {shown:,.0f}' if shown else ''} {self._unit}",
            **changes,  # type: ignore[arg-type] # the names of two of its arguments
        )


class _TimeColumn(ProgressColumn):
    """The time that is left where the end is known, else the time that it took so far."""

    def __init__(self) -> None:
        super().__init__()
        self._left, self._taken = TimeRemainingColumn(), TimeElapsedColumn()

    def render(self, task: Task) -> Text:
        return (self._left if task.total else self._taken).render(task)


@contextmanager
def progress_bar(what: str, unit: str, total: int | None = None) -> Iterator[ProgressBar]:
    """``with progress_bar("Checking", "trials", 1560) as bar: bar.show(12)``"""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[count]}"),
        _TimeColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        yield ProgressBar(bar, bar.add_task(what, total=total, count=""), unit)


@contextmanager
def counting_trials(what: str) -> Iterator[Callable[[int], None]]:
    """A bar for steps that only say how many trials they have done; gives what to call with that number."""
    with progress_bar(what, "trials") as bar:
        yield bar.show
