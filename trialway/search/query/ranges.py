"""Parameters → ages, periods of dates and lists of numbers.

Nothing here raises: what makes no sense is left out with a sentence: what, which value, what to do.
"""

import datetime as dt
import re
from collections.abc import Mapping

from trialway.search.document.identifiers import normalise_identifier, registry_number
from trialway.search.query.query import DATES, Period, QueryProblem

OLDEST = 120
# An address of so many numbers is still taken by every browser and server.
MOST_NUMBERS = 300
_BETWEEN = re.compile(r"[\s,;|]+")


def read_age(value: str, problems: list[QueryProblem]) -> int | None:
    """Whole years."""
    value = value.strip()
    if not value:
        return None
    if value.isascii() and value.isdigit() and len(value) <= 3 and int(value) <= OLDEST:
        return int(value)
    sentence = f"{quote_value(value)} is no age, so it was left out; write whole years from 0 to {OLDEST}."
    problems.append(QueryProblem("age", sentence))
    return None


def read_periods(last: Mapping[str, str], problems: list[QueryProblem]) -> tuple[Period, ...]:
    """The periods of all dates that have an end."""
    found = (_period(date, last, problems) for date in sorted(DATES))
    return tuple(period for period in found if period is not None)


def _period(date: str, last: Mapping[str, str], problems: list[QueryProblem]) -> Period | None:
    first = _day(f"{date}_from", last, problems, ends=False)
    until = _day(f"{date}_to", last, problems, ends=True)
    if first is None and until is None:
        return None
    if first and until and first > until:
        sentence = f"{DATES[date]}: the first day, {first}, is after the last, {until}; change one of them."
        problems.append(QueryProblem(f"{date}_from", sentence))
        return None
    return Period(date, first, until)


def _day(name: str, last: Mapping[str, str], problems: list[QueryProblem], *, ends: bool) -> dt.date | None:
    """``2024`` and ``2024-05`` are their first day, or the last where a period ends."""
    value = last.get(name, "").strip()
    if not value:
        return None
    try:
        if re.fullmatch(r"\d{4}(-\d{2})?", value, re.ASCII):
            return _edge(int(value[:4]), int(value[5:] or 0), ends=ends)
        return dt.date.fromisoformat(value)
    except (ValueError, OverflowError):
        stated = quote_value(value)
        sentence = f"{stated} is no date, so it was left out; write {name} as 2024, 2024-05 or 2024-05-31."
        problems.append(QueryProblem(name, sentence))
        return None


def _edge(year: int, month: int, *, ends: bool) -> dt.date:
    if not ends:
        return dt.date(year, month or 1, 1)
    after = dt.date(year + 1, 1, 1) if month in {0, 12} else dt.date(year, month + 1, 1)
    return after - dt.timedelta(days=1)


def read_numbers(value: str, problems: list[QueryProblem]) -> tuple[str, ...]:
    """Trials' numbers with anything between them, each once, in the registry's own form where it is one."""
    parts = (part for part in _BETWEEN.split(value) if any(map(str.isalnum, part)) and part.isprintable())
    found = list(dict.fromkeys(registry_number(part) or normalise_identifier(part)[:40] for part in parts))
    if len(found) > MOST_NUMBERS:
        sentence = (
            f"Only the first {MOST_NUMBERS} of {len(found):,} numbers were looked up; paste fewer at once."
        )
        problems.append(QueryProblem("numbers", sentence))
    return tuple(found[:MOST_NUMBERS])


def quote_value(value: str) -> str:
    """The value as it stands in a sentence, cut when it is long."""
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in value)
    return f"‘{printable[:40]}…’" if len(printable) > 40 else f"‘{printable}’"
