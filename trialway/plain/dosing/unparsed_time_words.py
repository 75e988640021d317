"""What a reader of schedules left unread: text, schedules ─▶ **words that could change them** ─▶ regimen.

A wrong calendar is worse than none. The rules know some ways of writing; of all others only this is known:
they use words of time, of order and of change. One such word that is neither in what is told nor known to be
harmless, and nothing is told.

How much is harmless hangs on what is told. "Twice a day" stays true through cohorts, steps of a dose and
lengths of time, unless something else is said of how often; days of a cycle, weeks between doses and a single
dose do not.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from trialway.plain.dosing.parts import SchedulePart
from trialway.plain.dosing.schedule import Schedule, Span

_N = r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: ?\(\d+\))?"
_RANGE = rf"{_N}(?: ?(?:-|–|to|±|\+/-|or) ?{_N})?"
_SHORT = r"(?:min(?:ute)?s?|hours?|hrs?|h|sec(?:ond)?s?)"
_LONG = r"(?:days?|weeks?|wks?|months?|years?|yrs?|cycles?|courses?|doses|injections|infusions|fractions)"
_HARMLESS = re.compile(
    # how long one infusion takes, how far from meals, at what hour
    rf"\b(?:over|for|during|in|lasting|infusion (?:time"
    rf"|duration)(?: of)?)(?: an?)?(?: period)?(?: of)?(?: at least| about"
    rf"| approximately)? ?{_RANGE}[ -]?{_SHORT}\b"
    rf"|\b{_RANGE}[ -]?{_SHORT}\.?[ -](?:intravenous |iv |continuous )*(?:infusions?|drip)\b"
    rf"|\b{_RANGE} ?{_SHORT} (?:apart|before|after|prior to)\b"
    r"|\b(?:at )?(?:approximately |about |around )?the same (?:time|hour)s?(?: (?:of|each|every"
    r"|in) (?:the )?(?:day|morning|evening))*"
    r"|\b(?:before|after|with|without|prior to|following|between|during) (?:(?:an?|the|main|high-fat"
    r"|their|morning|evening) )*"
    r"(?:meals?|food|breakfast|lunch|dinner|supper|eating|bed(?:time)?|sleep\w*)\b"
    # who gets how much
    rf"|\b(?:aged?|over|under|older than|younger than|≥|≤|>|<) ?{_N} years?\b|\b{_N} years? (?:old|of age"
    rf"|and older)\b"
    r"|\bdouble[- ](?:blind\w*|dummy|strength)\b|\b(?:first|second|third)[ -](?:line|generation)\b"
    r"|\b(?:based on|according to|adjusted (?:for|to|by)|depend(?:ing|ent|s)? on|per|by) (?:(?:the|actual"
    r"|patients?'?s?|participants?'?s?|subjects?'?s?|body|serum|total) )*"
    r"(?:weight|surface area|bsa|protocol|label|guidelines?)\b|\bweight[- ](?:based|adjusted|dependent)\b"
    r"|\b(?:each|every|per) (?:of|with|dose|nostril|eye|arm|side|participant|patient|subject|group|tablet"
    r"|capsule|vial|ml|person|sachet|time|injection|infusion|case)s?\b"
    r"|\bvitamin d\d\b|\bdose \d+(?=:)"
    # how often the dose is looked at, or changed by a step
    rf"|\b(?:doubl|increas|reduc|decreas|taper|titrat|escalat|adjust|assess|review|monitor"
    rf"|visit)\w*[^.;,]{{0,30}} (?:every|each) (?:other |{_RANGE}[ -]?)?(?:day|week|month|visit)s?\b"
    # the same day in the first cycle and in all others
    r"|\b(?:of |in )?\(?cycles? ?(?:1|one)\b\)?(?: only)?,? ?(?:and )?(?:then|thereafter|subsequently)\b"
    # how it is packed, and which people get how much
    r"|\bsingle[- ]use\b|\beach\)|\beach (?:supplied )?vial|\bcohort expansion|\bexpansion cohorts?\b"
    r"|\bdose[- ](?:escalation|escalating|expansion)(?: (?:design|phase|part|stage|cohorts?))?\b"
    r"|\b(?:planned |\d )?dose[- ](?:cohorts?|groups?)\b|\bonce(?=\s{3})"
    r"|\b(?:before|after|during|prior to)(?: the)?(?: (?:start|end|induction) of)? (?:surgery|operation"
    r"|procedure|an(?:a)?esthesia"
    r"|incision|intubation|delivery|randomi[sz]ation)\b"
    # the whole of the trial
    r"|\b(?:during|throughout|for|in|over|of|until|to) (?:(?:the|this|a|whole|entire|full|total|rest"
    r"|duration|end|of|study|trial|double-blind|placebo-controlled|dosing|intervention|active|core"
    r"|randomi[sz]ed|\d+[ -](?:week|month|day|year)s?) )*"
    r"(?:study|trial|treatment|intervention|dosing|study drug)(?: (?:period|phase"
    r"|duration))?\b(?! ?(?:[A-D]\b|\d|cycle))"
    r"|\bphase (?:[1-4]|I{1,3}V?|IV)(?:[ab]|/\w+)?\b|\bcontinuous(?:ly)?\b|\btotal (?:daily|volume"
    r"|number)\b|\bdaily (?:dose|basis|dosing)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    rf"(?:[,(x×:]|\b(?:for|of|over|during|to|up to|within|total(?: of)?|maximum(?: of)?"
    rf"|duration)) ?(?:an? |the |at least |about |approximately |up to |maximum |first |next |remaining "
    rf"|total of |period of )*{_RANGE}[ -]?{_LONG}\b"
    rf"|\b{_RANGE}[ -](?:day|week|month|year)s?\b",
    re.IGNORECASE,
)
_OTHER_RHYTHM = (
    r"(?<!at )(?<!\w-)(?:each|every|weekly|monthly|yearly|annual\w*|fortnight\w*|nightly|hourly|twice"
    r"|thrice|bid|tid|qid|qd|qod|qw|q\d\w*)"
    r"|daily|once(?! (?:a|an|the|they|it|patients?|participants?|subjects?|steady|stable|tolerated"
    r"|randomi[sz]ed)\b)"
    rf"|{_N} (?:times|x)(?! the)|alternat\w*|intermittent\w*|pulse\w*|rest|off|paus\w+|interrupt\w*"
    rf"|breaks?|cycles?|courses?|C\d+(?:D\d+)?"
    r"|days? ?#?-?\d+|D\d+|odd|even|weekdays|weekends?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?"
    r"|saturdays?|sundays?|single|one[- ]time"
    r"|\d+ ?[wd](?:eeks?|ays?)? ?/ ?\d+ ?[wd](?:eeks?|ays?)?|eligible (?:for|to)|re-?randomi[sz]ed"
    rf"|{_N} (?:[\w-]+ )?(?:periods|rounds|blocks|sessions)"
)
_ORDER = (
    r"periods?|parts?|portions?|phases?|stages?|cohorts?|sequen\w+|cross(?:ed|ing|es)?[- ]?over|switch\w*"
    r"|wash-?outs?|run-?in|lead-?in"
    r"|then|thereafter|subsequent\w*|next|first|second|third|fourth|last|initial\w*|afterwards?|later"
    r"|induction|consolidation|maintenance"
    r"|loading|prim\w+ dose|boosters?|re-?treat\w*|crossover|remain\w*|intervals?|(?:weeks?|months?"
    r"|years?|visits?|doses?|arms?) ?#?-?\d+|arms? [A-Z]"
    r"|step\w*|ramp\w*|titrat\w*|up-?titrat\w*|taper\w*|schedules?|regimens?|optional\w*|except|unless|if"
    r"|may|might|repeat\w*|additional\w*|another|extra"
    r"|frequen\w+|until|when|vari\w+"
)
_SPARE = (
    r"after|before|prior|followed|following|while|during|up to|at least|at most|doses|injections"
    r"|infusions|days|weeks|months|years|maximum|max"
    r"|multiple|minimum|total|escalat\w*|ascending|increas\w*|decreas\w*|reduc\w*|adjust\w*|divided|split"
    r"|extension|open[- ]label"
    rf"|{_N}[ -]?{_SHORT}|{_N}[ -]?{_LONG}|accord\w*|based|depend\w*|rang\w*"
)


# "injections on days 1, 7 and 14", "at a frequency of every 2 or 4 weeks": what is told says it.
_ON_LISTED_DAYS = re.compile(r"(?<!\d )\b(?:doses|injections|infusions)\b", re.IGNORECASE)
_ON_A_CHOICE = re.compile(r"\b(?:dos(?:e|ing|age) )?(?:frequency|schedule|interval)\b", re.IGNORECASE)
# The words that the phase of what is told was read from.
_PHASE_WORDS = {
    "loading": re.compile(r"\bloading(?: doses?)?\b", re.IGNORECASE),
    "maintenance": re.compile(
        r"\b(?:(?:and )?(?:then|followed by) (?:an? |the )?)?maintenance(?: (?:doses?|therapy"
        r"|treatment))?\b|\bloading(?: doses?)?\b",
        re.IGNORECASE,
    ),
}
_THEN = re.compile(r"\b(?:then|thereafter|followed|after which|switch\w*)\b", re.IGNORECASE)


_WHEN = ("times", "every", "days", "at", "cycle", "once", "choice", "on_off")
_PARTED = re.compile(
    r"\b(?:sequen(?:ce|tial)\w*|cross(?:ed|ing|es)?[- ]?over|alternat\w*|(?:treatment |study "
    r"|dosing )?periods|(?:period|part|stage|step) (?:\d|[A-D]|I{1,3})\b"
    r"|wash-?out|run-?in|lead-?in|step-?up|priming|(?:two|three|four|[2-9]) (?:single[- ])?(?:doses"
    r"|injections|infusions|administrations|treatments))\b",
    re.IGNORECASE,
)


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


_DOUBTS = {
    "rhythm": _words(_OTHER_RHYTHM),
    "interval": _words(_OTHER_RHYTHM, _ORDER),
    "point": _words(_OTHER_RHYTHM, _ORDER, _SPARE),
}


def unparsed_time_words(text: str, told: Sequence[Schedule], parts: Sequence[SchedulePart]) -> list[str]:
    """The words of a text, beside the schedules told of it, that could change them."""
    said = [(part.start, part.end) for part in parts if any(_says(one, part) for one in told)]
    kind = max((_kind(one) for one in told), key=list(_DOUBTS).index)
    unread = _blank(_HARMLESS, _without(text, said))
    unread = _blank(_ON_LISTED_DAYS, unread) if any(len(one.days) > 1 for one in told) else unread
    unread = _blank(_ON_A_CHOICE, unread) if any(one.other or one.phase == "or" for one in told) else unread
    for phase in {one.phase for one in told} & _PHASE_WORDS.keys():
        unread = _blank(_PHASE_WORDS[phase], unread)
    if kind != "point":
        unread = _blank(_LASTS, unread)
    other = [unread[part.start : part.end] for part in parts if part.kind in _WHEN]
    return [words for words in other if words.strip()] + [
        match[0] for match in _DOUBTS[kind].finditer(unread)
    ]


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)


def contradicts(told: Sequence[Schedule], parts: Sequence[SchedulePart]) -> bool:
    """Whether another text on the same treatment says of when it is given what these schedules do not say."""
    return any(part.kind in _WHEN and not any(_says(one, part) for one in told) for part in parts)


def speaks_of_order(text: str, told: Sequence[Schedule]) -> bool:
    """Whether words on nothing that is named put what is told into one part of the trial."""
    return any(_kind(one) != "rhythm" for one in told) and bool(_PARTED.search(_HARMLESS.sub(" ", text)))


def _kind(one: Schedule) -> str:
    """How much it takes to make a schedule untrue."""
    if one.once or one.at or (one.days and not one.cycle):
        return "point"
    daily = one.per == "day" or (one.every is not None and one.every.unit == "hour")
    return "rhythm" if daily and not one.days and not one.cycle else "interval"


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _says(one: Schedule, part: SchedulePart) -> bool:
    if one.start <= part.start and part.end <= one.end and part.kind in _WHEN:
        return True
    reader = _SAID.get(part.kind)
    return reader is not None and reader(one, part.value)


def _says_times(one: Schedule, value: tuple[int, str]) -> bool:
    """``BID`` is said by "every 12 hours", ``daily`` by "twice a day"."""
    if one.every and one.every.unit == "hour":
        return value == (24 / one.every.amount, "day")
    return value in ((one.times, one.per), (0, one.per))


def _says_every(one: Schedule, value: Span) -> bool:
    if value.unit == "hour" and value.amount * one.times == 24:
        return one.per == "day"
    return value == one.every or value.days == one.cycle > 0


def _says_days(one: Schedule, value: tuple[int, ...]) -> bool:
    return value == one.days or (not one.cycle and set(value) <= set(one.days))


_SAID: dict[str, Callable[[Schedule, Any], bool]] = {
    "times": _says_times,
    "every": _says_every,
    "days": _says_days,
    "cycle": lambda one, value: bool(value == one.cycle),
    "once": lambda one, _: one.once or bool(one.days and not one.cycle),
    "length": lambda _one, _value: True,
    "until": lambda _, value: not _THEN.search(value),
}
