"""The words that schedules are made of: text ─▶ **parts, each with its place** ─▶ schedule_reading.

A range of days is tried before a list of days: "Days 1-14" are fourteen days, not two.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from trialway.plain.schedule import Span

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "a": 1, "an": 1, "once": 1, "twice": 2, "thrice": 3, "other": 2, "second": 2, "third": 3, "single": 1,
}  # fmt: skip
_N = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: ?\(\d{1,3}\))?"
_DAY = r"\d{1,3}(?!\d|\.\d|-[a-z]{3}| ?(?:mg|mcg|[µμu]g|g\b|ml|iu\b|u\b|%))"
_DASH = r" ?(?:-|–|—|to|through|thru|until) ?(?:days? ?|d)?"
_ONE = rf"(?:days? ?|d)?{_DAY}(?:{_DASH}{_DAY})?"
_JOINT = r" ?(?:,? ?(?:and|&|\+)|,|;|/) ?"
_UNIT = r"(?:hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|years?)"
_PER = r"(?:day|daily|week|weekly|month|monthly)"


@dataclass(frozen=True)
class Part:
    """``kind``: days, cycle, times, every, at, once, length, until, on_off; ``value`` as the kind needs it.

    ``stop`` is no schedule and spoils what it touches; ``unsure`` ("every 2 or 4 weeks") spoils the whole text.
    """

    kind: str
    start: int
    end: int
    value: object


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
    for match in re.finditer(rf"({_DAY})(?:{_DASH}({_DAY}))?", words, re.IGNORECASE):
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first or last > 400:
            return ()
        found += range(first, last + 1)
    return tuple(sorted(set(found)))


def _days(match: re.Match[str]) -> object:
    return days_of(match["list"]) or None


def _cycle(match: re.Match[str]) -> object:
    found = next(
        value for value in (match.groupdict().get(name) for name in ("a", "b", "c", "d", "e")) if value
    )
    size = next(
        value for value in (match.groupdict().get(name) for name in ("ua", "ub", "uc", "ud", "ue")) if value
    )
    days = number(found) * (7 if unit(size) == "week" else 1)
    return days if 2 <= days <= 200 and unit(size) in ("day", "week") else None


def _every(match: re.Match[str]) -> object:
    word = match["n"] or "1"
    span = Span(number(word), unit(match["u"]))
    return span if span.amount else None


def _short_every(match: re.Match[str]) -> object:
    return Span(int(match["n"]), unit(match["u"])) if int(match["n"]) else None


def _times(match: re.Match[str]) -> object:
    return number(match["n"]), unit(match["per"]) if match["per"].lower() != "daily" else "day"


def _adverb(match: re.Match[str]) -> object:
    return 1, {"d": "day", "n": "day", "e": "day", "w": "week", "m": "month"}[match["per"].lower()[0]]


def _latin(match: re.Match[str]) -> object:
    word = match[0].lower().replace(".", "")
    return {"qd": (1, "day"), "od": (1, "day"), "bid": (2, "day"), "bd": (2, "day"), "tid": (3, "day"), "tds": (3, "day"),
            "qid": (4, "day"), "qds": (4, "day"), "qhs": (1, "day"), "qw": (1, "week"), "biw": (2, "week"), "tiw": (3, "week"), "qm": (1, "month")}[word]  # fmt: skip


def _other_day(_: re.Match[str]) -> object:
    return Span(2, "day")


def _fortnight(_: re.Match[str]) -> object:
    return Span(2, "week")


def _at(match: re.Match[str]) -> object:
    points = days_of(match["list"])
    return (points, unit(match["u"])) if points and "-" not in match["list"] else None


def _length(match: re.Match[str]) -> object:
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


def _on_off(match: re.Match[str]) -> object:
    on = number(match["on"]) * (7 if unit(match["uon"]) == "week" else 1)
    off = number(match["off"]) * (7 if unit(match["uoff"]) == "week" else 1)
    return (tuple(range(1, on + 1)), on + off) if on + off <= 200 else None


def _part_of_cycle(match: re.Match[str]) -> object:
    on = number(match["on"]) * (7 if unit(match["uon"]) == "week" else 1)
    whole = number(match["whole"]) * (7 if unit(match["uwhole"]) == "week" else 1)
    return (tuple(range(1, on + 1)), whole) if on <= whole <= 200 else None


def _until(match: re.Match[str]) -> object:
    return " ".join(match["words"].split()).rstrip(" ,;:")


def _true(_: re.Match[str]) -> object:
    return True


_RULES: tuple[tuple[str, str, Callable[[re.Match[str]], object]], ...] = (
    # What would look like a schedule and is not one is consumed first.
    ("unsure", rf"\b(?:every|each|once|q) ?{_N} ?(?:-|–|to|or|or every) ?{_N} ?-? ?{_UNIT}\b", _true),
    ("unsure", rf"\bdays? ?\d+{_DASH}\d+ or (?:days? )?\d+", _true),
    ("unsure", r"\b(?:once|one|two|twice|three times|\d)(?: time)?s?(?: ?(?:or|to|-|–|and/or) ?)(?:twice|three times|two|three|four|\d)(?: times?)?(?: a | per | each |/| )?(?:day|daily|week|weekly|month|monthly)\b", _true),
    ("stop", r"\b(?:qd|od|bid|tid|once daily|twice daily|daily) ?(?:or|/|-|to) ?(?:once daily|qd|bid|tid|qid|twice daily|three times daily)\b", _true),
    ("stop", r"\b(?:up to|maximum(?: of)?|at least|at most|minimum(?: of)?|approximately|about) (?:once|twice|thrice|(?:one|two|three|four|five|six|\d+) times?) ?(?:a |per |each |/|in a )?(?:day|daily|week|weekly|month)\b", _true),
    ("stop", r"\b(?:daily|weekly|monthly) (?:maintenance doses?|amounts?|cumulative)\b|\bdaily (?:doses?|life|activit\w+|living|diar\w+|intake|basis of|total|routine|practice|sessions?|record\w*|questionnaire\w*|check\w*|visits?|walk\w*|exercise\w*|step\w*|average|mean|limit)\b|\btotal daily\b|\bmaximum daily\b|\bevery (?:patient|participant|subject|visit|effort|arm|group|one)\b", _true),
    ("stop", r"\b(?:as needed|as required|when needed|if needed|on demand|prn|as clinically indicated)\b", _true),
    ("stop", r"\b(?:\d|one|two|three|four|five|six) days? ?(?:/|a|per|each|every|in a) ?week\b", _true),
    ("on_off", rf"\bfor (?:the first )?(?P<on>{_N})(?: consecutive)?[ -](?P<uon>days?|weeks?)(?: of treatment)?,? ?(?:\(?days? 1 ?- ?\d+\)? ?)?(?:on,?)? ?(?:,|and|then|followed by|/|with)+ ?(?:an? |then )?(?P<off>{_N})[ -](?P<uoff>days?|weeks?)(?: ?of)?[ -]?(?:off|rest|break|without|no treatment|interval|treatment-free|holiday)", _on_off),
    ("on_off", rf"\b(?P<on>{_N})[ -](?P<uon>days?|weeks?)[ -]on[,/ ]*(?:and|then|followed by)? ?/?(?P<off>{_N})[ -](?P<uoff>days?|weeks?)[ -]off\b", _on_off),
    ("on_off", rf"\bfor (?:the first )?(?P<on>{_N})(?: consecutive)?[ -](?P<uon>days?|weeks?) (?:of|in|out of|during) (?:each |every |an? |the )?(?P<whole>{_N})[ -]?(?P<uwhole>days?|weeks?)[ -](?:treatment )?(?:cycles?|courses?|schedule)\b", _part_of_cycle),
    ("cycle", rf"\b(?:of|in|for|during|per|with|on) (?:each |every |an? |the |their |repeat(?:ed|ing) |continuous |subsequent )*(?P<a>{_N})[ -]?(?P<ua>days?|weeks?)[ -](?:\w+ )?(?:cycles?|courses?|periods? cycle)\b"
              rf"|\b(?:each|every|an?) (?P<b>{_N})[ -]?(?P<ub>days?|weeks?)[ -](?:\w+ )?(?:cycles?|courses?)\b"
              rf"|\b(?:treatment )?(?:cycles?|courses?|treatment)(?: \w+){{0,2}} (?:repeats?|(?:is|are|will be) repeated|repeated|repeating|is|are|of) (?:every|each) (?P<c>{_N}) (?P<uc>days?|weeks?)\b"
              rf"|\b(?:each|every|one|1|a|the)? ?(?:treatment )?cycles? ?(?:lengths? )?(?:\(|is|=|of|lasts?|being|consists of|will be|:|duration) *(?:=|is|of)? ?(?P<d>{_N})[ -]?(?P<ud>days?|weeks?)\b\)?"
              rf"|\b(?:every )?(?P<e>{_N})[ -]?(?P<ue>days?|weeks?)(?:,? (?:as|is|for|per|in) (?:an?|one|each|1)|[ -]+(?:treatment )?)[ -]?(?:treatment )?cycles?\b", _cycle),
    # "D3" alone is as often a vitamin: the short form is believed in a list, or before its cycle.
    ("days", rf"(?<!vitamin )(?<!vit )\bd(?P<list>{_DAY}(?:{_DASH}{_DAY})(?:{_JOINT}{_ONE})*|{_DAY}(?:{_JOINT}d?{_DAY})+|{_DAY}(?=[ ,/(]*(?:q\d|every|of each|of a)))(?![\w-])", _days),
    ("days", rf"\b(?:on |at )?(?:the )?(?:study |treatment |cycle )?days? ?\(?(?P<list>{_DAY}(?:{_DASH}{_DAY})?(?:{_JOINT}{_ONE})*)\)?(?![\w-]*(?:hours?|days? cycle))", _days),
    ("at", rf"\b(?:at|on|in) (?:the )?(?P<u>weeks?|months?) (?P<list>{_DAY}(?:{_JOINT}(?:weeks? |months? )?{_DAY})+)\b", _at),
    ("every", r"\bevery other day\b|\bevery second day\b|\bqod\b|\bq\.o\.d\.|\bon alternate days\b", _other_day),
    ("every", r"\bevery other week\b|\bevery second week\b|\bfortnightly\b|\bevery fortnight\b", _fortnight),
    ("every", r"\b(?P<n>\d|two|three|four)[- ](?P<u>weekly|monthly)\b", _every),
    ("every", rf"\b(?:once )?(?:every|each) (?P<n>{_N}) ?-? ?(?P<u>{_UNIT})\b", _every),
    ("every", r"\bq ?\.?(?P<n>\d{1,2}) ?(?P<u>h|hours?|hrs?|d|days?|w|wks?|weeks?|months?|m)\b", _short_every),
    ("times", r"\b(?P<n>once|twice|thrice|(?:one|two|three|four|five|six|\d)(?: ?\(\d\))?(?= ?(?:times?|x)\b))(?: ?(?:times?|x))?(?: ?(?:a|per|each|every|in a|/))?[ -]?(?P<per>day|daily|week|weekly|month|monthly)\b", _times),
    ("times", r"\b(?:once )?(?:every|each) (?P<per>day|night|evening|morning|week|month)\b", lambda match: (1, {"w": "week", "m": "month"}.get(match["per"][0] if match["per"] != "morning" else "d", "day"))),
    ("times", r"\b(?:q\.?d|b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\.?h\.?s|t\.?i\.?w|b\.?i\.?w|q\.?w|qm|tds|qds)\b\.?|\bOD\b(?! (?:tablets?|capsules?))|(?<![\"“])\bBD\b", _latin),
    ("times", r"(?<![/-])\b(?P<per>daily|nightly|weekly|monthly)\b(?!-)(?! in (?:\w+ )?(?:split|divided)| (?:up-?)?titrat| increas| escalat)", _adverb),
    ("once", r"\b(?:an? |one )?single(?:[ -](?:oral|intravenous|iv|sc|subcutaneous|im|intramuscular|intravitreal|bolus|[\d.,]+ ?[a-zµ]+(?:/[a-z]+)?)){0,3}[ -](?:dose|injection|infusion|administration|vaccination|bolus)\b(?![ -](?:levels?|escalation|cohorts?|vial|ascending|\(sd\)))", _true),
    ("length", rf"\b(?:for|over)(?: a)?(?: total| duration| period)?(?: of)? (?P<most>up to |a maximum of |at most |maximum |no more than |maximum of )?(?:a (?:total|period) of |the first )?(?P<n>{_N})(?: consecutive)?[ -](?P<u>days?|weeks?|months?|years?|cycles?|courses?|doses?|injections?|infusions?)\b(?! (?:before|prior|after|of follow|follow))", _length),
    ("length", rf"(?P<most>\bup to |\ba maximum of )(?P<n>{_N})[ -](?P<u>weeks?|months?|years?|cycles?|courses?)\b", _length),
    ("until", r"\b(?:until|up to the time of|in the absence of) (?P<words>(?:[^.;\n]|\.(?=\d)){4,240})", _until),
)  # fmt: skip
# "from day 0 up to week 48", "beginning on day 1": not the days of a dose.
_NOT_ON = re.compile(
    r"\b(?:from|before|after|until|up to|by|since|prior to|between|beginning|starting|start|starts|begins?|end of|through|end on|ending)(?: on| at)? (?:study |the )*$",
    re.IGNORECASE,
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE), read) for kind, pattern, read in _RULES)


def parts_in(text: str) -> list[Part]:
    """All parts in text order; a stretch of text belongs to the first rule that takes it."""
    taken: list[Part] = []
    for kind, pattern, read in _COMPILED:
        for match in pattern.finditer(text):
            if any(match.start() < part.end and part.start < match.end() for part in taken):
                continue
            taken += _part(kind, match, read)
    return sorted(taken, key=lambda part: part.start)


def _part(kind: str, match: re.Match[str], read: Callable[[re.Match[str]], object]) -> Iterator[Part]:
    value = read(match)
    if kind == "days" and _NOT_ON.search(match.string[: match.start()]):
        kind = "skip"
    yield Part(kind if value else "stop", match.start(), match.end(), value)
