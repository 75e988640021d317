"""Reads coded values, dates and ages of one record, and keeps account of what could not be read."""

import json
from collections.abc import Iterable

from trialway.record import LeftOut, UnknownValue
from trialway.vocabulary.age import Duration, read_duration
from trialway.vocabulary.coded import Coded, Vocabulary
from trialway.vocabulary.country import country_code
from trialway.vocabulary.dates import StatedDate, read_date
from trialway.vocabulary.stated_as import STATED_AS

_NO_LIMIT = frozenset({"n/a", "none", "no limit", "not applicable"})


class FieldReader:
    """State while one record is normalised: which values were left out, which are in no vocabulary."""

    def __init__(self, registry: str, left_out: list[LeftOut]) -> None:
        self.registry = registry
        self.left_out = left_out
        self.unknown: list[UnknownValue] = []

    def coded(self, vocabulary: Vocabulary, raw: str | None) -> Coded | None:
        """The value with its code; an unknown one is kept and noted."""
        if not raw:
            return None
        value = vocabulary.read(self.registry, raw)
        if value.code is None:
            self.note_unknown(vocabulary.name, raw)
        return value

    def all_coded(self, vocabulary: Vocabulary, raws: Iterable[str]) -> tuple[Coded, ...]:
        """The values in the registry's order, each once: some records say the same phase twice."""
        values = (self.coded(vocabulary, raw) for raw in dict.fromkeys(raws))
        return tuple(value for value in values if value is not None)

    def date(self, path: str, raw: str | None, kind: str | None = None) -> StatedDate | None:
        """The date at its stated precision; what is no date is left out."""
        if not raw:
            return None
        date = read_date(raw, self.coded(STATED_AS, kind))
        if date is None:
            self.leave_out(path, raw, "not a date")
        return date

    def duration(self, path: str, raw: str | None) -> Duration | None:
        """An age or a length of time; words for "no limit" are an absent limit."""
        if not raw or raw.strip().lower() in _NO_LIMIT:
            return None
        duration = read_duration(raw)
        if duration is None:
            self.leave_out(path, raw, "not a number and a unit of time, or much too long")
        return duration

    def country(self, name: str | None) -> str | None:
        """ISO 3166-1 alpha-2 of a country's name."""
        if not name:
            return None
        code = country_code(name)
        if code is None:
            self.note_unknown("country", name)
        return code

    def leave_out(self, path: str, raw: str | float, reason: str) -> None:
        """Note a value that its field cannot hold."""
        self.left_out.append(LeftOut(path=path, raw=json.dumps(raw, ensure_ascii=False), reason=reason))

    def note_unknown(self, concept: str, raw: str) -> None:
        """Note a value that no vocabulary knows, once a record."""
        value = UnknownValue(concept=concept, raw=raw)
        if value not in self.unknown:
            self.unknown.append(value)
