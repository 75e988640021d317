"""What every benchmark prints first: the machine, how busy it is, and the versions of what is measured."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path

from trialway import __version__


def describe() -> str:
    """Two lines for the head of a table."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB; {platform.platform()}; {load()}\n"
        f"Trialway {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        + ", ".join(f"{name} {version(name)}" for name in ("tantivy", "msgspec", "Django", "zstandard"))
    )


def load() -> str:
    """How busy the machine is; said before and after what is measured."""
    return "load average " + ", ".join(f"{value:.1f}" for value in os.getloadavg())


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """Columns padded to their widest cell; numbers to the right."""
    cells = [head, *[tuple(_cell(value) for value in row) for row in rows]]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    lines = []
    for row in cells:
        padded = [
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


def _cell(value: object) -> str:
    return (
        f"{value:,.2f}"
        if isinstance(value, float)
        else f"{value:,}"
        if isinstance(value, int)
        else str(value)
    )
