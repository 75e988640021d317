"""The event before a time window, where it has a name here: "major surgery", "heart attack".

words before a window ─▶ **event** ─▶ time_windows; its name is the question that the check asks.
"""

import re

from trialway.criteria.cues import contains_any
from trialway.criteria.expressions import WindowKind
from trialway.criteria.readers.past_event_rules import PAST_EVENTS

# Letters that must be there for a search to be worth it.
_NEEDLES: dict[str, tuple[str, ...]] = {
    "live_vaccine": ("vaccin",),
    "investigational_treatment": ("investigational", "experimental", "trial", "stud"),
    "major_surgery": ("major",),
    "surgery": ("surg", "operation"),
    "radiotherapy": ("radi",),
    "chemotherapy": ("chemo", "cytotoxic"),
    "blood_transfusion": ("transfus",),
    "blood_donation": ("donat",),
    "heart_attack": ("infarction", "mi", "heart attack"),
    "stroke": ("stroke", "cva", "cerebro"),
    "hospital_stay": ("hospitali",),
    "other_cancer": ("malignan", "cancer"),
    "heart_procedure": ("pci", "cabg", "revasculari"),
    "systemic_steroids": ("steroid",),
    "vaccine": ("vaccin", "immuni"),
    "transplant": ("transplant",),
}
_EVENTS = tuple(
    (event, needles, PAST_EVENTS[f"event.{event.replace('_', '-')}"]) for event, needles in _NEEDLES.items()
)
_PLAIN = PAST_EVENTS["event-words.plain"]


def event_of(before: str, window: WindowKind) -> str:
    """The name of the event before a window, "" when it has none here."""
    if window not in ("wash-out", "look-back", "mixed"):
        return ""
    phrase = before if is_plain(before) else re.split(r"[,;]| or ", before)[-1]
    for event, needles, pattern in _EVENTS:
        if contains_any(phrase, needles) and pattern.search(phrase):
            return event
    return ""


def is_plain(words: str) -> bool:
    """Whether words name an event and nothing else: "major surgery", not "surgery for the tumour"."""
    return bool(_PLAIN.fullmatch(words.strip(" (")))
