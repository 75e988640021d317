"""How a treatment is given, out of the words on it: pieces of text ─▶ **Dosing** ─▶ regimen.

Groups share the words on their interventions, so a text is read once for all groups of a record.
"""

from msgspec import Struct

from trialway.plain.dosing.compare_schedules import one_way
from trialway.plain.dosing.parts import find_parts
from trialway.plain.dosing.read_schedules import read_schedules
from trialway.plain.dosing.schedule import Schedule, bare, same
from trialway.plain.dosing.unparsed_time_words import unparsed_time_words
from trialway.plain.routes import dose_of, route_of


class Dosing(Struct, frozen=True):
    """``source`` is the words read: the pieces with " … " between them."""

    dose: str
    route: str
    schedules: tuple[Schedule, ...]
    source: str


class DosingReader:
    """Reads pieces of text, each set of pieces once. Made for one record and gone with it."""

    def __init__(self) -> None:
        self._found: dict[tuple[tuple[str, ...], int], Dosing] = {}

    def read(self, pieces: tuple[str, ...], cycle: int = 0) -> Dosing:
        """What the pieces say together; ``cycle``: days of the cycle that the whole text states, or 0."""
        found = self._found.get((pieces, cycle))
        if found is None:
            found = self._found[pieces, cycle] = read_dosing(pieces, cycle)
        return found


def read_dosing(pieces: tuple[str, ...], cycle: int) -> Dosing:
    """The same without keeping it."""
    text = " … ".join(pieces)
    return Dosing(dose_of(text), route_of(text), _without_doubt(pieces, cycle), text)


def _without_doubt(pieces: tuple[str, ...], cycle: int) -> tuple[Schedule, ...]:
    """What the pieces say together, unless a word that was not read could change it."""
    read = [read_schedules(piece, cycle) for piece in pieces]
    if _speaks_twice(pieces, read):
        return ()
    told = one_way(_distinct([each for some in read for each in some]))
    for piece, some in zip(pieces, read, strict=True):
        if told and unparsed_time_words(piece, (*some, *(bare(each) for each in told)), find_parts(piece)):
            return ()
    return told


def _speaks_twice(pieces: tuple[str, ...], read: list[tuple[Schedule, ...]]) -> bool:
    """Whether the drug is given in two parts: one piece gives times that were not understood, or two pieces
    state other days or other lengths."""
    timed = [part for piece, some in zip(pieces, read, strict=True) if not some for part in find_parts(piece)]
    limits = {(one.days, one.length) for some in read for one in some if one.days or one.length}
    if sum(map(bool, read)) > 1 and len(limits) > 1:
        return True
    return any(read) and any(part.kind in ("length", "times", "every", "days") for part in timed)


def _distinct(schedules: list[Schedule]) -> tuple[Schedule, ...]:
    found: list[Schedule] = []
    for schedule in schedules:
        if not any(same(schedule, other) for other in found):
            found.append(schedule)
    return tuple(found)
