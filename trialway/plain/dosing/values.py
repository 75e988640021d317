"""The meaning of a matched part of a schedule: match ─▶ **numbers, days, spans** ─▶ parts."""

import re

from trialway.criteria.cues import NUMBER_WORDS
from trialway.plain.dosing.schedule import Span

_WORDS = NUMBER_WORDS | {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "other": 2,
    "second": 2,
    "third": 3,
    "single": 1,
}
N = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: ?\(\d{1,3}\))?"
DAY = r"\d{1,3}(?!\d|\.\d|-(?!days? ?\d)[a-z]{3}| ?(?:mg|mcg|[µμu]g|g\b|ml|iu\b|u\b|%))"
DASH = r" ?(?:[-‐‑‒–—−~∼]|to|through|thru|until) ?(?:days? ?|d)?"
ONE = rf"(?:days? ?|d)?{DAY}(?:{DASH}{DAY})?"
JOINT = r" ?(?:,? ?(?:and|&|\+)|,|;|/) ?"
AMOUNT_UNIT = r"mg|milligrams?|mcg|µg|μg|ug|micrograms?|g|grams?|iu|units?|ml|mmol"
AMOUNT_NOUN = r"(?:(?<=\d )intakes?|tablets?|capsules?|pills?|drops|puffs|sachets?)"
UNIT = r"(?:hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|years?)"


def number(word: str) -> int:
    """``three (3)`` → 3, ``twice`` → 2."""
    first = re.split(r"[ (]", word.strip().lower(), maxsplit=1)[0]
    return int(first) if first.isdigit() else _WORDS[first]


def unit(word: str) -> str:
    first = word.lower()[0]
    return {"h": "hour", "d": "day", "w": "week", "m": "month", "y": "year"}[first]


def days_of(words: str) -> tuple[int, ...]:
    """``1-3, 8 and 15`` → 1, 2, 3, 8, 15; empty when a range runs backwards."""
    found: list[int] = []
    for match in re.finditer(rf"({DAY})(?:{DASH}({DAY}))?", words, re.IGNORECASE):
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first or last > 400:
            return ()
        found += range(first, last + 1)
    return tuple(sorted(set(found)))


def read_days(match: re.Match[str]) -> object:
    return days_of(match["list"]) or None


def read_cycle(match: re.Match[str]) -> object:
    size = unit(match["u"])
    days = number(match["n"]) * (7 if size == "week" else 1)
    return days if 2 <= days <= 200 and size in ("day", "week") else None


def read_every(match: re.Match[str]) -> object:
    word = match["n"] or "1"
    span = Span(number(word), unit(match["u"]))
    return span if span.amount else None


def read_choice_of_every(match: re.Match[str]) -> object:
    """An interval with a choice, which the record leaves open: ``every 2 or 4 weeks``."""
    if match["u"] and unit(match["u"]) != unit(match["uo"]):
        return None
    first, other = number(match["n"]), number(match["other"])
    between = match["joint"].lower() != "or"
    if not 0 < first != other > 0 or (between and first > other):
        return None
    return {"every": Span(first, unit(match["uo"])), "other": other, "between": between}


def read_choice_of_times(match: re.Match[str]) -> object:
    per = "day" if match["per"].lower() == "daily" else unit(match["per"])
    first, other = number(match["n"]), number(match["other"])
    return {"times": first, "per": per, "other": other} if first != other else None


def read_short_every(match: re.Match[str]) -> object:
    return Span(int(match["n"]), unit(match["u"])) if int(match["n"]) else None


def read_times(match: re.Match[str]) -> object:
    return number(match["n"]), unit(match["per"])


def read_adverb(match: re.Match[str]) -> object:
    """``daily`` beside an amount does not state how often a day; ``nightly`` does."""
    word = match["per"].lower()
    return int(word == "nightly"), {"d": "day", "n": "day", "w": "week", "m": "month"}[word[0]]


def read_each(match: re.Match[str]) -> object:
    """``every day`` as above; ``every evening`` is once a day."""
    word = match["per"].lower()
    return (0, word) if word in ("day", "week", "month") else (1, "day")


def read_latin(match: re.Match[str]) -> object:
    word = match[0].lower().replace(".", "")
    return {
        "qd": (1, "day"),
        "od": (1, "day"),
        "bid": (2, "day"),
        "bd": (2, "day"),
        "tid": (3, "day"),
        "tds": (3, "day"),
        "qid": (4, "day"),
        "qds": (4, "day"),
        "qhs": (1, "day"),
        "qw": (1, "week"),
        "biw": (2, "week"),
        "tiw": (3, "week"),
        "qm": (1, "month"),
    }[word]


def read_amount_of_a_day(_: re.Match[str]) -> object:
    return 0, "day"


def read_other_day(_: re.Match[str]) -> object:
    return Span(2, "day")


def read_fortnight(_: re.Match[str]) -> object:
    return Span(2, "week")


def read_at(match: re.Match[str]) -> object:
    points = days_of(match["list"])
    return (points, unit(match["u"])) if points and "-" not in match["list"] else None


def read_length(match: re.Match[str]) -> object:
    word = match["u"].lower()
    what = (
        "cycle"
        if word.startswith(("cycle", "course"))
        else "dose"
        if word.startswith(("dose", "injection", "infusion"))
        else unit(word)
    )
    amount = number(match["n"])
    return Span(amount, what, bool(match["most"])) if amount else None


def read_on_off(match: re.Match[str]) -> object:
    on = number(match["on"]) * (7 if unit(match["uon"]) == "week" else 1)
    off = number(match["off"]) * (7 if unit(match["uoff"]) == "week" else 1)
    return (tuple(range(1, on + 1)), on + off) if on + off <= 200 else None


def read_part_of_cycle(match: re.Match[str]) -> object:
    on = number(match["on"]) * (7 if unit(match["uon"]) == "week" else 1)
    whole = number(match["whole"]) * (7 if unit(match["uwhole"]) == "week" else 1)
    return (tuple(range(1, on + 1)), whole) if on <= whole <= 200 else None


def read_until(match: re.Match[str]) -> object:
    return " ".join(match["words"].split()).rstrip(" ,;:")


def read_true(_: re.Match[str]) -> object:
    return True
