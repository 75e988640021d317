"""Criteria for tests, read as the registry's own are."""

from trialway.criteria import Criteria, Criterion, read_criteria, read_text
from trialway.criteria.expressions import Expr
from trialway.record import Eligibility
from trialway.vocabulary.age import read_duration
from trialway.vocabulary.sex import SEX


def included(words: str) -> Criterion:
    return read_text(words, "inclusion")


def excluded(words: str) -> Criterion:
    return read_text(words, "exclusion")


def said(words: str) -> list[Expr]:
    """What is found in words, wherever they stand."""
    return [one.expression for one in included(words).findings]


def trial(
    text: str = "", *, least: str = "", most: str = "", sex: str = "", healthy: bool | None = None
) -> Criteria:
    return read_criteria(
        Eligibility(
            criteria=text or None,
            minimum_age=read_duration(least),
            maximum_age=read_duration(most),
            sex=SEX.read("ctgov", sex) if sex else None,
            healthy_volunteers=healthy,
        )
    )
