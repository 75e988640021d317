"""What this build of the site is: one hash of code, templates and static files, part of every ETag."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from trialway import __version__

PACKAGE = Path(__file__).parent.parent
# What can change a page without changing its trial: the presenters' code, the words of the vocabularies,
# the templates.
PARTS = (
    *("site", "vocabulary", "registry_text", "registries", "results", "plain", "criteria"),
    *("differences", "index", "fit"),
)


@cache
def fingerprint() -> str:
    """Read once a process; a few hundred small files."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=8)
    for file in _files():
        digest.update(str(file.relative_to(PACKAGE)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    for part in PARTS:
        for file in sorted((PACKAGE / part).rglob("*")):
            if file.suffix in {".py", ".jinja", ".css", ".js", ".svg", ".txt", ".tsv"}:
                yield file


def etag(*parts: object) -> str:
    """A strong ETag of this build and whatever else decides what the page says."""
    digest = hashlib.blake2b(digest_size=12)
    for part in (fingerprint(), *parts):
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return f'"{digest.hexdigest()}"'
