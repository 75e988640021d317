"""Countries: the names that registries use → ISO 3166-1 alpha-2 (XK: Kosovo), one a line in ``country.tsv``.

A name that no longer stands for one country ("Serbia and Montenegro") has no code and is shown as it is.
"""

import csv
from functools import lru_cache
from importlib import resources


def _rows() -> list[dict[str, str]]:
    table = resources.files(__package__).joinpath("country.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


LABELS = {row["code"]: row["label"] for row in _rows()}
_CODES = {
    _plain(name): row["code"]
    for row in _rows()
    for name in (row["label"], *(row["other names"] or "").split("|"))
    if name
}


@lru_cache(maxsize=1 << 12)
def country_code(name: str) -> str | None:
    """The code of a country in any spelling that the table lists, ignoring case; None for others."""
    return _CODES.get(_plain(name))


def country_label(code: str) -> str:
    """Our name of a country; an unknown code is its own label."""
    return LABELS.get(code, code)
