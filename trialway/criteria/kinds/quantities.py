"""Measured values with their limits: laboratory values, × upper limit of normal, BMI, LVEF, HbA1c, kidney function.

A value belongs to the names that stand before it without another value between: "ALT and AST ≤ 2.5 × ULN".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from trialway.criteria.expressions import All, AnyOf, Compare, Exists, Expr
from trialway.criteria.kinds.analytes import ANY, BY_VARIABLE
from trialway.criteria.units import unit_of
from trialway.criteria.words import NUMBER, SIGNS, Found, number

CUES = (
    "hba1c", "a1c", "glyca", "glyco", "hemog", "haemo", "hb", "hgb", "gfr", "egfr", "glome", "creat", "crcl", "ccr", "clcr", "bmi", "body", "lvef", "eject", "ef", "anc",
    "neutr", "granu", "plate", "plt", "throm", "white", "wbc", "wbcs", "leuco", "leuko", "lymph", "eosin", "bilir", "tbil", "tbili", "alani", "alt", "alat", "sgpt", "aspar", "ast",
    "asat", "sgot", "alkal", "alp", "akp", "gamma", "ggt", "album", "inter", "inr", "proth", "pt", "parti", "aptt", "ptt", "activ", "potas", "k", "sodiu", "na", "p", "calci", "hyper",
    "gluco", "fasti", "fpg", "fbg", "glyce", "ige", "bnp", "brain", "b", "nt", "ntpro", "n", "ferri", "trans", "tsat", "scr", "proba", "probn", "glyca", "blood",
)  # fmt: skip

_ULN = r"(?:(?:x|×|times|time|fold)? ?(?:greater than |higher than )?(?:the |of |above |institution\w{0,5} |local |laborator\w{1,4} |this ){0,4}\(?(?:ul?n\b|unl\b|upper (?:limits?|normal|reference|bound\w{0,3})(?: (?:of|for|limits?))?(?: the)?(?: laboratory| institutional| reference)?(?: normal| reference)?(?: range| value| limits?)?|iuln|normal upper limit|the upper normal|limit of (?:the )?normal)(?: \(uln\))?\)?)"
_UNIT = r"(?:cells? ?)?/ ?(?:mm ?\^?\(?3\)?|ul|mcl|microlit\w{2}|l\b|cmm|m\^?3)|(?:×|x)? ?10 ?\^?\[?\(?(?:9|12|3|6)\)?\]? ?/ ?(?:l|ul|mm3|ml)|%|(?:kg|kilograms?|kgs?) ?(?:/|per) ?(?:m|square met\w{1,3}|met\w{1,3}|cm)?[ ^(]{0,2}(?:squared?|square|sq|2)?\)?|[a-z]{1,12}(?:/| per )[a-z0-9.,^×·() /-]{1,18}?(?=[ ,;.)]|$)|mmol|mm3|percent|k ?/ ?ul"
_VALUE = re.compile(
    rf"(?P<range>(?P<lowsign>[≥>])? ?(?<![\w.,])(?P<low>{NUMBER})(?![,.]?\d) ?(?P<lowunit>%|kg/m ?\^?2|g/dl|mg/dl|mmol/l)? ?(?:-|to|and|,(?= ?[≤<])|but|≥|≤) ?(?P<highsign>[≤<])? ?(?P<high>{NUMBER}))(?P<rangeunit> ?(?:{_UNIT}))?(?! ?(?:days|weeks|months|years|hours|min\b|cm|mm\b|class))"
    rf"|(?P<sign>[≥≤><]) ?(?P<value>{NUMBER})(?! ?(?:cm|mm\b|days|weeks|months|years|hours|min\b|ms\b|msec|m/s))(?P<power> ?(?:×|x) ?10 ?\^? ?(?:9|3|12)(?:/l|/ul)?| ?e9/l)?(?P<limit> ?{_ULN})?(?P<unit> ?(?:{_UNIT}))?"
    rf"|(?P<fold>{NUMBER}|two|three) ?-?(?:times|fold|x|×) (?:higher|greater|more|above|over)(?: than)? (?P<foldlimit>{_ULN})"
    rf"|(?<!times )(?<!fold )(?P<over>[><≥≤]|greater than|higher than|above|exceeding|exceeds|less than|below|lower than|within|outside) ?(?:the )?(?P<alone>{_ULN})"
    rf"|(?P<way>within|less|lower|greater) (?P<x>{NUMBER}|two|three) (?P<waylimit>{_ULN})"
)
_LIMITS = re.compile(r"\d|\buln\b|upper limit")
_WORD = re.compile(r"[a-z0-9][a-z0-9+-]{0,40}")
_STARTS = frozenset(cue[:2] for cue in CUES) | frozenset(("to", "es", "ca", "en", "ab", "wh", "se", "le", "lv", "pe", "fa", "ra", "2-", "p-"))
_BARE_BELOW = re.compile(rf"(?: levels?| concentrations?| values?)?(?: at \w{{1,14}})? ?\(?(?:of |is |was |: |= ?)?(?P<value>{NUMBER}) ?(?P<unit>{_UNIT})? ?(?:or|and) (?P<way>more|greater|higher|above|over|less|lower|below|under)\b")
_SENTENCE = re.compile(r"; |\. (?!\d)|(?<=\w)\.$")
_EXCEPTIONS = (
    ("liver_metastases", re.compile(r"\b(?:liver|hepatic)[ -](?:metasta\w{1,4}|involvement|lesions?|mets)|metastasis (?:to|in) the liver")),
    ("gilbert_syndrome", re.compile(r"\bgilbert'?s?\b(?: (?:syndrome|disease))?")),
    ("bone_metastases", re.compile(r"\bbone metasta\w{1,4}")),
)


def read(text: str) -> Iterator[Found]:
    names = [match for match in _names(text) if _is_name(text, match)] if _LIMITS.search(text) else []
    if not names:
        return
    values = list(_values(text))
    # "≥ 350 pg/mL for BNP or ≥ 1400 pg/mL for NT-proBNP": here the value comes first.
    for name in list(names):
        value = next((one for one in values if re.fullmatch(r" ?(?:for|of) (?:the )?", text[one.end() : name.start()])), None)
        if value is not None and not re.search(r"\d", text[max(0, value.start() - 2) : value.start()]):
            values.remove(value)
            names.remove(name)
            yield from _found(text, [name], [value])
    if not names:
        return
    for name in names:
        yield from _before_name(text, name)
    for group in _groups(text, names, values):
        yield from _found(text, *group)


def _names(text: str) -> Iterator[re.Match[str]]:
    """Every name, looked for only where a word starts as one does: thirty alternatives are dear to try everywhere."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() >= end and word[0][:2] in _STARTS:
            match = ANY.match(text, word.start())
            if match:
                end = match.end()
                yield match


def _is_name(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 16]
    return not re.match(r"(?: transfus| disorder| inhibitor| function|-associated| binding|-mediated| sensi| antagon| aggregat|-sparing| channel| supplement|-rich| cell)", after) and not re.search(
        r"(?:specific |anti-|allergen |omalizumab |skin |urine |urinary |direct |cord )$", before
    )


def _values(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while match := _VALUE.search(text, at):
        at = match.end()
        if match["range"] and not match["lowsign"] and not match["highsign"] and not match["rangeunit"] and not match["lowunit"]:
            # "2-hour", "22-May", "day 1 and 3": a bare range counts only straight after a name.
            if not ANY.search(text, max(0, match.start() - 60), match.start()):
                at = match.start() + len(match["low"]) + 1
                continue
        yield match


Group = tuple[list[re.Match[str]], list[re.Match[str]]]


def _groups(text: str, names: Sequence[re.Match[str]], values: Sequence[re.Match[str]]) -> Iterator[Group]:
    """Names that stand together, with the values that follow them up to the next name."""
    runs: list[list[re.Match[str]]] = [[names[0]]]
    for left, right in pairwise(names):
        between = text[left.end() : right.start()]
        apart = any(left.end() <= value.start() < right.start() for value in values) or len(between) > 60 or _SENTENCE.search(between)
        if apart:
            runs.append([right])
        else:
            runs[-1].append(right)
    for place, run in enumerate(runs):
        until = runs[place + 1][0].start() if place + 1 < len(runs) else len(text)
        mine = [value for value in values if run[-1].end() <= value.start() < until]
        if mine and _follows(text, run[-1].end(), mine[0].start()):
            yield run, _near(text, mine)
        elif not mine:
            yield from _spelled(text, run)


def _follows(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return len(between) <= 75 and not _SENTENCE.search(between) and not re.search(r"\b(?:ecog|nyha|age|weight|years|sbp|blood pressure|dlco|fev1|within [≤<]? ?\d)", between)


def _near(text: str, values: list[re.Match[str]]) -> list[re.Match[str]]:
    kept = values[:1]
    for left, right in pairwise(values):
        between = text[left.end() : right.start()]
        if re.fullmatch(r" ?[(\[]", between) and left["sign" if left["sign"] else "range"] and right["range" if left["range"] else "sign"]:
            # "100 to 125 mg/dL (5.6-6.9 mmol/L)": the same in another unit.
            continue
        if len(between) > 110 or re.search(r"; |\. (?!\d)", between) or re.search(r"\b(?:weight|age|years|thickness|pressure|diameter|volume|fev1|score|within|qt\w?|le[fv]\w*|e/e|e'|septal|lateral|improvement|uacr|acr|class|rate|duration|left atrial|size|hematocrit|homa\S{0,4}|index|population)\b", between + text[right.end() : right.end() + 6]) or re.match(r" ?(?:days|weeks|months|hours|years|mm\b|cm|kg(?!/)|min\b)", text[right.end() : right.end() + 8]):
            break
        kept.append(right)
    return kept


_BELOW_NAME = re.compile(rf"(?P<value>{NUMBER}) ?%? ?(?P<sign>[≤<]) ?$")


def _before_name(text: str, name: re.Match[str]) -> Iterator[Found]:
    """The lower limit of "20% ≤ LVEF ≤ 45%"."""
    match = _BELOW_NAME.search(text, max(0, name.start() - 14), name.start())
    if match:
        variable = name.lastgroup or ""
        sign = ">=" if match["sign"] == "≤" else ">"
        yield Found(match.start(), name.end(), BY_VARIABLE[variable].kind, _compare(variable, sign, _number(match["value"]), BY_VARIABLE[variable].unit))


def _spelled(text: str, run: list[re.Match[str]]) -> Iterator[Group]:
    """"HbA1c of 7 % or more"."""
    match = _BARE_BELOW.match(text, run[-1].end())
    if match:
        yield run, [match]


def _found(text: str, names: list[re.Match[str]], values: list[re.Match[str]]) -> Iterator[Found]:
    variables = list(dict.fromkeys(name.lastgroup or "" for name in names))
    if "bnp" in variables and "nt_probnp" in variables and len(values) > 1:
        variables = variables[:1]
    if values[0]["value"] is not None and "limit" in values[0].groupdict() and values[0]["limit"]:
        variables = [name for name in variables if BY_VARIABLE[name].kind == "laboratory value"] or variables
    start, end = min(names[0].start(), values[0].start()), max(values[-1].end(), names[-1].end())
    for variable in variables:
        limits = [limit for value in values if (limit := _limit(value, variable)) is not None]
        if limits:
            yield Found(start, end, BY_VARIABLE[variable].kind, _with_exceptions(text, values, limits), _passed_over(text, names, values))


def _passed_over(text: str, names: list[re.Match[str]], values: list[re.Match[str]]) -> tuple[tuple[int, int], ...]:
    """Between names and values stand words that nobody read: "creatinine in men ≤ 1.5", "5 x ULN with liver metastases"."""
    pieces = sorted((*names, *values), key=lambda match: match.start())
    return tuple((left.end(), right.start()) for left, right in pairwise(pieces) if right.start() > left.end())


def _with_exceptions(text: str, values: list[re.Match[str]], limits: list[Expr]) -> Expr:
    """"≤ 2.5 × ULN, or ≤ 5 × ULN with liver metastases": the second limit holds for those people only."""
    if len(limits) == 1:
        return limits[0]
    last = values[-1]
    around = text[values[0].end() : last.end() + 60]
    for variable, pattern in _EXCEPTIONS:
        if len(limits) == 2 and pattern.search(around):
            return AnyOf(parts=(limits[0], All(parts=(Exists(kind="laboratory value", variable=variable), limits[1]))))
    between = [text[left.end() : right.start()] for left, right in pairwise(values)]
    opens = [isinstance(limit, Compare) and limit.sign in (">", ">=") for limit in limits]
    if all(re.fullmatch(r"[ ,.()a-z/2^]{0,14}(?:\band\b|\bto\b|,|-|but)? ?", gap) and not re.search(r"\bor\b", gap) for gap in between) and len(set(opens)) == 2:
        return All(parts=tuple(limits))
    return AnyOf(parts=tuple(limits))


def _limit(match: re.Match[str], variable: str) -> Expr | None:
    analyte = BY_VARIABLE[variable]
    groups = match.groupdict()
    if groups.get("range"):
        unit = unit_of(groups["rangeunit"] or groups["lowunit"] or "", variable)
        if unit is None:
            return None
        unit = unit or analyte.unit
        low, high = _number(groups["low"]), _number(groups["high"])
        if low >= high:
            return None
        return All(
            parts=(
                _compare(variable, SIGNS[groups["lowsign"] or "≥"], low, unit),
                _compare(variable, SIGNS[groups["highsign"] or "≤"], high, unit),
            )
        )
    if groups.get("foldlimit"):
        value = {"two": 2.0, "three": 3.0}.get(groups["fold"]) or _number(groups["fold"])
        return _compare(variable, ">", value, "", times_limit=True)
    if groups.get("alone"):
        above = groups["over"] in (">", "≥", "greater than", "higher than", "above", "exceeding", "exceeds", "outside")
        return _compare(variable, ">" if above else "<=", 1.0, "", times_limit=True)
    if groups.get("waylimit"):
        sign = ">" if groups["way"] == "greater" else "<" if groups["way"] != "within" else "≤"
        value = {"two": 2.0, "three": 3.0}.get(groups["x"]) or _number(groups["x"])
        return _compare(variable, SIGNS[sign], value, "", times_limit=True)
    if groups.get("way"):
        sign = "≥" if groups["way"] in ("more", "greater", "higher", "above", "over") else "≤"
    else:
        sign = groups["sign"]
    if groups.get("limit"):
        return _compare(variable, SIGNS[sign], _number(groups["value"]), "", times_limit=True)
    written = ((groups.get("power") or "") + (groups["unit"] or "")).strip()
    unit = unit_of(written, variable)
    if unit is None:
        return None
    unit = unit or analyte.unit
    return _compare(variable, SIGNS[sign], _number(groups["value"]), unit)


def _compare(variable: str, sign: str, value: float, unit: str, *, times_limit: bool = False) -> Compare:
    # A fraction where a percentage is meant: "LVEF ≤ 0.40".
    if variable == "lvef" and value <= 1:
        value, unit = value * 100, "%"
    return Compare(kind=BY_VARIABLE[variable].kind, variable=variable, sign=sign, value=value, unit=unit, times_limit=times_limit)  # type: ignore[arg-type]


def _number(words: str) -> float:
    return number(words)
