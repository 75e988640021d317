"""What a raw study is, cheaply: its number, the day the registry changed it, a hash of what it says."""

import hashlib
import json
from typing import Any

import msgspec
from msgspec import Struct

from trialway.errors import NotARecord
from trialway.registries.ctgov.normalise import NUMBER, not_json
from trialway.registries.record_header import RecordHeader
from trialway.vocabulary.dates import read_date


def read_header(raw: bytes) -> RecordHeader:
    """Identify the study in the raw bytes. Raises NotARecord."""
    try:
        study = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_json(error) from None
    if not isinstance(study, dict):
        raise NotARecord("it is not a JSON object")
    stated = _at(study, "protocolSection", "identificationModule", "nctId")
    return RecordHeader(_number(stated), _updated(study), content_hash(study))


class _About(Struct, rename="camel"):
    nct_id: str = ""


class _Protocol(Struct, rename="camel"):
    identification_module: _About = msgspec.field(default_factory=_About)


class _Study(Struct, rename="camel"):
    protocol_section: _Protocol = msgspec.field(default_factory=_Protocol)


_decode_number = msgspec.json.Decoder(_Study).decode


def number_of(study: bytes) -> str:
    """The number of a raw study, without reading the rest of it; empty when it has none."""
    try:
        return _decode_number(study).protocol_section.identification_module.nct_id.strip().upper()
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ""


def content_hash(study: dict[str, Any]) -> bytes:
    """16 bytes; blind to key order, white space and what flips without meaning. Changes ``study``."""
    _drop_noise(study)
    try:
        canonical = msgspec.json.encode(study, order="sorted")
    except (msgspec.MsgspecError, OverflowError, ValueError):
        # Integers of more than 64 bits, which only damaged records hold.
        canonical = json.dumps(study, sort_keys=True).encode()
    return hashlib.blake2b(canonical, digest_size=16).digest()


def _drop_noise(study: dict[str, Any]) -> None:
    # versionHolder is the registry's own day of processing; browse leaves and branches are recomputed daily;
    # coordinates are the registry's guess from city and postcode and move with its gazetteer.
    _remove(_at(study, "derivedSection", "miscInfoModule"), "versionHolder")
    for module in ("conditionBrowseModule", "interventionBrowseModule"):
        _remove(_at(study, "derivedSection", module), "browseLeaves", "browseBranches")
    locations = _at(study, "protocolSection", "contactsLocationsModule", "locations")
    for location in locations if isinstance(locations, list) else ():
        _remove(location, "geoPoint")


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _remove(value: Any, *keys: str) -> None:
    if isinstance(value, dict):
        for key in keys:
            value.pop(key, None)


def _number(stated: Any) -> str:
    match = NUMBER.fullmatch(stated) if isinstance(stated, str) else None
    if match is None:
        raise NotARecord(
            "it has no nctId"
            if stated is None
            else f"its nctId is {str(stated)[:80]!r}; an NCT number is NCT and eight digits, not all zero"
        )
    return match[1].upper()


def _updated(study: dict[str, Any]) -> Any:
    status = _at(study, "protocolSection", "statusModule")
    for stated in (_at(status, "lastUpdatePostDateStruct", "date"), _at(status, "lastUpdateSubmitDate")):
        date = read_date(stated) if isinstance(stated, str) else None
        if date is not None:
            return date.first_day
    return None
