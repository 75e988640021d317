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

_UNIT = r"(?:years?|yrs?|y/?o|y\.?o\.?|y|months?|mos?|weeks?|wks?|days?)"
_OLD = r"(?: ?-?old\b| of age\b| in age\b| olds\b| age\b|\b)"
# "18 (eighteen) years": said twice.
_NUM = (
    r"(?:\d{1,3}(?:\.\d)?|eighteen|twenty-one|sixty-five)"
    r"(?: ?\([a-z]{3,9}(?:[ -][a-z]{3,5})?\)(?= ?(?:y|-)))?"
)
_RANGE = re.compile(
    rf"(?P<sign1>[≥>])? ?(?P<low>{_NUM})(?! ?%| ?kg| ?mg| ?g\b| ?/) ?(?P<unit1>{_UNIT})?{_OLD}(?: "
    rf"?\(?inclusive\)?)?"
    rf"(?: ?(?:-|to|through|until|,? and|,|up to|/)) ?(?:age )?(?P<sign2>[≤<])? "
    rf"?(?P<high>{_NUM})(?! ?%| ?kg| ?mg| ?/) ?-?(?P<unit2>{_UNIT})?{_OLD}"
)
_BOUND = re.compile(
    rf"(?P<sign>[≥≤><]) ?(?:the age of |an age of |ages? (?:of )?|of )?(?P<value>{_NUM})(?! ?%| ?kg"
    rf"| ?m[gm]|[.,]?\d| ?/ ?\d) ?-?(?P<unit>{_UNIT})?(?P<old>{_OLD})"
)
_OR_OLDER = re.compile(
    rf"(?P<value>{_NUM}) ?-?(?P<unit>{_UNIT})?{_OLD},? ?(?:\(?(?:or|and|&)/? ?(?:or )?(?P<way>older"
    rf"|over|above|more|up|upwards?|greater|elder|younger|under|below|less|≥|≤)\b(?: in age)?|\+)"
)
_SINGLE_UP = re.compile(
    rf"\b(?:from|minimum age(?: of (?:patients|participants|subjects))?(?: of| is|:)?"
    rf"|starting (?:at|from)|since) (?P<value>{_NUM}) ?-?(?P<unit>{_UNIT}){_OLD}"
)
_FROM = ("from", "minimum age", "starting", "since")
# Ages of something else, or lengths that are no age.
_OTHER_AGE = re.compile(
    r"\b(?:onset|diagnos\w{0,6}|gestation\w{0,3}|bone age|partners?|parents?|caregivers?"
    r"|guardians?|duration|history|since|menopaus\w{0,5}|"
    r"menarche|smok\w{0,4}|survival|expectancy|disease|therapy|treatment|follow-?up|experience"
    r"|within|last|past|previous|"
    r"postmenopausal|amenorrh\w{0,6}|asthma for|symptoms|pregnan\w{0,5}|weeks of|relative|assent"
    r"|who are|living|if|bmi|weight|weigh\w{0,3}|"
    r"height|score|fev1?|interval|time|visit|follicle|older brother|sibling|least|stable|every|per"
    r"|for|donor|father|mother|formula|difference|ecog|hba1c)\b"
)
_AGE_WORD = re.compile(r"\b(?:age[ds]?|years?[ -]old|of age|years old)\b")
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

# "Participants < 16 years of age or Karnofsky score ≥ 50": the number is of the score.
_MEASURE = re.compile(
    r"\b(?:scores?|karnofsky|lansky|ecog|weigh\w{0,4}|bmi|body mass index|height|counts?|fev1|dose)\b"
    r"[^,;]{0,20}$"
)
# "In the case of participants under 18", "no data in patients < 18 years", "risk factors (age over 55)".
_OF_OTHERS = re.compile(
    r"\b(?:in|for) (?:the )?(?:participants|patients|subjects|children|those|individuals|young people)"
    r"(?: who)?(?: are| is)?(?: aged?)? ?$|\bin (?:the )?case of\b[^.;,]{0,30}$|\brisk factors?\b[^.;]{0,60}$"
    r"|\bif(?: the)?(?: \w{1,12})? ?\(?(?:aged?|ages)? ?$"
)
_AT_DIAGNOSIS = re.compile(
    r",? ?\(?(?:at|when|upon) (?:the )?(?:time of )?(?:initial |first )?(?:diagnos|onset)"
)
_AGE_OF = re.compile(r"\bage[ds]?\b[^,;.]{0,20}$")
_AGE_BEFORE = re.compile(r"\bage[ds]?\b[^.;]{0,25}$")
_AGE_JUST_BEFORE = re.compile(r"\bage[ds]?\b[^.;0-9]{0,25}$")
_AGE_FOLLOWS = re.compile(r" ?(?:of age|old\b|years of age|age)")
_OTHERS = re.compile(
    r"\b(?:for aged|caregivers?|carers?|partners?|parents?|guardians?|donors?|mothers?|fathers?|siblings?"
    r"|relatives?)\b[^.;,]{0,25}$"
)
_FERTILITY = re.compile(
    r"amenorrh|sterile|child-?bearing|menopausal (?:\w{1,8} )?(?:(?:are|is) )?defined|menopausal and"
    r"|menopause"
)
# "Under 50 years old would be considered postmenopausal", "over 55 years old and no menses".
_MENOPAUSE_AFTER = re.compile(
    r"[^.;,]{0,30}(?:considered? (?:to be )?post-?menop|(?:and|with) (?:amenorrh|no (?:natural )?menses))"
)
# "BNP > 900 pg/mL in persons 51-75 years old", "assent of those aged 6 to 17".
_FOR_SOME = re.compile(
    r"\d ?(?:pg|ng|mg|g|u)/[^;]{0,60}\b(?:if|in|for|when)(?: (?:persons|patients|those|subjects|people"
    r"|individuals|aged?|are|is)){0,4} ?$|\bassent\b[^.;]{0,120}$"
)
# "Men or women of non-childbearing potential, aged 20 to 70 years" says who can join.
_PEOPLE_WITHOUT = re.compile(
    r"(?:(?:is|an?|healthy|adult|males?|females?|men|women|or|and|participants?|subjects?|patients?|of|who"
    r"|are|volunteers?),? ){1,10}non-?child-?bearing potential(?: \([a-z]{1,10}\))?,? ?"
    r"(?:and |who are |must be )?(?:aged?|between|ages|from)\b[^.;]{0,12}$"
)
_EVENT = re.compile(r"\b(?:onset|diagnosed|gestational|bone)\b")
_NO_AGE = re.compile(
    r" ?(?:life|history|since|must have (?:an? )?(?:karnofsky|lansky|ecog|who|performance)"
    r"|of (?:disease|onset|diagnosis)|of gest|post|after|before|ago|prior|duration)"
    r"|[: ]{0,2}(?:&|and)? ?maximum serum creatinine"
)
_YEARS = re.compile(r"\d ?-?(?:years?|yrs?|y\b)")
# No age is told without one of these, or "18 y".
_AGES = ("age", "year", "yr", "old")
_SHORT_YEARS = re.compile(r"\d ?-?y")
_YEARS_FOLLOW = re.compile(r" ?(?:years|yrs)\b")
_WAY = re.compile(r"older|over|above|younger|under|up")
_GOES_ON = re.compile(r"(?:\b(?:and|but|or|to)|[,-]) ?$")
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
    ):
        for match in matches:
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            expression = make(match) if _is_of_the_person(text, match) else None
            if expression is not None:
                taken.append(match.span())
                yield RuleMatch(_start(text, match.start()), match.end(), "age", expression)


def _is_of_the_person(text: str, match: re.Match[str]) -> bool:
    """Whether the number is the age of who takes part: an age word stands by it, or only people do before
    it."""
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
    if _AGE_JUST_BEFORE.search(before):
        return True
    if _AGE_BEFORE.search(before):
        # "Age ≥ 18 years with > 2 attacks": the second number counts something.
        return has_unit or bool(_WAY.search(own)) or bool(_GOES_ON.search(before))
    return has_unit and _all_people(text, at)


def _all_people(text: str, at: int) -> bool:
    """Whether only words for people stand before a place."""
    return all(word in _PERSON for word in _WORDS.findall(text, max(0, at - 120), at))


def _start(text: str, at: int) -> int:
    lead = re.search(
        r"(?:\b(?:age[ds]?|between|from|range|ranging|of|at|is|the|years?|ages)\b[:, (=]{0,2}){1,5}$",
        text[max(0, at - 40) : at],
    )
    return max(0, at - 40) + lead.start() if lead else at


def _range(match: re.Match[str]) -> Expr | None:
    low, high = _value(match["low"]), _value(match["high"])
    unit2 = _unit(match["unit2"] or match["unit1"])
    unit1 = _unit(match["unit1"]) if match["unit1"] else unit2
    separated_by_or = bool(re.search(r"\bor\b", match[0]))
    if separated_by_or or (low >= high and unit1 == unit2):
        return None
    return All(
        parts=(
            _compare(SIGNS[match["sign1"] or "≥"], low, unit1),
            _compare(SIGNS[match["sign2"] or "≤"], high, unit2),
        )
    )


def _or_older(match: re.Match[str]) -> Expr:
    way = match.groupdict().get("way")
    sign: Operator = "<=" if way in ("younger", "under", "below", "less", "≤") else ">="
    return _compare(sign, _value(match["value"]), _unit(match["unit"]))


def _bound(match: re.Match[str]) -> Expr:
    return _compare(SIGNS[match["sign"]], _value(match["value"]), _unit(match["unit"]))


def _compare(sign: Operator, value: float, unit: str) -> Compare:
    return Compare(kind="age", variable="age", sign=sign, value=value, unit=unit)


def _value(words: str) -> float:
    words = words.partition("(")[0].strip()
    spelled = {"eighteen": 18.0, "twenty-one": 21.0, "sixty-five": 65.0}
    return spelled.get(words) or parse_number(words)


def _unit(words: str | None) -> str:
    if not words or words[0] == "y":
        return "year"
    return {"m": "month", "w": "week", "d": "day"}[words[0]]
