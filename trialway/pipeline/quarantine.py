"""Trials that a step of the pipeline failed on: noted with the reason, left out, and tried again later.

A trial is tried again when one of its records changes, or when another program runs.
"""

import datetime as dt
from collections.abc import Collection, Iterable

from django.db import transaction

from trialway.archive.derive import touch
from trialway.archive.models import Quarantine as Row
from trialway.archive.models import Slug
from trialway.build_id import build_id
from trialway.pipeline.failures import Failed

SEARCH, RELATED = "search", "related"
_LACKS = {SEARCH: "cannot be found by searching", RELATED: "is not compared with other trials"}
_MOST_NAMED = 20


class Quarantine:
    """The trials that one step leaves out; ``numbers`` grows and shrinks while the step works."""

    def __init__(self, step: str) -> None:
        self.step = step
        self.numbers: set[int] = set(Row.objects.filter(step=step).values_list("trial_id", flat=True))

    def put(self, failed: Iterable[Failed]) -> None:
        """Leave these out from now on."""
        for number, change, reason in failed:
            Row.objects.update_or_create(
                trial_id=number,
                step=self.step,
                defaults={
                    "change": change,
                    "program": build_id(),
                    "reason": reason,
                    "seen": dt.datetime.now(dt.UTC),
                },
            )
            self.numbers.add(number)

    def release(self, numbers: Iterable[int]) -> None:
        """The step did these; most were never left out."""
        released = self.numbers.intersection(numbers)
        if released:
            Row.objects.filter(step=self.step, trial__in=released).delete()
            self.numbers -= released


def try_again() -> None:
    """What another program failed on counts as changed, so that every step and every host tries it again."""
    if not Row.objects.exists():
        return  # nothing to hash the program for
    others = Row.objects.exclude(program=build_id())
    with transaction.atomic():
        touch(sorted(set(others.values_list("trial_id", flat=True))))


def left_out(step: str) -> Collection[int]:
    """The numbers of the trials that a step leaves out."""
    return Quarantine(step).numbers


def warnings() -> list[str]:
    """A sentence for each trial that is left out, and what to do; of very many only the first are named."""
    rows = Row.objects.order_by("trial", "step")
    slugs = Slug.objects.filter(canonical=True, trial__in=rows.values("trial"))
    names = dict(slugs.values_list("trial_id", "slug"))
    named = [
        f"{names.get(row.trial_id, f'Trial {row.trial_id}')} {_LACKS[row.step]}, because this program fails "
        f"on its record ({row.reason}). Please report it; it is tried again when the record or the program "
        "changes."
        for row in rows[:_MOST_NAMED]
    ]
    more = rows.count() - len(named)
    return [*named, f"{more:,} more trials are left out for such reasons."] if more > 0 else named
