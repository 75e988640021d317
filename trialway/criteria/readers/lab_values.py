"""Measured values with their limits: laboratory values, × upper limit of normal, BMI, LVEF, HbA1c, kidney
function.

A value belongs to the names that stand before it without another value between: "ALT and AST ≤ 2.5 × ULN".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from trialway.criteria.cues import (
    RuleMatch,
    contains_any,
    parse_number,
)
from trialway.criteria.expressions import All, AnyOf, Compare, Exists, Expr, Kind, Operator, atoms_of
from trialway.criteria.readers.analytes import ANY, BY_VARIABLE
from trialway.criteria.readers.lab_value_rules import LAB_VALUES
from trialway.criteria.readers.value_limits import (
    OR_MORE,
    compare,
    limit_of,
    values_in,
)

_CUE_WORDS = """
hba1c a1c glyca glyco hemog haemo hb hgb gfr egfr glome creat crcl ccr clcr bmi body lvef eject ef
anc neutr granu plate plt throm white wbc wbcs leuco leuko lymph eosin bilir tbil tbili alani alt
alat sgpt aspar ast asat sgot alkal alp akp gamma ggt album inter inr proth pt parti aptt ptt activ
potas k sodiu na p calci hyper gluco fasti fpg fbg glyce ige bnp brain b nt ntpro n ferri trans tsat
scr proba probn blood lipas amyla"""
CUES = tuple(_CUE_WORDS.split())

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z0-9][a-z0-9+-]{0,40}")
# The first three letters of every name.
_START_WORDS = """
hba hb hb- hgb gly hem ham hae haa hea hee a1c egf gfr est cal glo end cre crc clc ccr cle bmi bod lve
lef lv eje ef ef- abs anc neu gra pla plt thr whi wbc leu lym blo per eos ser tot bil tbi ala alt sgp
asp asa ast sgo alk alp akp gam ggt scr alb int inr pro pt pt- act par apt ptt pot k+ sod p-n na+ cor hyp glu
fas 2-h pos fpg fbg ige bnp bra nt nt- ntp n n- n-t nte b-t fer tra tsa lip amy"""
_STARTS = frozenset(_START_WORDS.split())
_EITHER = LAB_VALUES["lab.either"]
_OTHER = LAB_VALUES["lab.other-measure"]
_LENGTHS = LAB_VALUES["lab.length"]
_FOR = LAB_VALUES["lab.value-for"]
_SENTENCE = LAB_VALUES["lab.sentence-end"]
_OF_SOME = LAB_VALUES["lab.of-some"]
_NO_NAME_AFTER = LAB_VALUES["lab.not-a-name.followed-by"]
_NO_NAME_BEFORE = LAB_VALUES["lab.not-a-name.led-by"]
_NOT_OF_NAMES = LAB_VALUES["lab.not-of-the-names"]
_BELOW_NAME = LAB_VALUES["lab.limit-before-name"]
_SAME_AGAIN = LAB_VALUES["lab.same-in-another-unit"]
_FOR_SOME = LAB_VALUES["lab.bracket-for-some"]
_EXCEPTIONS = tuple(
    (variable, LAB_VALUES[f"lab.exception.{variable.replace('_', '-')}"])
    for variable in ("liver_metastases", "gilbert_syndrome", "bone_metastases")
)


def read(text: str) -> Iterator[RuleMatch]:
    names = [match for match in _names(text) if _is_name(text, match)] if _may_limit(text) else []
    if not names:
        return
    values = list(values_in(text))
    yield from _value_first(text, names, values)
    if not names:
        return
    for name in names:
        yield from _before_name(text, name)
    for run, mine in _groups(text, names, values):
        if not _is_of_some(text, run[-1]):
            yield from _findings_of(text, run, mine)


def _may_limit(text: str) -> bool:
    return bool(_DIGIT.search(text)) or contains_any(text, ("uln", "upper limit"))


def _value_first(text: str, names: list[re.Match[str]], values: list[re.Match[str]]) -> Iterator[RuleMatch]:
    """ "≥ 350 pg/mL for BNP or ≥ 1400 pg/mL for NT-proBNP": takes such names and values out of the lists."""
    for name in tuple(names):
        value = next((one for one in values if _FOR.fullmatch(text, one.end(), name.start())), None)
        if value is not None:
            values.remove(value)
            names.remove(name)
            yield from _findings_of(text, [name], [value])


def _names(text: str) -> Iterator[re.Match[str]]:
    """All names of measures, searched only where a word starts like one: thirty alternatives are expensive
    to try at every character."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() >= end and word[0][:3] in _STARTS:
            match = ANY.match(text, word.start())
            if match:
                end = match.end()
                yield match


def _is_of_some(text: str, name: re.Match[str]) -> bool:
    return name.lastgroup == "bmi" and bool(_OF_SOME.search(text, max(0, name.start() - 80), name.start()))


def _is_name(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 16]
    return not _NO_NAME_AFTER.match(after) and not _NO_NAME_BEFORE.search(before)


Group = tuple[list[re.Match[str]], list[re.Match[str]]]


def _groups(text: str, names: Sequence[re.Match[str]], values: Sequence[re.Match[str]]) -> Iterator[Group]:
    """Names that belong together, with the values that follow them up to the next name."""
    runs: list[list[re.Match[str]]] = [[names[0]]]
    for left, right in pairwise(names):
        between = text[left.end() : right.start()]
        apart = (
            any(left.end() <= value.start() < right.start() for value in values)
            or len(between) > 60
            or _SENTENCE.search(between)
        )
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
    return len(between) <= 75 and not _SENTENCE.search(between) and not _NOT_OF_NAMES.search(between)


def _near(text: str, values: list[re.Match[str]]) -> list[re.Match[str]]:
    """The values that still belong to the names: up to the end of the sentence or the next measure."""
    kept = values[:1]
    for left, right in pairwise(values):
        between = text[left.end() : right.start()]
        same_kind = bool(left["range"]) == bool(right["range"])
        if _SAME_AGAIN.match(between) and same_kind and not _FOR_SOME.match(text, right.end()):
            # "100 to 125 mg/dL (5.6-6.9 mmol/L)": the same in another unit.
            continue
        far = (
            len(between) > 110
            or _SENTENCE.search(between)
            or _OTHER.search(between + text[right.end() : right.end() + 6])
        )
        if far or _LENGTHS.match(text, right.end()):
            break
        kept.append(right)
    return kept


def _before_name(text: str, name: re.Match[str]) -> Iterator[RuleMatch]:
    """The lower limit of "20% ≤ LVEF ≤ 45%"."""
    match = _BELOW_NAME.search(text, max(0, name.start() - 14), name.start())
    if match:
        variable = name.lastgroup or ""
        sign: Operator = ">=" if match["sign"] == "≤" else ">"
        limit = compare(variable, sign, parse_number(match["value"]), "")
        if limit is not None:
            yield RuleMatch(match.start(), name.end(), BY_VARIABLE[variable].kind, limit)


def _spelled(text: str, run: list[re.Match[str]]) -> Iterator[Group]:
    """The limit with its direction in words: "HbA1c of 7 % or more"."""
    match = OR_MORE.match(text, run[-1].end())
    if match:
        yield run, [match]


def _findings_of(text: str, names: list[re.Match[str]], values: list[re.Match[str]]) -> Iterator[RuleMatch]:
    """One finding for each kind: "ALT or AST > 3 × ULN" is one, of either; "≤" holds for both, however
    they are joined."""
    by_kind: dict[Kind, list[Expr]] = {}
    for variable in _meant(names, values):
        limits = [limit for value in values if (limit := limit_of(value, variable)) is not None]
        if limits:
            by_kind.setdefault(BY_VARIABLE[variable].kind, []).append(_with_exceptions(text, values, limits))
    start, end = min(names[0].start(), values[0].start()), max(values[-1].end(), names[-1].end())
    either = bool(_EITHER.search(text, names[0].end(), max(names[0].end(), names[-1].start())))
    for kind, parts in by_kind.items():
        upward = any(
            isinstance(atom, Compare) and atom.sign[0] == ">" for part in parts for atom in atoms_of(part)
        )
        several: Expr = AnyOf(parts=tuple(parts)) if either and upward else All(parts=tuple(parts))
        yield RuleMatch(
            start, end, kind, parts[0] if len(parts) == 1 else several, _passed_over(names, values)
        )


def _meant(names: list[re.Match[str]], values: list[re.Match[str]]) -> list[str]:
    """The variables that the values can be of: a BMI is never a multiple of a laboratory's limit."""
    variables = list(dict.fromkeys(name.lastgroup or "" for name in names))
    if "bnp" in variables and "nt_probnp" in variables and len(values) > 1:
        return variables[:1]
    if values[0].groupdict().get("limit"):
        return [name for name in variables if BY_VARIABLE[name].kind == "laboratory value"] or variables
    return variables


def _passed_over(names: list[re.Match[str]], values: list[re.Match[str]]) -> tuple[tuple[int, int], ...]:
    """The unread words between names and values: "creatinine in men ≤ 1.5", "5 x ULN with liver
    metastases"."""
    pieces = sorted((*names, *values), key=lambda match: match.start())
    return tuple(
        (left.end(), right.start()) for left, right in pairwise(pieces) if right.start() > left.end()
    )


def _with_exceptions(text: str, values: list[re.Match[str]], limits: list[Expr]) -> Expr:
    """ "≤ 2.5 × ULN, or ≤ 5 × ULN with liver metastases": the second limit holds for those people only."""
    if len(limits) == 1:
        return limits[0]
    last = values[-1]
    around = text[values[0].end() : last.end() + 60]
    for variable, pattern in _EXCEPTIONS:
        if len(limits) == 2 and pattern.search(around):
            return AnyOf(
                parts=(limits[0], All(parts=(Exists(kind="laboratory value", variable=variable), limits[1])))
            )
    between = [text[left.end() : right.start()] for left, right in pairwise(values)]
    opens = [isinstance(limit, Compare) and limit.sign in (">", ">=") for limit in limits]
    if (
        all(
            re.fullmatch(r"[ ,.()a-z/2^]{0,14}(?:\band\b|\bto\b|,|-|but)? ?", gap)
            and not re.search(r"\bor\b", gap)
            for gap in between
        )
        and len(set(opens)) == 2
    ):
        return All(parts=tuple(limits))
    if _is_range(limits):
        unit = next((one.unit for one in limits if isinstance(one, Compare) and one.unit), "")
        return All(parts=tuple(replace(one, unit=unit) for one in limits))
    return AnyOf(parts=tuple(limits))


def _is_range(limits: list[Expr]) -> bool:
    """ "BMI > 18.5 or ≤ 35": everybody has one or the other, so that only the range can be meant."""
    if len(limits) != 2 or not all(isinstance(limit, Compare) for limit in limits):
        return False
    low, high = sorted(limits, key=lambda limit: limit.value if isinstance(limit, Compare) else 0)
    return (
        isinstance(low, Compare)
        and isinstance(high, Compare)
        and (low.sign[0], high.sign[0]) == (">", "<")
        # A unit behind the second is that of both.
        and low.unit in ("", high.unit)
        and low.times_limit == high.times_limit
    )
