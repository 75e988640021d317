"""What a time window is about: the class of its head noun.

words before a window ─▶ **class** ─▶ time_windows.
"""

import re

from trialway.criteria.cues import contains_any
from trialway.criteria.expressions import WindowKind
from trialway.criteria.readers.head_noun_table import HEADS, last_head
from trialway.criteria.readers.window_class_rules import WINDOW_CLASSES

_RECENT = WINDOW_CLASSES["window.recent"]
_ANCHORS = WINDOW_CLASSES["window.anchor"]
_WEAK = WINDOW_CLASSES["window.weak-head"]
_VALUE_THEN = WINDOW_CLASSES["window.value-then"]
_ASSESSED = WINDOW_CLASSES["window.of-assessment"]
_OF_ONSET = WINDOW_CLASSES["window.of-onset"]
_ABUSE = WINDOW_CLASSES["window.abuse"]
_HAPPENED = WINDOW_CLASSES["window.happened"]
_TEST_OF = WINDOW_CLASSES["window.test-of"]
_ASIDE = WINDOW_CLASSES["window.aside"]
_SHOWN_BY = WINDOW_CLASSES["window.shown-by"]
_MEASURED = WINDOW_CLASSES["window.measured"]
_TAKEN = WINDOW_CLASSES["window.taken"]
_AGAIN = WINDOW_CLASSES["window.again"]
_ITEMS = re.compile(r"[,;] ?(?:or |and |and/or )?| (?:or|and|and/or) |/")
_EARLIER_TIME = WINDOW_CLASSES["window.earlier-time"]
_VERB = WINDOW_CLASSES["window.verb"]
_MOMENT_BEHIND = WINDOW_CLASSES["window.moment-behind"]
_ON_TEST = WINDOW_CLASSES["window.on-test"]


# What words must hold for each of these patterns to be worth a search.
_SECOND_TELLING = (" had", "suffered", "experienced", "history of")
_ABUSED = ("abuse", "dependence", "misuse", "addiction")
_SHOWN = ("diagnosed", "confirmed", "detected", "evidenced", "assessed", "proven", "shown", "seen")
_OUTCOMES = ("positive", "negative", "taken", "drawn")
_HAVING = (
    "occurr developed experienced happened diagnosed hospitali allerg hypersens intoleran sensitiv reaction"
)
_BEFELL = tuple(_HAVING.split())


def class_of(before: str, after: str) -> WindowKind:
    """The class of a window by the words before it; those after it count when hardly any are before."""
    value = _VALUE_THEN.search(before)
    taken = value is not None and head_class(before[: value.start()], "") == "wash-out"
    if (value and not taken) or _ASSESSED.match(after) or ("catheteri" in before and _ON_TEST.search(before)):
        return "recency"
    if _OF_ONSET.match(after):
        return "look-back"
    words = _ASIDE.sub(" ", _ANCHORS.sub(" ", before))
    if contains_any(words, _SECOND_TELLING):
        words = words[_end_of_last(_AGAIN, words) :]
    if contains_any(words, _ABUSED) and _ABUSE.search(words):
        return "look-back"
    shown = _SHOWN_BY.search(words) if contains_any(words, _SHOWN) else None
    if shown and head_at(words[: shown.start()]):
        # "infarction diagnosed by imaging": how an event was shown is not the head.
        words = words[: shown.start()]
    if contains_any(words, _OUTCOMES) and _TEST_OF.search(words):
        return "recency"
    few = len(before.split()) < 3 or bool(_RECENT.fullmatch(before))
    window = head_class(words, after if few else "")
    if window in ("wash-out", "look-back") and _is_mixed(words if head_at(words) or not few else after):
        return "mixed"
    if window == "wash-out" and _happened(words):
        return "look-back"
    if window == "look-back" and (_TAKEN.match(words.lstrip(" -")) or _was_for(words)):
        return "wash-out"
    return "recency" if window == "wash-out" and _MEASURED.match(words.lstrip(" -")) else window


def _happened(words: str) -> bool:
    return contains_any(words, _BEFELL) and bool(_HAPPENED.search(words))


def _was_for(words: str) -> bool:
    """Whether a treatment comes right before "for": "therapy for heart failure" is about the therapy."""
    treatment, said, reason = words.rpartition(" for ")
    last = last_head(treatment) if said and not _ITEMS.search(reason) else None
    return last is not None and last[1] == "wash-out" and " " not in treatment[last[0] :]


def _is_mixed(words: str) -> bool:
    """Whether a list names treatments and illnesses, or an illness that needed treatment: "unstable angina
    or cardiac surgery"."""
    items = _items(_EARLIER_TIME.split(words)[-1])
    if len(items) == 1 and "requir" not in items[0]:
        return False
    if _TAKEN.match(words.lstrip(" -")) or _happened(words):
        return False
    if "requir" in items[-1] and _needed_treatment(*items[-1].split("requir", 1)):
        return True
    if len(items) == 1:
        return False
    return {"wash-out", "look-back"} <= {_class_at_end(item) for item in items}


def _needed_treatment(illness: str, treatment: str) -> bool:
    is_illness = illness.strip() and _class_at_end(illness) != "wash-out"
    return bool(is_illness) and _class_at_end(treatment) == "wash-out"


def _items(words: str) -> list[str]:
    """The items of the list that ends a text; what comes before its verb is no part of it."""
    items: list[str] = []
    for item in reversed(_ITEMS.split(words)):
        cut = _end_of_last(_VERB, item)
        items.insert(0, item[cut:])
        if cut:
            break
    return items


def _end_of_last(pattern: re.Pattern[str], words: str) -> int:
    """The end of the last match, 0 without one."""
    end = 0
    for match in pattern.finditer(words):
        end = match.end()
    return end


def _class_at_end(words: str) -> WindowKind | None:
    if _TAKEN.match(words.strip()):
        return "wash-out"
    bare = words.replace("history of", "")
    # "Intravenous diuretics for heart failure": what something was for is not the head.
    last = last_head(bare.partition(" for ")[0]) or last_head(bare)
    return last[1] if last else None


def head_class(before: str, after: str) -> WindowKind:
    """The class of the nearest head noun before the window, or else after it."""
    last = last_head(before)
    if last is not None:
        return last[1]
    first: tuple[int, WindowKind] | None = None
    tail = _MOMENT_BEHIND.sub("", after)
    for window, pattern in HEADS:
        later = pattern.search(tail)
        if later and (first is None or later.start() < first[0]):
            first = (later.start(), window)
    if first is not None:
        return first[1]
    return "recency" if _WEAK.search(before) else "look-back"


def head_at(before: str) -> int:
    """The start of the last head noun, 0 without one."""
    last = last_head(before)
    return last[0] if last else 0
