"""How and how much is given: words of a regimen ─▶ **route in plain words, dose as stated** ─▶ ``given``."""

import re

_ROUTES = (
    (
        (
            r"\b(?:intravenous(?:ly)?|i\.?v\.?)\b[^.;]{0,25}\b(?:infus\w+|"
            r"drip)|\binfus\w+\b[^.;]{0,25}\b(?:intravenous(?:ly)?|i\.?v\.?)\b"
        ),
        "through a drip into a vein",
    ),
    (r"\binfusions?\b", "as an infusion, which is a slow drip"),
    (r"\bintravenous(?:ly)?\b|\bi\.v\.|\bIV\b|\biv\b", "into a vein"),
    (r"\bsubcutaneous(?:ly)?\b|\bs\.c\.|\bSC\b|\bsubcut\b", "as an injection under the skin"),
    (r"\bintramuscular(?:ly)?\b|\bi\.m\.|\bIM\b", "as an injection into a muscle"),
    (r"\bintrathecal(?:ly)?\b", "into the fluid around the spine"),
    (r"\bintravitreal(?:ly)?\b", "as an injection into the eye"),
    (r"\bintradermal(?:ly)?\b", "as an injection into the skin"),
    (r"\bsublingual(?:ly)?\b", "under the tongue"),
    (r"\b(?:intra)?nasal(?:ly)?\b(?! cann)", "into the nose"),
    (r"\binhal(?:ed|ation|er|ing)\b", "by breathing it in"),
    (r"\btransdermal(?:ly)?\b", "through the skin"),
    (r"\btopical(?:ly)?\b", "on the skin"),
    (
        r"\boral(?:ly)?\b|\bby mouth\b|\bper os\b|\bp\.o\.|\bPO\b|\btablets?\b|\bcapsules?\b|\bpills?\b",
        "by mouth",
    ),
)
_TABLE = tuple(
    (
        re.compile(
            pattern
            if "IV" in pattern or "SC" in pattern or "IM" in pattern or "PO" in pattern
            else f"(?i:{pattern})"
        ),
        words,
    )
    for pattern, words in _ROUTES
)
_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_DOSE = re.compile(
    rf"(?<![\w.,/^-])({_AMOUNT}) ?-?(mg|milligrams?|mcg|µg|μg|"
    rf"ug|micrograms?|g|grams?|IU|units?|U|mL|ml|mmol|mCi|MBq|"
    rf"GBq|Gy|cGy)"
    r"((?: \((?:mg|mcg|µg|g|mg/kg)\))?(?: ?/ ?| per )(?:kg|kilograms?|"
    r"m\\?\^?2|m²|square meters?|day|d|hour|h|min(?:ute)?)\b(?: \(mg/kg\))?(?:/(?:day|d|min|h))?)?(?![\w/^-])"
)
# "… and participants will also receive": what comes after is on something else.
_BESIDE = re.compile(
    r"\b(?:also|in addition|additionally|on top of|along with|together with|in combination|combined"
    r"|background|standard|rescue)\b",
    re.IGNORECASE,
)
# "treated with diet or oral antidiabetic drugs, receive X": how other drugs are taken.
_OTHER_DRUGS = re.compile(
    r"\boral (?:anti\w*|hypoglyc\w*|contracept\w*|food|drugs|medic\w+|agents)\b", re.IGNORECASE
)
# "in 200 ml of hot water"
_SOLVENT = re.compile(r"\b(?:in|with|per) (?:approximately |about )?\d[\d.,]* ?m[lL]\b")
# A dose that does not stay as it is.
_CHANGES = re.compile(
    r"titrat|escalat|\bincreas|\bdecreas|\breduc|taper|adjust|\bdoubl(?!e[- ](?:blind|dummy))|up-?dos"
    r"|\bramp|gradual|step-?up|loading"
    r"|% of|\bper (?:tablet|capsule|pill|bag|vial|chew|sachet)s?\b|\bif (?:tolerated|needed|necessary)"
    r"|depend",
    re.IGNORECASE,
)
# "600 mg/week", "2.5 mg-5 mg": an amount that is written in a way that is not read.
_ANY_DOSE = re.compile(r"\d ?-?(?:mg|milligrams?|mcg|µg|μg|ug|micrograms?|IU)\b(?! ?/ ?m[lL])")
# "up to 2.5 mg", "1 mg or 2 mg", "from 5 to 10 mg": more than one dose, and not ours to choose from.
_UNSURE = re.compile(
    (
        r"(?:up to|maximum(?: of)?|max\.?|from|between|minimum(?: "
        r"of)?|at least|start(?:ing|ed)?(?: dose)?(?: of| at| with)?|initial(?: dose)?(?: of)?|\bor|"
        r"target(?: dose)?(?: of)?|to|-|–|~|∼|±|x|×) ?$"
    ),
    re.IGNORECASE,
)
_LEAD = 80


def route_of(text: str) -> str:
    """The one way that a text states, in plain words; empty when it states none, or several."""
    text = _OTHER_DRUGS.sub(" ", _BESIDE.split(text, maxsplit=1)[0])
    found: list[str] = []
    for pattern, words in _TABLE:
        if pattern.search(text):
            found.append(words)
            text = pattern.sub(" ", text)
    return found[0] if len(found) == 1 else ""


def dose_of(text: str) -> str:
    """The one dose that a text states, as it states it; empty when it states none, or several."""
    text = _SOLVENT.sub(" ", _BESIDE.split(text, maxsplit=1)[0])
    if _CHANGES.search(text):
        return ""
    found = list(_DOSE.finditer(text))
    if _ANY_DOSE.search(_DOSE.sub(" ", text)):
        return ""
    doses = {" ".join(match[0].split()).lower() for match in found}
    if len(doses) != 1 or any(
        _UNSURE.search(text[max(0, match.start() - _LEAD) : match.start()])
        or re.match(r" ?(?:-|–|~|∼|to|or) ?\d", text[match.end() :])
        for match in found
    ):
        return ""
    return " ".join(found[0][0].replace("\\", "").split())
