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
    r"m\\?\^?2|m²|square meters?|day|d|hour|h|min(?:ute)?|mL|"
    r"ml)\b(?: \(mg/kg\))?(?:/(?:day|d|min|h))?)?(?![\w/^-])"
)
# "up to 2.5 mg", "1 mg or 2 mg", "from 5 to 10 mg": more than one dose, and not ours to choose from.
_UNSURE = re.compile(
    (
        r"(?:up to|maximum(?: of)?|max\.?|from|between|minimum(?: "
        r"of)?|at least|starting(?: dose)?(?: of)?|start at|\bor|"
        r"target(?: dose)?(?: of)?|to|-|–|x|×) ?$"
    ),
    re.IGNORECASE,
)


def route_of(text: str) -> str:
    """The one way that a text states, in plain words; empty when it states none, or several."""
    found: list[str] = []
    for pattern, words in _TABLE:
        if pattern.search(text):
            found.append(words)
            text = pattern.sub(" ", text)
    return found[0] if len(found) == 1 else ""


def dose_of(text: str) -> str:
    """The one dose that a text states, as it states it; empty when it states none, or several."""
    found = list(_DOSE.finditer(text))
    doses = {" ".join(match[0].split()).lower() for match in found}
    if len(doses) != 1 or any(
        _UNSURE.search(text[: match.start()]) or re.match(r" ?(?:-|–|to|or) ?\d", text[match.end() :])
        for match in found
    ):
        return ""
    return " ".join(found[0][0].replace("\\", "").split())
