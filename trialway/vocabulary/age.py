"""Ages and durations as registries state them: the unit that was stated is kept."""

import re
from functools import lru_cache

from msgspec import Struct

_TIME = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(Minute|Hour|Day|Week|Month|Year)s?\s*", re.IGNORECASE)
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}

# "999 Years" is how some submitters write "no upper limit"; nobody has reached 150.
OLDEST_YEARS = 150
# Submitters who mean "without end" write nines, four at most; what is longer is damage.
LONGEST_YEARS = 10_000


class Duration(Struct, frozen=True):
    """An age or a length of time: ``Duration(18, "year", "18 Years")``."""

    value: float
    unit: str
    raw: str

    @property
    def days(self) -> float:
        """Length in days; a month is a twelfth of 365.25 days."""
        return self.value * _DAYS[self.unit]

    @property
    def words(self) -> str:
        """``18 years``, ``1 month``, ``2.5 years``."""
        return f"{self.value:g} {self.unit}{'' if self.value == 1 else 's'}"


@lru_cache(maxsize=1 << 12)
def read_duration(raw: str) -> Duration | None:
    """None for what is not a number and a unit of time, and for what is much too long to be meant."""
    match = _TIME.fullmatch(raw)
    if match is None:
        return None
    duration = Duration(float(match[1]), match[2].lower(), raw)
    return duration if duration.days <= LONGEST_YEARS * 365.25 else None


def is_no_limit(age: Duration) -> bool:
    """Whether a stated maximum age stands for "no upper limit"."""
    return age.days > OLDEST_YEARS * 365.25
