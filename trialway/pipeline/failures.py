"""What is known of a trial that a step of the pipeline fails on."""

from typing import NamedTuple


class Failed(NamedTuple):
    """A trial that a step failed on, at which of its changes, and why."""

    number: int
    change: int
    reason: str


def reason_of(error: Exception) -> str:
    """One line for a developer, such as ``OverflowError: cannot convert float infinity to integer``."""
    first = (str(error).strip().splitlines() or ["no message"])[0]
    return f"{type(error).__name__}: {first}"[:300].replace("\0", "")
