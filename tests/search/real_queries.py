"""Sixty searches as people type them, with the trials of the bundled sample that must come up."""

import re
from pathlib import Path
from typing import NamedTuple

from trialway.search.engine.base import Engine
from trialway.search.interpretation.interpret_request import (
    InterpretedQuery,
    interpret_parameters,
    interpret_request,
)
from trialway.search.results.answer import Answer, Result, answer


class RealQuery(NamedTuple):
    """``right``: what the record of a right hit says."""

    who: str
    typed: str
    wanted: tuple[str, ...]
    right: re.Pattern[str]


def real_queries() -> list[RealQuery]:
    lines = Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [
        RealQuery(who, typed, tuple(wanted.split()), re.compile(right, re.IGNORECASE))
        for who, typed, wanted, right in rows
    ]


def ask(engine: Engine, query: RealQuery) -> tuple[InterpretedQuery, Answer]:
    """What the page shows; where it asks ``did you mean``, what that leads to."""
    question = interpret_parameters(engine, [("q", query.typed)])
    found = answer(engine, question.query, facets=())
    meant = next((offer for offer in found.offers if offer.kind == "spelling"), None)
    if meant:
        question = interpret_request(engine, meant.query)
        found = answer(engine, question.query, facets=())
    return question, found


def is_right(query: RealQuery, hit: Result) -> bool:
    card = hit.card
    said = [card.title, *card.conditions, *card.interventions, card.sponsor or "", card.summary or ""]
    return any(query.right.search(text) for text in said)
