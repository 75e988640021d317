"""Whether a time says how long ago something was, rather than how long it lasted or when it will be.

times ─▶ **those that look back** ─▶ time_windows.
"""

import re

from trialway.criteria.cues import contains_any
from trialway.criteria.readers.look_behind_rules import LOOK_BEHIND

AFTER = LOOK_BEHIND["window.after"]
_FUTURE = LOOK_BEHIND["window.not.future"]
_STABLE = LOOK_BEHIND["window.not.steady-for"]
_DENIED = LOOK_BEHIND["window.denied"]
_DENIED_LATER = LOOK_BEHIND["window.denied-after"]
BACKWARD = LOOK_BEHIND["window.backward"]
_POINTS = LOOK_BEHIND["window.points"]
_STEADY = LOOK_BEHIND["window.steady"]
_BEFORE = LOOK_BEHIND["window.before-follows"]
_CHANGELESS = LOOK_BEHIND["window.no-change"]
_TO_COME = LOOK_BEHIND["window.to-come"]
_BRACKETS = LOOK_BEHIND["window.bracket"]
_UNLESS = LOOK_BEHIND["window.unless"]
_ENDED = LOOK_BEHIND["window.ended"]
_ABSTAINED = LOOK_BEHIND["window.abstained"]
_PROMISED = LOOK_BEHIND["window.not.promised"]
_DUTY = LOOK_BEHIND["window.not.duty"]
_EXCEPTED = LOOK_BEHIND["window.not.excepted"]
_FROM_THEN = LOOK_BEHIND["window.from-then"]
_TOOK = LOOK_BEHIND["window.not.took"]
_LENGTH = LOOK_BEHIND["window.not.duration"]
_STEADY_NEXT = LOOK_BEHIND["window.not.of-stability"]
_STABLE_FOR = LOOK_BEHIND["window.not.stable-for"]
_STEADY_STILL = LOOK_BEHIND["window.not.stable-before"]


def is_look_back(text: str, match: re.Match[str], before: str, *, since: bool) -> bool:
    """Whether a time says how long ago something was, not how long it lasted or when it will be."""
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
    if own.startswith("for ") and _STABLE_FOR.search(before[-60:]):
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
    """Whether "at least 8 weeks before" is a duration: "received for at least 8 weeks"."""
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
