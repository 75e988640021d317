"""Trials of records: made and numbered with the versions, in the same transaction.

What needs a record to be read (its other addresses, what could not be read) is made later, by the pipeline,
in the order of the changes.
"""

from django.db.models import F

from trialway.archive.models import Counter, Link, Record, RemovedTrial, Slug, Trial
from trialway.archive.rows import insert, reserve_keys, update

_CHANGE = "change"


def latest_change() -> int:
    """The store's counter: how many times the trials have changed so far."""
    return Counter.objects.get(name=_CHANGE).value


def next_changes(count: int) -> range:
    """The next change numbers, taken from the counter in the database; the caller is in a transaction."""
    Counter.objects.filter(name=_CHANGE).update(value=F("value") + count)
    last = latest_change()
    return range(last - count + 1, last + 1)


def follow(records: list[Record]) -> None:
    """These records have other current versions now: new ones get a trial, trials a change number."""
    linked = set(
        Link.objects.filter(record__in=[record.pk for record in records]).values_list("record_id", flat=True)
    )
    renumber(linked)
    _make_trials([record for record in records if record.pk not in linked])


def renumber(linked: set[int]) -> None:
    """The trials of these records have changed: each gets the next change number."""
    links = Link.objects.filter(record__in=linked)
    touch(list(links.values_list("trial", flat=True).distinct().order_by("trial")))


def touch(trials: list[int]) -> None:
    """These trials have changed: each gets the next change number, in this order."""
    if trials:
        update(Trial, ("change",), zip(next_changes(len(trials)), trials, strict=True))


def remove(trial: int) -> None:
    """The trial is no more; what was made of it learns so by the change number."""
    change = next_changes(1)[0]
    if Trial.objects.filter(pk=trial).delete()[0]:
        RemovedTrial.objects.create(number=trial, change=change)


def _make_trials(records: list[Record]) -> None:
    """A record that belongs to no trial yet gets a trial of its own, at the address of its number."""
    if not records:
        return
    pairs = list(zip(reserve_keys(Trial, len(records)), records, strict=True))
    changes = next_changes(len(pairs))
    insert(
        Trial, ("id", "change"), ((trial, change) for (trial, _), change in zip(pairs, changes, strict=True))
    )
    insert(
        Link,
        ("trial_id", "record_id", "evidence", "strength", "decided_by"),
        ((trial, record.pk, "its own number", "certain", "rule") for trial, record in pairs),
    )
    insert(
        Slug, ("slug", "trial_id", "canonical"), ((record.record_id, trial, True) for trial, record in pairs)
    )
