"""Rules of language as tables: rows of id, pattern and example ─▶ compiled patterns for readers.

A row is one class of wording. A test walks all tables and holds every row to its example and its
counter-example; ``python -m bench.rules`` says how often each row is hit in records, and how often what was
read then is right.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

from msgspec import Struct


class LanguageRule(Struct, frozen=True):
    """One row.

    ``id`` names the class of wording (``dosing.every-n-weeks``) and is unique across the program; ``meaning``
    says what the words mean, or why they are looked for. ``pattern`` finds ``example``, words of the kind
    that registries write, and does not find ``counter_example``, a near miss.
    """

    id: str
    pattern: str
    meaning: str
    example: str
    counter_example: str


class RuleTable:
    """The rows of a reader in the order in which they are tried."""

    def __init__(self, *rows: LanguageRule, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.rows = rows
        self.flags = flags
        self._by_id = {row.id: row for row in rows}
        # Asked for again with every text: Python's own cache of patterns is too small for all of them.
        self._compiled: dict[tuple[str, ...] | str, re.Pattern[str]] = {}

    def __iter__(self) -> Iterator[LanguageRule]:
        return iter(self.rows)

    def __getitem__(self, rule_id: str) -> re.Pattern[str]:
        """The compiled pattern of one row; KeyError for an id that the table does not have."""
        if rule_id not in self._compiled:
            self._compiled[rule_id] = compile_rows((self._by_id[rule_id],), self.flags)
        return self._compiled[rule_id]

    def any_of(self, *prefixes: str) -> re.Pattern[str]:
        """One pattern for all rows whose id starts with one of ``prefixes``, or for the whole table: the
        row that stands first takes the words."""
        if prefixes not in self._compiled:
            rows = tuple(row for row in self.rows if not prefixes or row.id.startswith(prefixes))
            assert rows, f"no rule's id starts with {' or '.join(prefixes)}"
            self._compiled[prefixes] = compile_rows(rows, self.flags)
        return self._compiled[prefixes]


def compile_rows(rows: tuple[LanguageRule, ...], flags: re.RegexFlag) -> re.Pattern[str]:
    """The rows as alternatives of one pattern."""
    return re.compile("|".join(row.pattern for row in rows), flags)


def tables_of(package: ModuleType) -> dict[str, list[RuleTable]]:
    """All tables in a package, by the name of the module that holds them; for the test and the bench that
    walk them."""
    found: dict[str, list[RuleTable]] = {}
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(info.name)
        for value in vars(module).values():
            seen = any(value is table for tables in found.values() for table in tables)
            if isinstance(value, RuleTable) and not seen:
                found.setdefault(info.name, []).append(value)
    return found
