"""An address or a command understood with what the index knows: parameters ─**asking**▶ Query, readings."""

from collections.abc import Iterable
from functools import partial
from urllib.parse import parse_qsl

from msgspec import Struct

from trialway.index.called import place_called
from trialway.index.engine import Engine
from trialway.index.params import MOST_PARAMETERS, from_params
from trialway.index.query import Query, QueryProblem
from trialway.index.understanding import Reading, understand
from trialway.places.reading import Where


class Question(Struct, frozen=True):
    """``query`` is as understood, ``typed`` what was typed; ``readings`` lead from one to the other."""

    query: Query
    typed: str
    problems: tuple[QueryProblem, ...] = ()
    readings: tuple[Reading, ...] = ()
    where: Where | None = None


def asked(engine: Engine, query_string: str) -> Question:
    """What stands behind the question mark of an address."""
    pairs = "&".join(query_string.split("&")[:MOST_PARAMETERS])
    return asked_by(engine, parse_qsl(pairs, errors="replace"))


def asked_by(engine: Engine, params: Iterable[tuple[str, str]]) -> Question:
    """Pairs of name and value."""
    read = from_params(params)
    places = partial(place_called, codebook=engine.codebook, known_towns=engine.words.towns)
    query, readings = understand(read.query, places)
    return Question(query, read.query.text.typed, read.problems, readings, read.where)
