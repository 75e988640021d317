"""The event before a window, where we know it by name: "major surgery", "heart attack".

words before a window ─▶ **event** ─▶ windows; its name is the question that the check asks.
"""

import re

from trialway.criteria.cues import contains_any
from trialway.criteria.expressions import WindowKind

# Name, letters that must be there for a search to be worth it, and the pattern.
_EVENTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("live_vaccine", ("vaccin",), r"live,?(?: \(?attenuated\)?,?)? (?:viral |virus )?vaccin"),
    (
        "investigational_treatment",
        ("investigational", "experimental", "trial", "stud"),
        (
            r"investigational|experimental (?:drug|agent|treat|therap)|(?:another"
            r"|other) (?:\w{1,16} ){0,2}(?:trial|study|studies)|(?:clinical|drug"
            r"|interventional) (?:\w{1,10} )?(?:trial|stud)"
        ),
    ),
    ("major_surgery", ("major",), r"major (?:\w{1,12} )?(?:surg|operat)"),
    ("surgery", ("surg", "operation"), r"\bsurg|operation"),
    ("radiotherapy", ("radi",), r"radiotherapy|radiation"),
    ("chemotherapy", ("chemo", "cytotoxic"), r"chemotherapy|cytotoxic"),
    ("blood_transfusion", ("transfus",), r"transfus"),
    ("blood_donation", ("donat",), r"donat"),
    (
        "heart_attack",
        ("infarction", "mi", "heart attack"),
        r"myocardial infarction|\bmi\b|\bami\b|stemi|heart attack",
    ),
    ("stroke", ("stroke", "cva", "cerebro"), r"stroke|\bcva\b|cerebrovascular accident"),
    ("hospital_stay", ("hospitali",), r"hospitali[sz]"),
    ("other_cancer", ("malignan", "cancer"), r"malignan|\bcancers?\b"),
    ("heart_procedure", ("pci", "cabg", "revasculari"), r"\bpci\b|\bcabg\b|revasculari"),
    ("systemic_steroids", ("steroid",), r"steroid"),
)
_KNOWN = tuple((name, needles, re.compile(pattern)) for name, needles, pattern in _EVENTS)


def event_of(before: str, window: WindowKind) -> str:
    """Our name for the event before a window, "" when we have none."""
    if window not in ("wash-out", "look-back", "mixed"):
        return ""
    tail = before if _PLAIN.fullmatch(before.strip(" (")) else re.split(r"[,;]| or ", before)[-1]
    for name, needles, pattern in _KNOWN:
        if contains_any(tail, needles) and pattern.search(tail):
            return name
    return ""


_PLAIN = re.compile(
    r"(?:(?:any|a|an|the|of|other|another|prior|previous|recent|history|use|received?|receipt"
    r"|receiving|treatment|treated|therapy|with|has|have|had|been|participat\w{1,4}|participation"
    r"|in|to|into|enrol\w{1,5}|administration|vaccin\w{1,6}|live|attenuated|"
    r"live-attenuated|viral|virus|investigational|experimental|study|trial|trials|studies|clinical"
    r"|interventional|drugs?|agents?|products?|medicinal|medications?|devices?|major|surger(?:y"
    r"|ies)|surgical|procedures?|operations?|"
    r"radiotherapy|radiation|chemotherapy|cytotoxic|blood|transfusions?|transfused|donat\w{1,4}"
    r"|acute|myocardial|infarction|mi|ami|stemi|heart|attack|strokes?|cva|cerebrovascular|accident"
    r"|hospitali[sz]\w{1,6}|malignanc(?:y|ies)|"
    r"cancers?|pci|cabg|revasculari[sz]ation|no|not|without|undergone|patients?|subjects?"
    r"|participants?|who|underwent|undergoing|taking|part|research|vaccines?|and/or|live,|must"
    r"|currently|\(mi\)|\(ami\))[ ,]{0,2}){1,14}"
)


def is_plain(words: str) -> bool:
    """Whether words name an event and nothing else: "major surgery", not "surgery for the tumour"."""
    return bool(_PLAIN.fullmatch(words.strip(" (")))
