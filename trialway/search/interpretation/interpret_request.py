"""Parameters of an address or a command → InterpretedQuery, with what the open index knows."""

from collections.abc import Iterable
from functools import partial
from urllib.parse import parse_qsl

from msgspec import Struct

from trialway.places.lookup import PlaceLookup
from trialway.search.engine.base import Engine
from trialway.search.interpretation.interpret import Interpretation, interpret, resolve_place
from trialway.search.query.parameters import MOST_PARAMETERS, from_params
from trialway.search.query.query import Query, QueryProblem


class InterpretedQuery(Struct, frozen=True):
    """``query`` is as understood, ``typed`` what was typed; ``readings`` lead from one to the other."""

    query: Query
    typed: str
    problems: tuple[QueryProblem, ...] = ()
    readings: tuple[Interpretation, ...] = ()
    where: PlaceLookup | None = None


def interpret_request(engine: Engine, query_string: str) -> InterpretedQuery:
    """What stands behind the question mark of an address."""
    pairs = "&".join(query_string.split("&")[:MOST_PARAMETERS])
    return interpret_parameters(engine, parse_qsl(pairs, errors="replace"))


def interpret_parameters(engine: Engine, params: Iterable[tuple[str, str]]) -> InterpretedQuery:
    """Pairs of name and value."""
    read = from_params(params)
    places = partial(resolve_place, codebook=engine.codebook, known_towns=engine.words.towns)
    query, readings = interpret(read.query, places)
    return InterpretedQuery(query, read.query.text.typed, read.problems, readings, read.where)
