"""What is known of a trial that a step of the pipeline fails on."""

from typing import NamedTuple

from trialway.errors import RecordUnreadable


class Failed(NamedTuple):
    """A trial that a step failed on, at which of its changes, and why."""

    number: int
    change: int
    reason: str


def reason_of(error: Exception) -> str:
    """One line for a developer, such as ``OverflowError: cannot convert float infinity to integer``.

    Of a record that cannot be read, what went wrong with it."""
    if isinstance(error, RecordUnreadable) and isinstance(error.__cause__, Exception):
        error = error.__cause__
    first = (str(error).strip().splitlines() or ["no message"])[0]
    return f"{type(error).__name__}: {first}"[:300].replace("\0", "")
