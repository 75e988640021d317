"""When a treatment is given: arm text ─▶ **Schedule** ─▶ plain words, calendar strip.

read_schedules("Days 1 and 8 of each 21-day cycle")[0].plain()
# "on days 1 and 8 of each 3-week (21-day) cycle"
"""

from collections.abc import Sequence

from msgspec import Struct

Unit = str
LONGEST_STRIP = 42


class Span(Struct, frozen=True):
    """A length of time, or a number of cycles or doses: ``Span(12, "week")``."""

    amount: int
    unit: Unit
    at_most: bool = False

    @property
    def days(self) -> int:
        """Length in days; 0 for what has none, such as cycles and hours."""
        return self.amount * {"day": 1, "week": 7}.get(self.unit, 0)

    @property
    def words(self) -> str:
        return f"{self.amount} {self.unit}{'' if self.amount == 1 else 's'}"


class Schedule(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One way in which something is given. ``start`` and ``end`` are its place in the text.

    ``times`` a ``per`` ("twice a day"), or 0 times where it is only said to be every day, week or month
    ("40 mg daily"); or one dose ``every`` so often; ``days`` of a cycle of ``cycle``
    days, or of the trial when there is none; ``at`` are points in weeks or months; ``length`` how long,
    ``until`` the record's words.
    ``other`` is a second number in place of that of ``times`` or ``every`` ("every 2 or 4 weeks"); with
    ``between`` all from the one to the other ("every 2 to 4 weeks").
    ``phase``: ``loading``, ``maintenance``, ``then`` after the schedule before it, or ``or`` in its place.
    """

    times: int = 0
    per: Unit = ""
    every: Span | None = None
    other: int = 0
    between: bool = False
    days: tuple[int, ...] = ()
    cycle: int = 0
    at: tuple[int, ...] = ()
    at_unit: Unit = ""
    once: bool = False
    length: Span | None = None
    until: str = ""
    phase: str = ""
    start: int = 0
    end: int = 0

    @property
    def says_when(self) -> bool:
        """Whether it states when something is given, and not only for how long."""
        return bool(self.per or self.every or self.days or self.at or self.once)

    def english(self) -> str:
        """The schedule as registries write it; ``read_schedules`` reads it back."""
        phase = {"loading": "loading dose", "maintenance": "maintenance dose"}.get(self.phase, self.phase)
        until = f"until {self.until}" if self.until else ""
        return " ".join(
            part for part in (phase, *self._when_english(), *self._length_english(), until) if part
        )

    def _when_english(self) -> tuple[str, ...]:
        once = "single dose" if self.once else ""
        often = f"{self._often()} " if self.times else ""
        times = f"{often}{_ADVERB[self.per]}" if self.per else ""
        every = f"every {self._each()}" if self.every else ""
        days = f"on {_days(self.days, '-', 'and')}" if self.days else ""
        cycle = (
            f"of each {self.cycle}-day cycle"
            if self.days and self.cycle
            else f"in {self.cycle}-day cycles"
            if self.cycle
            else ""
        )
        at = f"at {self.at_unit}s {_row(self.at, 'and')}" if self.at else ""
        return once, times, every, days, cycle, at

    def _often(self) -> str:
        first = _TIMES.get(self.times, str(self.times))
        other = _TIMES.get(self.other, str(self.other))
        words = f"{first} {self._joint()} {other}" if self.other else first
        return words if max(self.times, self.other) <= 2 else f"{words} times"

    def _each(self) -> str:
        if self.every is None:
            return ""
        words = self.every.unit if self.every.amount == 1 else self.every.words
        return f"{self.every.amount} {self._joint()} {self.other} {self.every.unit}s" if self.other else words

    def _joint(self) -> str:
        return "to" if self.between else "or"

    def _length_english(self) -> tuple[str, ...]:
        return (f"for {'up to ' if self.length.at_most else ''}{self.length.words}",) if self.length else ()

    def plain(self) -> str:
        """Our words for when it is given: ``twice a day, on days 1 to 14 of each 3-week (21-day) cycle``."""
        once = "one time" if self.once else ""
        often = f"{self._often()} a" if self.times else "every"
        times = f"{often} {self.per}" if self.per else ""
        every = f"every {self._each()}" if self.every else ""
        days = f"on {_days(self.days, ' to ', 'and')}" if self.days else ""
        cycle = (
            f" of each {cycle_words(self.cycle)} cycle"
            if self.days and self.cycle
            else f"in cycles of {_length(self.cycle)}"
            if self.cycle
            else ""
        )
        at = f"in {self.at_unit}{'s' if len(self.at) > 1 else ''} {_row(self.at, 'and')}" if self.at else ""
        when = [part for part in (once, times, every, days + cycle if days else cycle, at) if part]
        return ", ".join(when)

    def plain_length(self) -> str:
        """``for 12 weeks``, ``for at most 6 cycles``; empty when not stated."""
        return f"for {'at most ' if self.length.at_most else ''}{self.length.words}" if self.length else ""

    def given_days(self) -> tuple[int, tuple[int, ...]]:
        """The days of a strip and those with a dose: (21, (1, 8)); (0, ()) where no strip can be drawn."""
        if self.cycle and self.days and max(self.days) <= self.cycle <= LONGEST_STRIP:
            return self.cycle, self.days
        if self.every and not self.days and not self.other and 1 < self.every.days <= LONGEST_STRIP:
            return self.every.days, (1,)
        return 0, ()


_TIMES = {1: "once", 2: "twice"}
_ADVERB = {"day": "daily", "week": "weekly", "month": "monthly"}


def same(one: Schedule, other: Schedule) -> bool:
    """Whether two schedules say the same, wherever they stand."""
    return bare(one) == bare(other)


def bare(schedule: Schedule) -> Schedule:
    """Without its place in the text."""
    values = {
        field: getattr(schedule, field)
        for field in schedule.__struct_fields__
        if field not in ("start", "end")
    }
    return Schedule(**values)


def cycle_words(days: int) -> str:
    """``3-week (21-day)``, ``10-day``: weeks where the days are whole weeks."""
    return f"{days // 7}-week ({days}-day)" if days % 7 == 0 and days > 7 else f"{days}-day"


def _length(days: int) -> str:
    return f"{days // 7} weeks ({days} days)" if days % 7 == 0 and days > 7 else f"{days} days"


def _days(days: Sequence[int], dash: str, joint: str) -> str:
    runs = _runs(days)
    words = [str(first) if first == last else f"{first}{dash}{last}" for first, last in runs]
    return f"day{'s' if len(days) > 1 else ''} {_joined(words, joint)}"


def _row(numbers: Sequence[int], joint: str) -> str:
    return _joined([str(number) for number in numbers], joint)


def _joined(words: Sequence[str], joint: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


def _runs(days: Sequence[int]) -> list[tuple[int, int]]:
    """Three or more days in a row become a range: 1, 2, 3, 8 → (1, 3), (8, 8)."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and day == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return [
        part
        for first, last in runs
        for part in ([(first, last)] if last - first > 1 else [(day, day) for day in range(first, last + 1)])
    ]
