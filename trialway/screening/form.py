"""What a browser sends with each step: body ─▶ **Form** ─▶ step. All that was said comes back with every
request."""

from urllib.parse import parse_qsl

from msgspec import Struct

from trialway.fit.parse_answers import (
    MOST_SAID,
    GivenAnswer,
    InvalidAnswer,
    parse_answer,
    quote_value,
)
from trialway.fit.questions import question_of

SHOWN_AT_ONCE = 20
MOST_SHOWN = 200
# What the buttons do; "undo:age" and "change:age" name a question.
DEEDS = frozenset(("start", "next", "never", "unknown", "skip", "back", "result", "more", "numbers"))


class Form(Struct, frozen=True):
    """``said`` is all said so far, in order; ``ask`` the question on the screen and ``entered`` what was
    entered there.
    ``further``: go on though the questions left matter little; ``numbers``: test results are asked for
    too."""

    said: tuple[GivenAnswer, ...] = ()
    ask: str = ""
    entered: str = ""
    do: str = "start"
    of: str = ""
    further: bool = False
    numbers: bool = False
    upto: int = SHOWN_AT_ONCE


def read_form(body: bytes) -> Form:
    """NotAnAnswer for what no button of ours sends."""
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_SAID + 20)
    except ValueError:
        raise InvalidAnswer("What was sent is no form of this page; open the questions again.") from None
    last = dict(pairs)
    do, _, of = last.get("do", "start").partition(":")
    if do not in DEEDS | {"undo", "change"}:
        raise InvalidAnswer(f"There is no button {quote_value(do)}; open the questions again.")
    ask = last.get("ask", "")
    if ask and question_of(ask) is None:
        raise InvalidAnswer(f"There is no question {quote_value(ask)}; open the questions again.")
    return Form(
        said=_said([value for name, value in pairs if name == "said"]),
        ask=ask,
        entered=_entered(last),
        do=do,
        of=of,
        further=last.get("further") == "1",
        numbers=last.get("numbers") == "1",
        upto=_upto(last.get("upto", "")),
    )


def _said(texts: list[str]) -> tuple[GivenAnswer, ...]:
    """Each question once; what was said last counts."""
    return tuple({said.question.name: said for said in map(parse_answer, texts[:MOST_SAID])}.values())


def _entered(fields: dict[str, str]) -> str:
    """``62 year``, ``90 U/L limit 40``, ``positive``; a unit alone is nothing."""
    if not fields.get("value", "").strip():
        return ""
    parts = [fields.get("value", ""), fields.get("unit", "")]
    limit = fields.get("limit", "").strip()
    return " ".join(" ".join([*parts, *(["limit", limit] if limit else [])]).split())


def _upto(value: str) -> int:
    return (
        min(int(value), MOST_SHOWN)
        if value.isascii() and value.isdigit() and len(value) < 6
        else SHOWN_AT_ONCE
    )


def without(said: tuple[GivenAnswer, ...], name: str) -> tuple[GivenAnswer, ...]:
    return tuple(each for each in said if each.question.name != name)
