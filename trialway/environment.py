"""The table of environment variables; whatever is read from the environment is read through here.

Those of a registry's client stand in the registry's folder.

SITE_NAME.value()    # "Trialway", or what TRIALWAY_SITE_NAME says; SettingError when that is nonsense
"""

import difflib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from trialway import setting_kinds as kinds
from trialway.errors import SettingError

T = TypeVar("T")


@dataclass(frozen=True)
class Variable(Generic[T]):
    name: str
    kind: Callable[[str], T]
    default: T
    help: str
    secret: bool = False

    def value(self) -> T:
        """The variable's value; an empty one counts as unset."""
        raw = os.environ.get(self.name, "").strip()
        if not raw:
            return self.default
        try:
            return self.kind(raw)
        except kinds.SettingRefusal as refusal:
            stated = "its value" if self.secret else repr(raw)
            raise SettingError(f"{self.name}: {stated} {refusal}.") from None


DATA = Variable[Path | None](
    "TRIALWAY_DATA",
    kinds.folder,
    None,
    "The folder that holds everything: database, index, static files, secret key. By default a folder of the "
    "user's: `$XDG_DATA_HOME/trialway`, which is `~/.local/share/trialway` unless set, or "
    "`~/Library/Application Support/Trialway` on macOS.",
)
DATABASE_URL = Variable(
    "DATABASE_URL",
    kinds.database_url,
    "",
    "A PostgreSQL database to use instead of SQLite, such as `postgresql://trialway@localhost/trialway`. "
    "Needs the extra `trialway[postgres]`.",
    secret=True,
)
HOSTS = Variable[tuple[str, ...]](
    "TRIALWAY_HOSTS",
    kinds.hosts,
    (),
    "The names under which the site may be asked for, with commas between; requests for any other are "
    "refused. This machine's own (`localhost`, `127.0.0.1`, `[::1]`), the address given to "
    "`trialway serve --host` and that of `TRIALWAY_BASE_URL` are always allowed.",
)
SECRET_KEY = Variable(
    "TRIALWAY_SECRET_KEY",
    kinds.secret,
    "",
    "The key that signs what the site hands out, 32 characters or more. By default one is made on first use "
    "and kept in the data folder.",
    secret=True,
)
SECRET_KEY_FILE = Variable[Path | None](
    "TRIALWAY_SECRET_KEY_FILE",
    kinds.path,
    None,
    "A file that holds the secret key, instead of the key itself.",
)
DEBUG = Variable(
    "TRIALWAY_DEBUG",
    kinds.switch,
    False,
    "`yes` while working on the code: error pages tell everything, and templates and static files are read "
    "anew on each request. Never on a public site.",
)
STALE_DAYS = Variable(
    "TRIALWAY_STALE_DAYS",
    kinds.days,
    7,
    "After how many days without new data the pages say that the data may be out of date.",
)
SITE_NAME = Variable(
    "TRIALWAY_SITE_NAME", kinds.text, "Trialway", "The name of the site, in its header and titles."
)
BASE_URL = Variable(
    "TRIALWAY_BASE_URL",
    kinds.web_address,
    "",
    "The public address of the site, such as `https://trials.example.org`, for the sitemap and canonical "
    "links. By default the address of the request.",
)
OPERATOR = Variable(
    "TRIALWAY_OPERATOR",
    kinds.text,
    "",
    "Who runs this site, shown in the footer. By default nobody is named.",
)
WITHHELD_TEXTS = Variable[frozenset[str]](
    "TRIALWAY_WITHHELD_TEXTS",
    kinds.text_sections,
    frozenset(),
    "Which parts of the texts for patients are not shown, with commas between: `about`, `open`, `how`, "
    "`join`, `given`, `visits`, `risks`, `unable`, `found`, `results`, `next`; or `all`. What is left out is "
    "said to be.",
)
DENIED_SYNONYMS = Variable[frozenset[tuple[str, str]]](
    "TRIALWAY_DENIED_SYNONYMS",
    kinds.synonym_pairs,
    frozenset(),
    "Words that a search never takes for one another, such as "
    "`heart failure = healthy volunteers; PD = pharmacodynamics`. `trialway check --synonyms` lists those "
    "that were learned from the records.",
)
REPORT_TO = Variable(
    "TRIALWAY_REPORT_TO",
    kinds.report_address,
    "",
    "Where visitors report a mistake in a text for patients: an e-mail address, or a page that takes "
    "`trial`, `sentence` and `version` as parameters. By default the texts have no such link.",
)
TILES = Variable(
    "TRIALWAY_TILES",
    kinds.tiles,
    kinds.Tiles(),
    "A server of map tiles to draw maps on, and whom to credit, such as "
    "`https://tiles.example.org/{z}/{x}/{y}.png © Example`. Visitors' browsers fetch from it when they open "
    "a map, and the Content-Security-Policy allows it. By default maps are drawn on outlines of our own.",
)
AnyVariable = (
    Variable[Path | None]
    | Variable[str]
    | Variable[tuple[str, ...]]
    | Variable[frozenset[str]]
    | Variable[frozenset[tuple[str, str]]]
    | Variable[bool]
    | Variable[int]
    | Variable[kinds.Tiles]
    | Variable[float]
)
VARIABLES: tuple[AnyVariable, ...] = (
    DATA,
    DATABASE_URL,
    HOSTS,
    SECRET_KEY,
    SECRET_KEY_FILE,
    DEBUG,
    STALE_DAYS,
    SITE_NAME,
    BASE_URL,
    OPERATOR,
    WITHHELD_TEXTS,
    DENIED_SYNONYMS,
    REPORT_TO,
    TILES,
)
# Read by scripts/demo and scripts/test alone, which are no Python.
OF_THE_SCRIPTS = {
    "TRIALWAY_VENV": "Where the two scripts keep their Python; by default `.venv` in the checkout.",
    "TRIALWAY_TEST_POSTGRES": "A PostgreSQL server for the tests; by default one is started for them.",
}


def check_environment(more: Iterable[AnyVariable] = ()) -> None:
    """Refuse nonsense, and names that look like a slip, at start and not at the first page.

    ``more``: the settings of registries, which are defined in their folders.
    """
    variables = (*VARIABLES, *more)
    for variable in variables:
        variable.value()
    known = {variable.name for variable in variables} | OF_THE_SCRIPTS.keys()
    for name in sorted(os.environ.keys() - known):
        if name.startswith("TRIALWAY_"):
            nearest = difflib.get_close_matches(name, known, n=1, cutoff=0)[0]
            raise SettingError(
                f"{name}: there is no such setting; did you mean {nearest}? docs/settings.md lists all."
            )
    if SECRET_KEY.value() and SECRET_KEY_FILE.value():
        raise SettingError(
            "TRIALWAY_SECRET_KEY and TRIALWAY_SECRET_KEY_FILE are both set; unset one of them."
        )
