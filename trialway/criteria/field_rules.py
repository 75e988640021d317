"""The rules that a record states in fields of their own: Eligibility ─▶ **age, sex, healthy volunteers**
─▶ reading."""

from collections.abc import Iterator

from trialway.criteria.expressions import Among, Compare, Exists, Expr, Not
from trialway.criteria.model import Stated
from trialway.criteria.sentences import sentence_of
from trialway.record import Eligibility
from trialway.vocabulary.age import Duration


def field_rules(eligibility: Eligibility) -> tuple[Stated, ...]:
    """What the fields ask for; a field that lets everybody in gives no rule."""
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
