"""Pregnancy, breast-feeding, the wish for a child: "Pregnant or lactating", "negative pregnancy test"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, find_negation
from trialway.criteria.expressions import AnyOf, Exists, Expr, Not

CUES = (
    "pregn",
    "gravi",
    "lacta",
    "breast",
    "brest",
    "nursi",
    "conce",
    "nonpr",
    "nonla",
    "nonbr",
    "suckl",
    "child",
    "birth",
    "gesta",
)

_PREGNANT = (
    r"(?:pregnan(?:t|cy|cies)(?: (?:women|woman|females?|patients?|subjects?|participants?|status"
    r"|state))?|gravid(?:ity)?)"
)
_FEEDING = (
    r"(?:(?:breast|brest)[ -]?(?:feed(?:ing|s)?|milk)|lactat(?:ing|ion|es?)(?![a-z])|nursing(?! home"
    r"| staff| facilit| care| facility)(?! infants?)(?: mothers?| women| females?)?|suckling)"
)
_WISH = (
    r"(?:(?:plan(?:s|ned|ning|nings)?|intend(?:s|ing)?|intention|inten(?:t|ds)|wish(?:es|ing)?"
    r"|desir(?:e|es|ing|ous)|want(?:s|ing)?|expect(?:s|ing)?|hop(?:e|ing)|"
    r"trying|seeking|attempting|consider(?:s|ing)?|contemplating|(?:going|likely"
    r"|about) to|intention to)(?: \w{1,12}){0,3}? (?:to |of |on |for )?(?:(?:be|becom(?:e|ing)|get(?:ting)?"
    r"|having|have) )?(?:an? )?(?:pregnan(?:t|cy)|conceive|conception|conceiving|child|children"
    r"|a baby|father|give birth)"
    r"|pregnancy is (?:planned|expected|intended)"
    r"|planned pregnan(?:t|cy)|pregnancy (?:plan|program)s?|pregnancy (?:intention|wish|desire)|(?:family"
    r"|pregnancy) planning|(?<!suspected )(?<!known )to be pregnan(?:t|cy)|be pregnant(?= (?:in"
    r"|during|within))|actively trying to become pregnant)"
)
_TEST = (
    r"(?:(?P<before>negative|positive)[a-z ,()/\[\]-]{0,60}?pregnancy tests?"
    r"|(?P<told>negative) (?:(?:urine|serum|blood|beta-hcg)(?:,? (?:or|and|/) )?){1,3} ?pregnancy(?! test)"
    r"|pregnancy tests?[^.;]{0,100}?\b(?P<after>negative|positive))"
)
_ANY = re.compile(
    rf"\b(?:(?P<test>{_TEST})|(?P<wish>{_WISH})|(?P<feeding>(?:non-?)?{_FEEDING})"
    rf"|(?P<pregnant>(?:non-?)?{_PREGNANT}))"
)
_OTHER = re.compile(
    r"\b(?:avoid|avoiding|able to have|trimester of|terminate|contact with|in|prevent"
    r"|suspect(?:s)?|report|case of|event of|should|becomes?|become|becoming|capable of|outcome"
    r"|since|before|after|during|history of|previous|prior|risk (?:of|for)|at risk for|last"
    r"|complications? of|partner|partners|male|result in|lead to|harm to|risks? in|events in"
    r"|possibility of|potential for|contraindicat\w{0,4} in|week of|weeks of|effects? on|tests?"
    r"|from|until) (?:a |an |the |is |she is |in |early |unknown |female )?$"
)
_AFTER = re.compile(
    r" ?(?:tests?\b|prevention|avoidance|should|during (?:the )?(?:study|trial) (?:should|must"
    r"|will)|outcome|will not|registry|complicat|induced|associated|related|-?(?:related|induced"
    r"|associated)|partner|must be reported|is not|and delivery|hypertension)|,? is not considered"
)


# "If the urine test is positive …, a serum pregnancy test is required": what is done then.
_IF = re.compile(r"\b(?:if|when|should (?:they|he|she|the patient)) (?:\w{1,10} ){0,4}$")
# "Current or planned pregnancy".
_NOW_TOO = re.compile(
    r"\b(?:current|ongoing|existing|present)(?:,? or |/| and/or )planned pregnan"
    r"|\b(?:are|is),? or (?:\w{1,12} ){1,4}?(?:become|be|becoming|get) pregnan"
    r"|\bplanned (?:or |/|and/or )(?:current|ongoing|existing|present) pregnan"
)


def read(text: str) -> Iterator[RuleMatch]:
    found = _first_mentions(_states(text))
    while found:
        start, end, expression = found.pop(0)
        parts = [expression]
        # "Pregnant and lactating women" means either, whatever stands between.
        while found and _joins(text[end : found[0][0]], expression, found[0][2]):
            _, end, more = found.pop(0)
            parts.append(more)
        joined = _join(parts)
        yield RuleMatch(start, end, "pregnancy", joined)


def _first_mentions(states: Iterator[tuple[int, int, Expr]]) -> list[tuple[int, int, Expr]]:
    """Long texts say the same again with reasons; the first saying counts."""
    kept: list[tuple[int, int, Expr]] = []
    for state in states:
        if all(state[2] != other[2] for other in kept):
            kept.append(state)
    return kept


def _states(text: str) -> Iterator[tuple[int, int, Expr]]:
    for match in _ANY.finditer(text):
        name = (
            "test"
            if match["test"]
            else "wish"
            if match["wish"]
            else "feeding"
            if match["feeding"]
            else "pregnant"
        )
        before = text[max(0, match.start() - 40) : match.start()]
        if name in ("test", "wish") and _IF.search(before):
            continue
        if name == "test":
            yield _test(text, match)
        elif name != "wish" and (_OTHER.search(before) or _AFTER.match(text, match.end())):
            continue
        else:
            if name == "wish" and _NOW_TOO.search(before + match[0]):
                yield _state(text, match, "pregnant")
            yield _state(text, match, name)


def _test(text: str, match: re.Match[str]) -> tuple[int, int, Expr]:
    pregnant = Exists(kind="pregnancy", variable="pregnant")
    result = match["before"] or match["told"] or match["after"]
    lacking = re.search(
        r"\b(?:not have|without|no|lack of|refus\w{1,3}|not having|absence of)(?: \w{1,12}){0,3} ?$",
        text[max(0, match.start() - 40) : match.start()],
    )
    positive = (result == "positive") != bool(lacking)
    return match.start(), match.end(), pregnant if positive else Not(part=pregnant)


def _state(text: str, match: re.Match[str], name: str) -> tuple[int, int, Expr]:
    variable = {"wish": "planning_pregnancy", "feeding": "breastfeeding", "pregnant": "pregnant"}[name]
    state = Exists(kind="pregnancy", variable=variable)
    at = find_negation(text, match.start())
    if match[0].startswith("non") or at is not None:
        return at if at is not None else match.start(), match.end(), Not(part=state)
    return match.start(), match.end(), state


_BETWEEN_WORDS = """or and nor women woman females female mothers patients who are is currently actively
subjects
participants a be being and/or either not non have must plans planning intending also at as well time in
suspected confirmed known to test the were"""
_BETWEEN = frozenset(_BETWEEN_WORDS.split())


def _joins(gap: str, left: Expr, right: Expr) -> bool:
    words = re.findall(r"[a-z/]{1,20}", gap)
    return (
        all(word in _BETWEEN for word in words)
        and not re.search(r"[.;]", gap)
        and isinstance(left, Not) == isinstance(right, Not)
    )


def _join(parts: list[Expr]) -> Expr:
    if len(parts) == 1:
        return parts[0]
    if isinstance(parts[0], Not):
        return Not(part=AnyOf(parts=tuple(part.part for part in parts if isinstance(part, Not))))
    return AnyOf(parts=tuple(parts))
