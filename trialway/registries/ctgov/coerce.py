"""Makes a damaged study fit its schema: what has the wrong type is taken out and told, the rest stays."""

import json
import types
import typing
from typing import Any

import msgspec
from msgspec import Raw, Struct

from trialway.record import LeftOut

_GONE = object()
_NAMES = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}


def coerce_to_schema(value: Any, kind: Any, path: str, left_out: list[LeftOut]) -> Any:
    """The value with every part of the wrong type taken out and listed; ``null`` counts as absent."""
    if value is None:
        return _GONE
    wanted = _without_none(kind)
    if typing.get_origin(wanted) is tuple:
        return _fit_list(value, typing.get_args(wanted)[0], path, left_out)
    if isinstance(wanted, type) and issubclass(wanted, Struct):
        return _fit_object(value, wanted, path, left_out)
    if typing.get_origin(wanted) is typing.Annotated:
        kind, limits = typing.get_args(wanted)
        if type(value) is kind and limits.ge <= value <= limits.le:
            return value
        return _leave_out(value, f"{_NAMES[kind]} from {limits.ge:,} to {limits.le:,}", path, left_out)
    if type(value) is wanted or (wanted is float and type(value) is int) or wanted is Raw:
        return value
    return _leave_out(value, _NAMES.get(wanted, "another type"), path, left_out)


def _fit_list(value: Any, kind: Any, path: str, left_out: list[LeftOut]) -> Any:
    if not isinstance(value, list):
        return _leave_out(value, "a list", path, left_out)
    fitted = (coerce_to_schema(item, kind, f"{path}[{place}]", left_out) for place, item in enumerate(value))
    return [item for item in fitted if item is not _GONE]


def _fit_object(value: Any, kind: type[Struct], path: str, left_out: list[LeftOut]) -> Any:
    if not isinstance(value, dict):
        return _leave_out(value, "an object", path, left_out)
    fitted = {}
    for field in msgspec.structs.fields(kind):
        name = field.encode_name
        if name in value:
            item = coerce_to_schema(value[name], field.type, f"{path}.{name}".lstrip("."), left_out)
            if item is not _GONE:
                fitted[name] = item
    return fitted


def _leave_out(value: Any, wanted: str, path: str, left_out: list[LeftOut]) -> Any:
    # json, not msgspec: it also writes integers of more than 64 bits.
    left_out.append(LeftOut(path=path, raw=json.dumps(value, ensure_ascii=False), reason=f"not {wanted}"))
    return _GONE


def _without_none(kind: Any) -> Any:
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return next(arg for arg in typing.get_args(kind) if arg is not type(None))
    return kind
