"""How old somebody must be: "Age ≥ 18 years", "between 18 and 65", "6 months to 5 years"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import (
    SIGNS,
    RuleMatch,
    contains_any,
    number_positions,
    parse_number,
)
from trialway.criteria.expressions import All, Compare, Expr, Operator
from trialway.criteria.readers.age_rules import AGE, SPELLED_AGES
from trialway.criteria.readers.value_bounds import OLDEST
from trialway.criteria.units import days

CUES = (
    "age",
    "aged",
    "ages",
    "year",
    "years",
    "old",
    "older",
    "yrs",
    "yr",
    "adult",
    "adults",
    "young",
    "month",
    "months",
    "over",
    "child",
    "y",
    "yo",
)

_RANGE = AGE["age.range"]
_BOUND = AGE["age.bound"]
_OR_OLDER = AGE["age.or-older"]
_SINGLE_UP = AGE["age.from"]
_FROM_BIRTH = AGE["age.from-birth"]
_INFANTS_BEFORE = AGE["age.infants-before"]
_FROM = ("from", "minimum age", "starting", "since")
# Ages of something else, or lengths that are no age.
_OTHER_AGE = AGE.any_of("age.other.")
_AGE_WORD = AGE["age.word"]
_PERSON_WORDS = """a an the adult adults patient patients subject subjects participant participants male
males female
females man men woman women healthy volunteer volunteers child children individual individuals people
person persons must be being is are who of at age aged ages in range between from and or both non
smoking smokers smoker ambulatory boys girls boy girl inclusive inclusion criteria all any eligible have
has having with either sex gender sexes years control controls japanese chinese caucasian elderly
pediatric paediatric adolescent adolescents infants not than no legal nonsmoking general he she veterans
veteran outpatients inpatients outpatient inpatient each minimum maximum other to for key groups group
should an they limited study population community dwelling older young over under participation part
willing consenting competent hospitalized who are was were will enrolled gender mixed half consent informed
signed sign"""
_PERSON = frozenset(_PERSON_WORDS.split())

_MEASURE = AGE["age.not.of-a-measure"]
_OF_OTHERS = AGE["age.not.of-other-people"]
_AT_DIAGNOSIS = AGE["age.not.at-diagnosis"]
_AGE_OF = AGE["age.word-and-its-aside"]
_AGE_BEFORE = AGE["age.word-before"]
_AGE_JUST_BEFORE = AGE["age.word-just-before"]
_AGE_FOLLOWS = AGE["age.word-follows"]
_OTHERS = AGE["age.not.of-relatives"]
_FERTILITY = AGE["age.not.fertility"]
_MENOPAUSE_AFTER = AGE["age.not.menopause-after"]
_FOR_SOME = AGE["age.not.limit-for-some"]
_PEOPLE_WITHOUT = AGE["age.people-who-cannot-bear-children"]
_EVENT = AGE["age.not.event"]
_NO_AGE = AGE["age.not.followed-by-a-length"]
_YEARS = AGE["age.number-with-years"]
# No age is told without one of these, or "18 y".
_AGES = ("age", "year", "yr", "old", "infant", "newborn", "neonat", "child", "birth")
_SHORT_YEARS = AGE["age.short-years"]
_YEARS_FOLLOW = AGE["age.years-follow"]
_GOES_ON = AGE["age.goes-on"]
_LEAD = AGE["age.lead"]
_WORDS = re.compile(r"[a-z]{2,20}")


def read(text: str) -> Iterator[RuleMatch]:
    if not contains_any(text, _AGES) and not _SHORT_YEARS.search(text):
        return
    taken: list[tuple[int, int]] = []
    for matches, make in (
        (number_positions(_RANGE, text, "≥>"), _range),
        (number_positions(_OR_OLDER, text), _or_older),
        (_BOUND.finditer(text), _bound),
        (_SINGLE_UP.finditer(text) if contains_any(text, _FROM) else (), _or_older),
        (_FROM_BIRTH.finditer(text) if "birth" in text else (), _from_birth),
    ):
        for match in matches:
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            expression = make(match) if _is_of_the_person(text, match) else None
            if expression is not None:
                taken.append(match.span())
                yield RuleMatch(_start(text, match.start()), match.end(), "age", expression)


def _is_of_the_person(text: str, match: re.Match[str]) -> bool:
    """Whether the number is the age of who takes part: an age word is beside it, or only people are named
    before it."""
    at, end = match.start(), match.end()
    before = text[max(text.rfind(";", 0, at), text.rfind(". ", 0, at), at - 60, 0) : at]
    near = before[-40:]
    if _OTHER_AGE.search(near) and not _AGE_OF.search(near) and not _all_people(text, at):
        return False
    if _OF_OTHERS.search(before) or _MEASURE.search(near) or _AT_DIAGNOSIS.match(text, end):
        return False
    fertility = _FERTILITY.search(text, max(0, at - 130), at) and not _PEOPLE_WITHOUT.match(text, 0, at)
    some = _FOR_SOME.search(text, max(0, at - 140), at) or _MENOPAUSE_AFTER.match(text, end)
    elsewhere = _OTHERS.search(near) or fertility or some or _EVENT.search(near)
    if elsewhere or _NO_AGE.match(text, end):
        return False
    own = match[0]
    has_unit = bool(_YEARS.search(own)) or bool(_YEARS_FOLLOW.match(text, end))
    if _AGE_WORD.search(own) or _AGE_FOLLOWS.match(text, end):
        return True
    if _AGE_JUST_BEFORE.search(before) or _INFANTS_BEFORE.search(before) or own.startswith("birth"):
        return True
    if _AGE_BEFORE.search(before):
        # "Age ≥ 18 years with > 2 attacks": the second number counts something.
        return has_unit or bool(_GOES_ON.search(before))
    return has_unit and _all_people(text, at)


def _all_people(text: str, at: int) -> bool:
    """Whether only words for people come before a position."""
    return all(word in _PERSON for word in _WORDS.findall(text, max(0, at - 120), at))


def _start(text: str, at: int) -> int:
    lead = _LEAD.search(text[max(0, at - 40) : at])
    return max(0, at - 40) + lead.start() if lead else at


def _range(match: re.Match[str]) -> Expr | None:
    low, high = _value(match["low"]), _value(match["high"])
    unit2 = _unit(match["unit2"] or match["unit1"])
    unit1 = _unit(match["unit1"]) if match["unit1"] else unit2
    separated_by_or = bool(re.search(r"\bor\b", match[0]))
    if separated_by_or or (low >= high and unit1 == unit2):
        return None
    least = _compare(SIGNS[match["sign1"] or "≥"], low, unit1)
    most = _compare(SIGNS[match["sign2"] or "≤"], high, unit2)
    return All(parts=(least, most)) if least and most else None


def _or_older(match: re.Match[str]) -> Expr | None:
    way = match.groupdict().get("way")
    sign: Operator = "<=" if way in ("younger", "under", "below", "less", "≤") else ">="
    return _compare(sign, _value(match["value"]), _unit(match["unit"]))


def _bound(match: re.Match[str]) -> Expr | None:
    return _compare(SIGNS[match["sign"]], _value(match["value"]), _unit(match["unit"]))


def _from_birth(match: re.Match[str]) -> Expr | None:
    return _compare("<=", _value(match["value"]), _unit(match["unit"]))


def _compare(sign: Operator, value: float, unit: str) -> Compare | None:
    """None for an age that nobody reaches."""
    if days(value, unit) > days(OLDEST, "year"):
        return None
    return Compare(kind="age", variable="age", sign=sign, value=value, unit=unit)


def _value(words: str) -> float:
    words = words.partition("(")[0].strip()
    return SPELLED_AGES.get(words) or parse_number(words)


def _unit(words: str | None) -> str:
    if not words or words[0] == "y":
        return "year"
    return {"m": "month", "w": "week", "d": "day"}[words[0]]
