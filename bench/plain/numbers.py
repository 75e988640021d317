"""An extractor that knows nothing of how the text is made: every number of a statement must be in the fields
that the statement names, or follow from them in the way that it names.
"""

import datetime as dt
import re
from functools import lru_cache

import msgspec

from trialway.plain import Statement
from trialway.record import TrialRecord

_NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORDS = {
    "once": 1,
    "one": 1,
    "single": 1,
    "daily": 1,
    "weekly": 1,
    "monthly": 1,
    "twice": 2,
    "two": 2,
    "other": 2,
    "second": 2,
    "fortnightly": 2,
    "alternate": 2,
    "thrice": 3,
    "three": 3,
    "third": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "bid": 2,
    "tid": 3,
    "qid": 4,
    "biw": 2,
    "tiw": 3,
    "bd": 2,
    "tds": 3,
    "qod": 2,
    "fully": 0,
    "iv": 4,
    "iii": 3,
    "ii": 2,
    "i": 1,
    "half": 0.5,
}


def numbers_in(text: str) -> set[float]:
    """``1,200`` and ``3.6`` and ``007`` as 1200, 3.6 and 7."""
    return {float(found.replace(",", "")) for found in _NUMBER.findall(text)}


def strange_numbers(statement: Statement, record: TrialRecord, today: dt.date) -> set[float]:
    """Numbers of the statement that are neither in its fields nor follow from them as it says."""
    source = _source_numbers(" ".join(_values(record, field) for field in statement.fields))
    strange = numbers_in(statement.text) - source
    if not strange or not statement.derivation:
        return strange
    return strange - _derived(statement, record, source, today)


@lru_cache(maxsize=16)
def _source_numbers(text: str) -> set[float]:
    text = text.replace("\\", "")
    words = {
        float(_WORDS[word]) for word in re.findall(r"[a-z]+", text.lower().replace(".", "")) if word in _WORDS
    }
    # 37.5mg, 10^9, and European decimals.
    return (
        numbers_in(text)
        | words
        | numbers_in(re.sub(r"(?<=\d),(?=\d)", ".", text))
        | numbers_in(text.replace(",", " "))
    )


def _values(record: TrialRecord, place: str) -> str:
    values: list[object] = [record]
    for name in place.split("."):
        values = [found for value in values for found in _step(value, name)]
    return " ".join(
        value if isinstance(value, str) else msgspec.json.encode(value).decode() for value in values
    )


def _step(value: object, name: str) -> list[object]:
    found = getattr(value, name, None)
    if found is None:
        return []
    return list(found) if isinstance(found, tuple) else [found]


def _derived(statement: Statement, record: TrialRecord, source: set[float], today: dt.date) -> set[float]:
    match statement.derivation:
        case "count":
            return _counts(record, statement.fields)
        case "time elapsed":
            iso = record.recruitment.verified.iso if record.recruitment.verified else ""
            year, month = int(iso[:4]), int(iso[5:7] or 12)
            months = (today.year - year) * 12 + today.month - month
            return {float(months), float(months - 1)}
        case "values within a limit, or a change of unit":
            # A scale in words: "ECOG ≤ 1" is 0 or 1; scales have no value above 5. A share of 0.35 is 35 %,
            # and 1,500 cells in a µL are 1.5 × 10⁹ in a litre.
            shares = {round(100 * number, 6) for number in source if number < 1}
            cells = {number / 1000 for number in source} | {10.0}
            return {float(value) for value in range(6)} | shares | cells
        case "a stated ratio as a chance":
            parts = [
                [float(part) for part in re.findall(r"\d+", found)]
                for found in re.findall(r"\d+(?:\s*:\s*\d+)+", " ".join(statement.rests_on))
            ]
            return {1.0} | {number for each in parts for number in (*each, sum(each), float(len(each)))}
        case "a share in percent":
            numbers = numbers_in(statement.text)
            return {round(100 * one / other, 1) for one in numbers for other in numbers if other}
        case "days on and off" | "a change of unit":
            sevens = {number * 7 for number in source} | {number / 7 for number in source}
            known = source | sevens | {1.0}
            return known | {one + other for one in known for other in known}
    return set()


def _counts(record: TrialRecord, fields: tuple[str, ...]) -> set[float]:
    counts: set[int] = set()
    for field in fields:
        values: list[object] = [record]
        for name in field.split("."):
            values = [found for value in values for found in _step(value, name)]
        texts = [str(value) for value in values]
        lines = sum(len(text.split("\n")) for text in texts)
        counts |= {len(texts), len(set(texts)), *range(lines if field == "eligibility.criteria" else 0)}
        counts |= set(range(len(texts) + 1))
    return {float(count) for count in counts}
