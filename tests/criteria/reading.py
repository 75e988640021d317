"""Criteria for tests, read as the registry's own are."""

from trialway.criteria import Criteria, Criterion, read_criteria, read_text
from trialway.criteria.expressions import Expr
from trialway.record import Eligibility
from trialway.vocabulary.age import read_duration
from trialway.vocabulary.sex import SEX

NAMED = ("condition", "medicine", "procedure", "stage", "allergy")


def included(words: str) -> Criterion:
    return read_text(words, "inclusion")


def excluded(words: str) -> Criterion:
    return read_text(words, "exclusion")


def said(words: str) -> list[Expr]:
    """What is found in words, wherever they stand, but for what is only known by its name: see
    ``named``."""
    return [one.expression for one in included(words).findings if one.kind not in NAMED]


def named(words: str) -> list[Expr]:
    """The illnesses, medicines, procedures and stages that words name, and what they say of them."""
    return [one.expression for one in included(words).findings if one.kind in NAMED]


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
