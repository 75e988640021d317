"""The tense of the whole text, which follows the status: open "you will", closed "people were"."""

from dataclasses import dataclass
from typing import Literal

from trialway.record import TrialRecord

Tense = Literal["future", "present", "past", "unheld"]
_TENSES: dict[str, Tense] = {
    "not_yet_recruiting": "future",
    "recruiting": "future",
    "by_invitation": "future",
    "available": "future",
    "terminated": "past",
    "completed": "past",
    "no_longer_available": "past",
    "approved_for_marketing": "past",
    "withdrawn": "unheld",
}


@dataclass(frozen=True)
class Voice:
    """The tense and the person of a text: ``future`` speaks to the reader; ``unheld`` is for a trial that
    nobody joined.

    An open trial has begun: what it does itself is in the present tense, unless it is still ``to_begin``.
    Of one that was ``cut_short``, lengths are what was planned.
    """

    tense: Tense
    to_begin: bool = False
    cut_short: bool = False

    @property
    def reader(self) -> bool:
        """Whether the text says "you"."""
        return self.tense == "future"

    @property
    def subject(self) -> str:
        return "You" if self.reader else "People"

    def passive(self, participle: str, *, many: bool = True) -> str:
        """``will be given``, ``are given``, ``were given``, ``were going to be given``."""
        be = {"future": "will be", "present": "are", "past": "were", "unheld": "were going to be"}
        one = {**be, "present": "is", "past": "was", "unheld": "was going to be"}
        return f"{(be if many else one)[self.tense]} {participle}"

    def active(self, base: str, past: str, *, many: bool = True) -> str:
        """``will get``, ``get``, ``got``, ``were going to get``."""
        match "present" if self.tense == "future" and not many and not self.to_begin else self.tense:
            case "future":
                return f"will {base}"
            case "present":
                return base if many else _third(base)
            case "past":
                return past
            case "unheld":
                return f"{'were' if many else 'was'} going to {base}"


def voice_of(record: TrialRecord) -> Voice:
    """The voice for a record's status; present tense, of "people", when it is not stated, unknown or in
    between."""
    status = record.recruitment.status
    code = (status.code or "") if status else ""
    return Voice(
        _TENSES.get(code, "present"), to_begin=code == "not_yet_recruiting", cut_short=code == "terminated"
    )


def _third(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    ending = {"have": "has", "do": "does", "go": "goes"}.get(first) or first + (
        "es" if first.endswith(("s", "ch", "sh", "x")) else "s"
    )
    return f"{ending} {rest}".strip()
