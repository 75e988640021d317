"""What commands print, without control characters of a record: text ─▶ **terminal**."""

import sys
from collections.abc import Iterable
from typing import Any, TextIO, cast

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from trialway.registry_text.controls import without_controls


class CleanStream:
    """A stream that leaves control characters out; all else is the stream's own."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        self.stream.write(without_controls(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


class CleanConsole(Console):
    """Rich's console on stdout: its own escape sequences stay, those in the text do not."""

    def __init__(self) -> None:
        out = sys.stdout
        file = out.stream if isinstance(out, CleanStream) else out
        super().__init__(file=file, highlight=False, emoji=False, markup=False)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The pieces of text, each with its style; controls are rich's own and pass."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else without_controls(text), style, control)


def clean(stream: TextIO) -> TextIO:
    """The stream, cleaned; once is enough."""
    return stream if isinstance(stream, CleanStream) else cast("TextIO", CleanStream(stream))
