"""A treatment held against the rest of the record: Regimen ─▶ **without what another sentence says
otherwise** ─▶ group_treatments.

A group's words may give one phase of a treatment, one of its doses or one way of giving it, and title,
summary or description another. Where they differ neither is told: the record's words stand below.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from trialway.arms import bare_name
from trialway.plain.attribute_text import attribute_text
from trialway.plain.dosing.compare_schedules import says_no_more
from trialway.plain.dosing.schedule import Schedule, same
from trialway.plain.dosing_reader import Dosing, DosingReader
from trialway.plain.named import Names
from trialway.plain.phrases import line
from trialway.plain.prose import sentences_matching
from trialway.plain.regimen import Regimen
from trialway.plain.routes import is_other_route
from trialway.plain.time_words import TIME_WORDS
from trialway.record import TrialRecord

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ON_THE_TRIAL = ("brief_summary", "detailed_description")


class RestOfRecord:
    """Of one record; its sentences are read when the first treatment is asked for."""

    def __init__(self, record: TrialRecord) -> None:
        self._record = record
        self._reader = DosingReader()

    def without_what_it_contradicts(self, told: Regimen) -> Regimen:
        """The same without the schedules, the dose or the route that another sentence contradicts."""
        if not (told.schedules or told.dose or told.route):
            return told
        rest = self._said.get(told.name, ())
        doses = [_numbers(said.dose) for said in rest if said.dose]
        if doses and _numbers(told.dose) not in doses:
            told = replace(told, dose="")
        for said in rest:
            if told.schedules and not _fits(said.schedules, told.schedules):
                told = replace(told, schedules=())
            if is_other_route(said.route, told.route) and not (_is_drip(said.route) and _is_drip(told.route)):
                told = replace(told, route="")
        return told

    @cached_property
    def _said(self) -> dict[str, list[Dosing]]:
        """What titles, summary and description say of each treatment, by its name."""
        names = Names([one for one in self._record.interventions if one.name])
        found: dict[str, list[Dosing]] = defaultdict(list)
        for sentence in self._sentences() if names.given else ():
            for owner, words in attribute_text(sentence, names):
                if owner is not None:
                    found[bare_name(owner.name)].append(self._reader.read((words,)))
        return found

    def _sentences(self) -> Iterator[str]:
        amounts = TIME_WORDS["time.or-amount"]
        titles = (self._record.official_title, self._record.brief_title)
        yield from (line(title) for title in titles if title and amounts.search(title))
        yield from sentences_matching(self._record, amounts, _ON_THE_TRIAL)


def _fits(said: tuple[Schedule, ...], told: tuple[Schedule, ...]) -> bool:
    """Whether each schedule is among those told, or is told by them too; how long it goes on is not asked."""
    timed = [_rhythm(one) for one in told]
    return all(any(_is_told(_rhythm(one), other) for other in timed) for one in said if not one.at)


def _is_told(one: Schedule, other: Schedule) -> bool:
    """``Daily`` and "3 times a day" are told by one another, a single dose by that of one day."""
    daily = one.per == other.per == "day" and not (one.times and other.times) and not (one.days or one.cycle)
    single = one.once and not one.days and len(other.days) == 1
    return daily or single or same(one, other) or says_no_more(one, other)


def _rhythm(one: Schedule) -> Schedule:
    return replace(one, length=None, until="", phase="")


def _numbers(dose: str) -> list[float]:
    return [float(number.replace(",", "")) for number in _NUMBER.findall(dose)]


def _is_drip(route: str) -> bool:
    return "drip" in route or "vein" in route
