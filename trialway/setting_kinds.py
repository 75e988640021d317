"""The kinds of value that an environment variable can have; environment.py says which has which."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit


class SettingRefusal(Exception):
    """Raised by a kind: why the value is no good and what to do instead, as the second half of a sentence."""


def text(raw: str) -> str:
    if not raw.isprintable():
        raise SettingRefusal("holds characters that cannot be printed; write it on one line")
    return raw


def switch(raw: str) -> bool:
    words = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if raw.lower() not in words:
        raise SettingRefusal("is neither yes nor no; write yes or no")
    return words[raw.lower()]


def days(raw: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", raw) or int(raw) == 0:
        raise SettingRefusal("is no number of days; write a whole number from 1 to 99999, such as 7")
    return int(raw)


def seconds(raw: str) -> float:
    if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", raw):
        raise SettingRefusal("is no number of seconds; write it like 1 or 0.5")
    return float(raw)


def path(raw: str) -> Path:
    return Path(raw).expanduser().absolute()


def folder(raw: str) -> Path:
    chosen = path(raw)
    if chosen.exists() and not chosen.is_dir():
        raise SettingRefusal("is a file, not a folder; name a folder, which is made if it is not there")
    return chosen


def hosts(raw: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower() for name in raw.split(",") if name.strip())
    for name in names:
        if not re.fullmatch(r"\*|\.?[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]", name):
            raise SettingRefusal(
                f"holds {name!r}, which is no host name; write names alone, such as trials.example.org"
            )
    return names


def split(raw: str) -> SplitResult:
    """The parts of an address; of one that has none, such as `http://[`, empty ones."""
    try:
        parts = urlsplit(raw)
        return parts if parts.port != 0 else urlsplit("")
    except ValueError:
        return urlsplit("")


def web_address(raw: str) -> str:
    parts = split(raw)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
        raise SettingRefusal("is no address of a site; write it like https://trials.example.org")
    return f"{parts.scheme}://{parts.netloc}"


# The parts of the text for patients, by the ids that their headings have in addresses.
TEXT_SECTIONS = (
    "about", "open", "how", "join", "given", "visits", "risks", "unable", "found", "results", "next",
)  # fmt: skip


def text_sections(raw: str) -> frozenset[str]:
    names = frozenset(name.strip().lower() for name in raw.split(",") if name.strip())
    for name in sorted(names - {"all", *TEXT_SECTIONS}):
        raise SettingRefusal(
            f"holds {name!r}, which is no part of the text; write all, or some of {', '.join(TEXT_SECTIONS)}"
        )
    return names


def synonym_pairs(raw: str) -> frozenset[tuple[str, str]]:
    """``heart failure = healthy volunteers; PD = pharmacodynamics``: pairs in small letters, both ways."""
    pairs = set()
    for part in filter(None, (part.strip() for part in raw.split(";"))):
        one, equals, other = (side.strip().casefold() for side in part.partition("="))
        if not (one and equals and other):
            raise SettingRefusal(
                f"holds {part!r}, which is no pair of words; write pairs like "
                "heart failure = healthy volunteers, with semicolons between"
            )
        pairs |= {(one, other), (other, one)}
    return frozenset(pairs)


def report_address(raw: str) -> str:
    """An e-mail address as ``mailto:``, or the address of a page; never with a query of its own."""
    if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", raw):
        return f"mailto:{raw}"
    parts = split(raw)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise SettingRefusal(
            "is neither an e-mail address nor the address of a page; write it like trials@example.org or "
            "https://example.org/report"
        )
    return raw


@dataclass(frozen=True)
class Tiles:
    """``address`` has {z}, {x} and {y}; ``credit`` stands on the map; ``origin`` is the server."""

    address: str = ""
    credit: str = ""

    @property
    def origin(self) -> str:
        parts = split(self.address)
        return f"{parts.scheme}://{parts.netloc}" if self.address else ""


def tiles(raw: str) -> Tiles:
    address, _, credit = text(raw).partition(" ")
    whole = all(part in address for part in ("{z}", "{x}", "{y}"))
    parts = split(address)
    host = re.fullmatch(r"[a-z0-9.-]+(:[0-9]+)?", parts.netloc)
    if parts.scheme not in {"http", "https"} or not host or not whole or not credit.strip():
        raise SettingRefusal(
            "is no server of tiles; write its address with {z}, {x} and {y}, a space, and whom to credit, "
            "like https://tiles.example.org/{z}/{x}/{y}.png © Example"
        )
    return Tiles(address, credit.strip())


def database_url(raw: str) -> str:
    parts = split(raw)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise SettingRefusal(
            "names no PostgreSQL database; write postgresql://user@host/name, or unset it to use SQLite"
        )
    return raw


def secret(raw: str) -> str:
    if len(raw) < 32:
        raise SettingRefusal(
            "is shorter than 32 characters; use a longer one, or unset it and one is made in the data folder"
        )
    return raw
