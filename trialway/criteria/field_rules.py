"""The rules in structured fields of a record: Eligibility ─▶ **age, sex, healthy volunteers** ─▶
read_criteria."""

from collections.abc import Iterator

from trialway.criteria.expressions import Among, Compare, Exists, Expr, Not
from trialway.criteria.model import Stated
from trialway.criteria.sentences import sentence_of
from trialway.record import Eligibility
from trialway.vocabulary.age import Duration


def field_rules(eligibility: Eligibility) -> tuple[Stated, ...]:
    """One rule for each field that limits who can take part; a field that admits everybody gives none."""
    return tuple(
        Stated(field=field, expression=rule, words=words, sentence=sentence_of(rule, "inclusion", words))
        for field, rule, words in _rules(eligibility)
    )


def _rules(eligibility: Eligibility) -> Iterator[tuple[str, Expr, str]]:
    least, most = eligibility.minimum_age, eligibility.maximum_age
    if least is not None:
        yield "minimum_age", _age(">=", least), least.raw
    if most is not None:
        yield "maximum_age", _age("<=", most), most.raw
    sex = eligibility.sex
    if sex is not None and sex.code in ("female", "male"):
        yield "sex", Among(kind="sex", variable="sex", values=(sex.code,)), sex.raw
    if eligibility.healthy_volunteers is False:
        healthy = Exists(kind="healthy volunteers", variable="healthy_volunteer")
        yield "healthy_volunteers", Not(part=healthy), "No"


def _age(sign: str, age: Duration) -> Expr:
    return Compare(
        kind="age", variable="age", sign=">=" if sign == ">=" else "<=", value=age.value, unit=age.unit
    )
