"""Whether a time tells how long ago something was, or how long it lasted, or when it will be.

times ─▶ **those that look back** ─▶ windows.
"""

import re

from trialway.criteria.cues import contains_any
from trialway.criteria.readers.durations import BACK

AFTER = re.compile(
    r" ?(?:\([^)]{1,30}\) )?(?:after|following|post|from the (?:end|last|date)|of (?:starting"
    r"|initiat|complet|finish|discontinu|birth|diagnos|therap|stopping)|from now"
    r"|since the last dose)\b"
)
_FUTURE = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|will|anticipat\w{1,4}|expect\w{0,3}|intend\w{0,3}|going to|likely"
    r"|scheduled|intention|after (?:the )?(?:last|final)|following the|next|at least|up to|agree\w{0,2}"
    r"|remain|until|willing|risk (?:of|for)|intent|to undergo"
    r"|(?:allow|start|begin) (?:initiation of )?(?:study|trial|protocol))\b(?: [\w/-]{1,15}){0,6} ?$"
)
_STABLE = re.compile(
    r"\b(?:stable|unchanged|constant|stability|no changes?|without changes?|remained"
    r"|maintain\w{0,3}|consecutive|duration|for|over|at|lasting)\b(?: [\w/'-]{1,15}){0,7} (?:for"
    r"|over|≥)? ?$"
)

_DENIED = re.compile(
    r"(?<!that is )(?<!that are )(?<!which is )(?<!which are )\b(?:no|not|never|(?<![a-z] )without"
    r"|free (?:of|from)|absence of|cannot|none)\b(?! (?:only|including"
    r"|limited|controlled|been controlled|adequately|on the market|yet|approved|licensed|marketed))"
    r"(?:(?! (?:and(?! blood\b)|but|unless|who|which|if|or that"
    r"|(?<!treated )(?<!nor )(?<!therapy )(?<!treatment )with)\b)"
    r" [\w/().'-]{1,24}){0,9}(?:, [\w -]{1,30}){0,3} ?\(?$"
)
_DENIED_LATER = re.compile(r"[^.;]{0,70}\b(?:not|no|never)\b")
BACKWARD = re.compile(r"\b(?:past|last|prior|previous|preceding)\b")
_POINTS = re.compile(rf"\b(?:within|in|during|{BACK})\b")
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
    r"[^;.]{0,160}$|\b(?:within|in) the initial\b"
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


# What somebody is ready to do, or may do later, tells of no time past.
_PROMISED = re.compile(
    r"\b(?:willing\w{0,4}|agree\w{0,5}|able|unable|refus\w{1,3}|inability|ability|instructed|asked|advised)\b"
    r"(?: \w{1,12}){0,4}? (?:abstain|refrain|avoid|fast|stop|discontinue|withhold|forgo|undergo|comply)\b"
)
# "For at least 6 months after the last dose": a duty, mostly of contraception.
_DUTY = re.compile(
    r"\b(?:contracepti\w{1,4}|birth control|condoms?|agree\w{0,2}|donat\w{1,4}|abstinen\w{1,2}|throughout"
    r"|(?:entire|whole|during (?:the )?(?:\w{1,14} )?)(?:study|trial|treatment|intervention|period))\b"
)
# What an exception names, nobody is asked about: "unless stopped 4 weeks before".
_EXCEPTED = re.compile(
    r"\b(?:unless|except(?:ions?)?(?: (?:of|for))? (?:if|when|patients|subjects|participants|those)"
    r"|(?:not|n't) include)\b(?:(?! and )[^,;]){0,90}$"
)
_FROM_THEN = re.compile(r"\b(?:after|following|from)\b")
# "Not resolving within 72 hours": how long it took.
_TOOK = re.compile(
    r"\b(?:resolv\w{1,4}|subsid\w{1,4}|heal(?:ed|ing|s)?|disappear\w{0,3}|recover\w{0,3}|return\w{0,3}"
    r"|completed?)(?: \w{1,12})? $"
)
# "Duration of ventilation must be less than 72 hours", "≥ 4 weeks of stable function".
_LENGTH = re.compile(r"\bduration of (?:[\w-]{1,16} ){1,4}?(?:must be|is|of|has been) (?:≤|<)? ?$")
_STEADY_NEXT = re.compile(r" of (?:clinical(?:ly)? )?stab")
_STEADY_STILL = re.compile(
    r"\bstable\b(?: (?!with\b|and\b|or\b|who\b|without\b|angina\b)[\w±/.-]{1,15}){0,5} ?$"
)


def is_look_back(text: str, match: re.Match[str], before: str, *, since: bool) -> bool:
    """Whether a time tells how long ago something was: not how long it lasted, or when it will be."""
    groups, own = match.groupdict(), match[0]
    sign = groups.get("sign")
    if _is_hypothetical(before) or _is_length_of(text, match, before):
        return False
    if groups.get("since") and _is_duty(before, own):
        return False
    if since and (_STEADY.search(before[-60:]) or (sign and not _BEFORE.match(text, match.end()))):
        return False
    if sign in ("≥", ">") and _is_length(before):
        return False
    if own.startswith("for ") and re.search(r"\bstable\b", before[-60:]):
        return False
    if AFTER.match(text, match.end()):
        return True
    if _FUTURE.search(before[-60:]) and not BACKWARD.search(own + text[match.end() : match.end() + 12]):
        return False
    if _is_steady(before) or (contains_any(before, _COMING) and _TO_COME.search(before)):
        return False
    lasting = sign is None and groups.get("since") is None and not _POINTS.search(own)
    if (
        lasting
        and (before + own).find("for ", len(before) - 4) >= 0
        and _DENIED.search(before.removesuffix("for "))
    ):
        # "No inotropes for 24 h before": that it did not happen is said of all that time.
        return True
    return not (lasting and _STABLE.search(before + ("for " if own.startswith("for ") else "")))


# What words must hold for each of these patterns to be worth a search.
_COMING = ("likely", "expected", "anticipated", "initial", "plan", "intend", "scheduled")
_DENYING = ("no", "never", "without", "free ", "absence")


def _is_steady(before: str) -> bool:
    if not contains_any(before, ("stable", "change")):
        return False
    return bool(_CHANGELESS.search(before[-90:]) or _STEADY_STILL.search(before))


def _is_length_of(text: str, match: re.Match[str], before: str) -> bool:
    """Whether the words around a time say that something lasted so long, or took so long."""
    if ("duration of" in before and _LENGTH.search(before)) or _STEADY_NEXT.match(text, match.end()):
        return True
    took = _TOOK.search(before) and match[0].startswith("within") and not BACKWARD.search(match[0])
    return bool(took) and not _BEFORE.match(text, match.end())


def _is_hypothetical(before: str) -> bool:
    if _PROMISED.search(before):
        return True
    return contains_any(before, ("unless", "except", "include")) and bool(
        _EXCEPTED.search(_BRACKETS.sub("", before))
    )


def _is_length(before: str) -> bool:
    """Whether "at least 8 weeks before" tells how long something lasted: "received for at least 8 weeks"."""
    if _UNLESS.search(before) or not _ENDED.search(before[-90:]):
        return True
    return before.endswith("for ") and not _ABSTAINED.search(before[-90:])


def _is_duty(before: str, own: str) -> bool:
    return bool(_FROM_THEN.search(own)) and (before.endswith("for ") or bool(_DUTY.search(before)))


def is_denied(text: str, match: re.Match[str], before: str) -> bool:
    """Whether the words say that it did not happen in that time."""
    # "Within 2 weeks before therapy, have not received …": the denial can come after.
    said_after = not before.strip() and _DENIED_LATER.match(text, match.end())
    return bool(said_after) or (
        contains_any(before, _DENYING) and bool(_DENIED.search(_BRACKETS.sub("", before)))
    )
