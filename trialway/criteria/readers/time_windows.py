"""Events within a time before now, classed by their head noun: wash-out (a treatment taken), progression
window (the disease coming back after treatment), look-back (an event or illness), recency (a test or
sample)."""

import re
from collections.abc import Iterator
from typing import Literal, cast

from trialway.criteria.cues import RuleMatch, clause_start
from trialway.criteria.expressions import Not, WindowKind, Within
from trialway.criteria.readers.durations import length_of, times_in
from trialway.criteria.readers.head_noun_table import tells_of_progression
from trialway.criteria.readers.head_nouns import class_of, head_at, head_class
from trialway.criteria.readers.look_behind import (
    AFTER,
    BACKWARD,
    is_denied,
    is_look_back,
)
from trialway.criteria.readers.past_events import event_of, is_plain
from trialway.criteria.readers.window_class_rules import WINDOW_CLASSES

CUES = (
    "within",
    "past",
    "last",
    "prior",
    "previ",
    "prece",
    "befor",
    "ago",
    "since",
    "less",
    "days",
    "weeks",
    "month",
    "year",
    "years",
    "hours",
    "day",
    "week",
    "elaps",
    "inter",
    "washo",
    "after",
)


_CLAUSE_END = re.compile(r"[;.]")
_PIECES = re.compile(r"[,;]| or ")
_TAIL = WINDOW_CLASSES["window.tail"]


def read(text: str) -> Iterator[RuleMatch]:
    taken: list[tuple[int, int]] = []
    for match in times_in(text):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        if any(text[end : match.start()] in (" (", " [") for _, end in taken if end < match.start()):
            # "Within the previous month (30 days before inclusion)": said twice.
            continue
        found = _window(text, match)
        if found is not None:
            taken.append(match.span())
            yield found


def _window(text: str, match: re.Match[str]) -> RuleMatch | None:
    groups = match.groupdict()
    amount, unit = length_of(groups)
    sign = groups.get("sign") or groups.get("sign2")
    since = groups.get("since") is not None or sign in ("≥", ">")
    before = text[max(clause_start(text, match.start()), match.start() - 160) : match.start()]
    if unit == "minute" or not is_look_back(text, match, before, since=since):
        return None
    window = _class(text, match, before)
    if window is None:
        return None
    within = Within(
        window=window,
        variable=event_of(before, window),
        amount=amount,
        unit=cast("Literal['day']", unit),
        what=before.strip(" ,(:-").removeprefix("and ").strip(),
        sign="<" if sign == "<" else "<=",
    )
    denied = is_denied(text, match, before) and window != "recency" and groups.get("since") is None
    tail = _TAIL.match(text, match.end())
    end = tail.end() if tail else match.end()
    # "Not … for at least 7 days before" denies once.
    once = denied and sign in ("≥", ">") and before.endswith("for ")
    expression = Not(part=within) if once or since != denied else within
    return RuleMatch(match.start() - _reach(before, within), end, "time window", expression)


def _class(text: str, match: re.Match[str], before: str) -> WindowKind | None:
    since = match.groupdict().get("since")
    if since is not None and since.startswith("wash"):
        return "wash-out"
    if since is not None:
        # "at least 4 weeks since prior chemotherapy": the head noun comes after.
        if tells_of_progression(before[-50:]):
            # "Recurrence more than 6 months from completion of therapy": how long it held.
            return None
        after = _CLAUSE_END.split(text[match.start() : match.end() + 60])[0]
        return head_class(after, "") if head_at(after) else head_class(before, "")
    if AFTER.match(text, match.end()) and not BACKWARD.search(match[0]):
        # "Progression within 6 months after therapy": no other window looks from a treatment on.
        return "progression window" if tells_of_progression(before) else None
    return class_of(before, text[match.end() : match.end() + 90])


def _reach(before: str, window: Within) -> int:
    """How far before the window a known event reaches, with words that add nothing."""
    if not window.variable:
        return 0
    if is_plain(before):
        return len(before.lstrip())
    piece = _PIECES.split(before)[-1]
    return len(piece.lstrip()) if not piece.strip() or is_plain(piece) else 0
