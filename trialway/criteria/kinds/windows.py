"""Things that happened within a time before now, classed by their head noun: wash-out (a treatment
taken), progression
window (the disease coming back after treatment), look-back (an event or illness), recency (a test or
sample)."""

import re
from collections.abc import Iterator
from typing import Literal, cast

from trialway.criteria.expressions import Not, WindowKind, Within
from trialway.criteria.kinds.heads import (
    class_of,
    event_of,
    head_at,
    head_class,
    is_plain,
    tells_of_progression,
)
from trialway.criteria.words import (
    COUNT,
    TIME_UNIT,
    Found,
    at_numbers,
    clause_start,
    has_numbers,
    holds,
    number,
    time_unit,
)

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


def _time(name: str) -> str:
    """An amount of time, in the groups ``<name>n`` and ``<name>u``."""
    return (
        rf"(?:{COUNT} ?(?:-|to) ?)?(?P<{name}n>{COUNT})(?: ?\(\d{{1,3}}\))? ?-?"
        rf"(?:calendar |consecutive |full |complete )?(?P<{name}u>{TIME_UNIT})"
    )


_BACK = r"(?:last|past|previous|prior|preceding|most recent)"
_ANCHOR = (
    r"(?: ?\([^)]{1,40}\))?(?: or (?:\w{1,8} )?\w{1,8} half[ -]li(?:ves"
    r"|fe)[^,;.]{0,30})? ?(?:prior|before|preceding|previous to|previously"
    r"|of (?:the )?(?:screening|enrol|random|baseline|study|visit|inclusion|first|index|consent)"
    r"|from (?:the )?(?:screening|enrol|random|baseline|study|visit|first)|ago\b|earlier)"
)
_WINDOWS = (
    # within (the last) 4 weeks (prior to …)
    re.compile(
        rf"\b(?:within|in) (?:the |a |about |approximately )?(?:(?:{_BACK}|period of"
        rf"|timeframe of)(?: of)? )?(?P<sign>[≤<]) ?{_time('a')}|\bwithin (?:the |a |an |about "
        rf"|approximately )?(?:{_BACK} |period of )?{_time('b')}|\bwithin (?:the "
        rf"|a )?(?:{_BACK} )?(?P<one>{TIME_UNIT})(?= (?:prior|before|preceding|of))"
        rf"|\bwithin (?:the )?{_BACK} (?P<one2>year|month|week|day)\b"
    ),
    # in the past year; during the last 3 months
    re.compile(
        rf"(?:\b(?:in|during|over|for|at|through(?:out)?|any time in|from) )?\b(?:the |his |her "
        rf"|their )?{_BACK} (?:(?:[≤<] ?)?{_time('a')}|(?P<one>year|month|week|day|24 h)\b)"
        rf"|\b(?:in|during|over|within|for) (?:the )?(?P<bn>{COUNT}) {_BACK} (?P<bu>{TIME_UNIT})"
    ),
    # ≤ 28 days before; 4 weeks prior to; 3 months ago
    re.compile(rf"(?P<sign>[≤<≥>])? ?\b{_time('a')}(?={_ANCHOR})"),
    # in the month preceding; during the 5 years before
    re.compile(r"\b(?:in|during|within) the (?P<one>year|month|week|day)(?= (?:preceding|prior|before))"),
    # at least 4 weeks since …
    re.compile(
        rf"(?P<since>[≥>]) ?{_time('a')} ?(?:\([^)]{{1,30}}\) )?(?:has |have |must have "
        rf"|should have )?(?:elapsed |passed )?(?:since|after|from|following) (?:the )?(?:last|prior"
        rf"|previous|completion|end|receiving|any|most recent|stopping|discontinuation|their|surgery"
        rf"|treatment|radio|chemo)"
    ),
    re.compile(rf"\b(?P<since>(?:≥ ?)?){_time('a')} (?:has|have|must have|should have) (?:elapsed|passed)"),
    # recent stroke (< 3 months)
    re.compile(rf"\brecent(?:ly)?\b(?:(?!life|surviv)[^.;<≤]){{1,70}}(?P<sign>[<≤]) ?{_time('a')}"),
    # for less than 3 months; < 2 months
    re.compile(
        rf"\b(?:since|onset|diagnosed|recent) \(?(?P<sign><) ?{_time('a')}"
        rf"|(?P<sign2><) ?{_time('b')}(?= (?:use|since)\b)"
    ),
)
# What a text must hold for each pattern to be worth a search; most hold none.
_NEEDLES: tuple[tuple[str, ...], ...] = (
    ("within", "in ≤", "in <"),
    ("last", "past", "previous", "prior", "preceding", "most recent"),
    ("prior", "before", "preced", "previous", "ago", "earlier", " of ", "from"),
    ("the year", "the month", "the week", "the day"),
    ("≥", ">"),
    ("elapsed", "passed"),
    ("recent",),
    ("<",),
)
_AFTER = re.compile(
    r" ?(?:\([^)]{1,30}\) )?(?:after|following|post|from the (?:end|last|date)|of (?:starting"
    r"|initiat|complet|finish|discontinu|birth|diagnos|therap|stopping)|from now"
    r"|since the last dose)\b"
)
_FUTURE = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|will|anticipat\w{1,4}|expect\w{0,3}|intend\w{0,3}|going to|likely"
    r"|scheduled|after (?:the )?(?:last|final)|following the|next|at least|up to|agree\w{0,2}"
    r"|remain|until|willing|risk (?:of|for)|intent|to undergo)\b(?: [\w/-]{1,15}){0,6} ?$"
)
_STABLE = re.compile(
    r"\b(?:stable|unchanged|constant|stability|no changes?|without changes?|remained"
    r"|maintain\w{0,3}|consecutive|duration|for|over|at|lasting)\b(?: [\w/'-]{1,15}){0,7} (?:for"
    r"|over|≥)? ?$"
)

_DENIED = re.compile(
    r"(?<!that is )(?<!that are )(?<!which is )(?<!which are )\b(?:no|not|never|(?<![a-z] )without"
    r"|free (?:of|from)|absence of|cannot|none)\b(?! (?:only|including"
    r"|limited|controlled|been controlled|adequately))(?:(?! (?:and|but|unless|who|which|if|or that"
    r"|with)\b) [\w/()'-]{1,24}){0,9}(?:, [\w -]{1,30}){0,3} ?\(?$"
)
_DENIED_AFTER = re.compile(r"[^.;]{0,70}\b(?:not|no|never)\b")
_BACKWARD = re.compile(r"\b(?:past|last|prior|previous|preceding)\b")
_POINTS = re.compile(rf"\b(?:within|in|during|{_BACK})\b")
_STEADY = re.compile(r"\bstab(?:le|ility)\b|\bwithout\b[^.;]{0,30}progress")
_BEFORE = re.compile(r" ?(?:prior|before|ago)")
# "no changes in the last 6 months": how long something has been steady.
_CHANGELESS = re.compile(
    r"\b(?:no|without)\b (?:\w{1,12} ){0,2}changes?\b|\bstable (?:symptoms|condition|medical"
    r"|clinical)\b|\bstable\b[^,;]{0,30}\btherapy\b|\bunchanged\b"
    r"|\bstable (?:dos\w{1,4}|or \w{2}creasing)\b"
)
_TO_COME = re.compile(
    r"^(?:\w{1,12} ){0,3}(?:likely|expected|anticipated) to (?:receive|undergo|need|require|have)\b"
    r"[^;.]{0,130}$|\b(?:within|in) the initial\b"
    r"|^[^,;]{0,30}\b(?:plan(?:s|ning)? to|intends? to|scheduled (?:to|for)|planned)\b(?!.{0,90}\b(?:or"
    r"|and/or) (?:\w{1,12} )?(?:had|has|received|underwent|within)\b)[^,;]{0,90}$"
)
# What stands in brackets denies nothing outside them.
_BRACKETS = re.compile(r"\([^()]{1,120}\)")
_UNLESS = re.compile(r"\b(?:unless|except)\b")
_ENDED = re.compile(
    r"\b(?:no|not|free|discontinu\w{1,4}|stopp\w{1,3}|abstain\w{0,3}|completed|last|received|ended"
    r"|finished|off|withdrawn|withheld|wash-? ?out(?: period)?)\b"
)
_ABSTAINED = re.compile(
    r"\b(?:no|not|free|discontinu\w{1,4}|stopp\w{1,3}|abstain\w{0,3}|off|withdrawn|withheld|wash-? ?out)\b"
)
_CLAUSE_END = re.compile(r"[;.]")
_PIECES = re.compile(r"[,;]| or ")
_TAIL = re.compile(
    r" ?(?:prior to|before|of|preceding|from) (?:the )?(?:planned )?(?:start of )?(?:(?:study"
    r"|screening|enrol\w{1,5}|randomi[sz]ation|first|dose|treatment|visit|inclusion|baseline|entry"
    r"|drug|initiation|consent|informed|trial|of|the|day|1|administration"
    r"|registration) ?){1,6}(?=[,.;)]|$| or| and)"
)
# A time in full, or short after its number: without one the patterns need not be tried.
_TIMES = ("day", "week", "month", "year", "hour")
_SHORT = re.compile(r"(?:[0-9)]|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[ )-]{0,3}[hdwmy]")
_TIMED = re.compile(rf"(?:{COUNT})[ )-]{{0,3}}(?:\(\d|calendar|full|consecutive|complete|{TIME_UNIT})")
_UNCOUNTED = re.compile(
    r"(?:last|past|previous|prior|preceding|within|within an?|the) (?:year|month|week|day|24 h)"
)


def read(text: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    if not _may_tell(text):
        return
    for needles, pattern in zip(_NEEDLES, _WINDOWS, strict=True):
        if not holds(text, needles):
            continue
        # The third starts with the amount itself.
        tried = at_numbers(pattern, text, "≤<≥>") if pattern is _WINDOWS[2] else pattern.finditer(text)
        for match in tried:
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            found = _window(text, match)
            if found is not None:
                taken.append(match.span())
                yield found


def _may_tell(text: str) -> bool:
    if not holds(text, _TIMES) and not _SHORT.search(text):
        return False
    return bool((has_numbers(text) and _TIMED.search(text)) or _UNCOUNTED.search(text))


def _window(text: str, match: re.Match[str]) -> Found | None:
    groups = match.groupdict()
    amount, unit = _length(groups)
    sign = groups.get("sign") or groups.get("sign2")
    since = groups.get("since") is not None or sign in ("≥", ">")
    before = text[max(clause_start(text, match.start()), match.start() - 160) : match.start()]
    if unit == "minute" or not _looks_back(text, match, before, since=since):
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
    # "Within 2 weeks before therapy, have not received …": the denial can come after.
    said_after = not before.strip() and _DENIED_AFTER.match(text, match.end())
    denied = (
        bool(_DENIED.search(_BRACKETS.sub("", before)) or said_after)
        and window != "recency"
        and groups.get("since") is None
    )
    tail = _TAIL.match(text, match.end())
    end = tail.end() if tail else match.end()
    expression = Not(part=within) if since != denied else within
    return Found(match.start() - _reach(before, within), end, "time window", expression)


def _length(groups: dict[str, str | None]) -> tuple[float, str]:
    unit = groups.get("au") or groups.get("bu") or groups.get("one") or groups.get("one2") or "d"
    return number(groups.get("an") or groups.get("bn") or "one"), time_unit(unit)


def _class(text: str, match: re.Match[str], before: str) -> WindowKind | None:
    if match.groupdict().get("since") is not None:
        # "at least 4 weeks since prior chemotherapy": the head noun comes after.
        after = _CLAUSE_END.split(text[match.start() : match.end() + 60])[0]
        return head_class(after, "") if head_at(after) else head_class(before, "")
    if _AFTER.match(text, match.end()) and not _BACKWARD.search(match[0]):
        # "Progression within 6 months after therapy": no other window looks from a treatment on.
        return "progression window" if tells_of_progression(before) else None
    return class_of(before, text[match.end() : match.end() + 90])


def _looks_back(text: str, match: re.Match[str], before: str, *, since: bool) -> bool:
    """Whether a time tells how long ago something was: not how long it lasted, or when it will be."""
    groups, own = match.groupdict(), match[0]
    sign = groups.get("sign")
    if since and (_STEADY.search(before[-60:]) or (sign and not _BEFORE.match(text, match.end()))):
        return False
    if sign in ("≥", ">") and (_UNLESS.search(before) or not _ENDED.search(before[-90:])):
        return False
    if own.startswith("for ") and re.search(r"\bstable\b", before[-60:]):
        return False
    if sign in ("≥", ">") and before.endswith("for ") and not _ABSTAINED.search(before[-90:]):
        # "Received for at least 8 weeks before": how long it lasted.
        return False
    if _AFTER.match(text, match.end()):
        return True
    if _FUTURE.search(before[-60:]) and not _BACKWARD.search(own + text[match.end() : match.end() + 12]):
        return False
    if _CHANGELESS.search(before[-90:]) or _TO_COME.search(before):
        return False
    lasting = sign is None and groups.get("since") is None and not _POINTS.search(own)
    return not (lasting and _STABLE.search(before + ("for " if own.startswith("for ") else "")))


def _reach(before: str, window: Within) -> int:
    """How far before the window the event reaches that we know by name, with words that add nothing."""
    if not window.variable:
        return 0
    if is_plain(before):
        return len(before.lstrip())
    piece = _PIECES.split(before)[-1]
    return len(piece.lstrip()) if not piece.strip() or is_plain(piece) else 0
