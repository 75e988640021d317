"""The pages of a pass on disk until it is published, and the plan that says how far it has come."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import zstandard
from msgspec import Struct

from trialway.registries.subset import Subset


class Range(Struct):
    """Days of the last update, both included; ``total`` as the registry counted when it was first asked."""

    first: dt.date | None
    last: dt.date | None
    total: int = 0
    pages: int = 0
    fetched: int = 0
    token: str | None = None
    done: bool = False


class SyncRun(Struct):
    """One pass over a registry. ``kind``: ``full`` or ``changes``; ``stage``: what it is at."""

    registry: str
    kind: str
    subset: Subset
    started: dt.datetime
    data_timestamp: str
    etag: str = ""
    ranges: list[Range] = []
    stage: str = "planning"
    expected: int = 0
    single_pages: int = 0
    gone: list[str] = []
    moved: dict[str, str] = {}
    reason: str = ""

    @property
    def fetched(self) -> int:
        """Studies fetched so far."""
        return sum(each.fetched for each in self.ranges)


class Staging:
    """A folder with ``pass.json`` and the pages; every file appears whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self) -> SyncRun | None:
        """The pass that is under way or held back; None when there is none."""
        try:
            return msgspec.json.decode((self.folder / "pass.json").read_bytes(), type=SyncRun)
        except FileNotFoundError:
            return None
        except msgspec.DecodeError:
            # Written by another version of the program: what was fetched is fetched again.
            return None

    def write(self, state: SyncRun) -> None:
        """Keep how far the pass has come."""
        self._put("pass.json", msgspec.json.encode(state))

    def put_page(self, name: str, studies: list[bytes]) -> None:
        """Keep the raw studies of one page; the same name again replaces it."""
        # A line is a study: the registry writes none, but JSON allows line ends between values.
        lines = b"\n".join(study.replace(b"\n", b" ").replace(b"\r", b" ") for study in studies)
        self._put(f"{name}.jsonl.zst", zstandard.ZstdCompressor(level=3).compress(lines))

    def remove_pages(self, prefix: str) -> None:
        """Forget the pages of a range that has to be started again."""
        for page in self.folder.glob(f"{prefix}*.jsonl.zst"):
            page.unlink()

    def pages(self) -> list[Path]:
        """The files of all pages, in the order in which they are to be loaded."""
        return sorted(self.folder.glob("*.jsonl.zst"))

    def studies(self) -> Iterator[bytes]:
        """Every raw study that was fetched."""
        for page in self.pages():
            yield from zstandard.ZstdDecompressor().decompress(page.read_bytes()).splitlines()

    def clear(self) -> None:
        """Forget the pass."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _put(self, name: str, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        new = self.folder / f"{name}.new"
        new.write_bytes(content)
        new.replace(self.folder / name)
