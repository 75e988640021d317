"""Trials of records: made and numbered with the versions, in the same transaction.

What needs a record to be read (its other addresses, what could not be read) is made later, by the pipeline,
in the order of the changes.
"""

from collections.abc import Iterable

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


def update_trials(records: list[Record], moved: set[int]) -> None:
    """Every record gets a trial, and its trial an address, that has none; of those that have another current
    version now, the ``moved``, the trial gets a change number."""
    links = Link.objects.filter(record__in=[record.pk for record in records])
    trials = dict(links.values_list("record_id", "trial_id"))
    bump_change(moved & trials.keys())
    _make_trials(_linked_again([record for record in records if record.pk not in trials]))
    _give_addresses({trials[record.pk]: record for record in records if record.pk in trials})


def bump_change(linked: set[int]) -> None:
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


def _linked_again(records: list[Record]) -> list[Record]:
    """Those that do need a trial of their own: where one stands at the address of a record's number, the
    record has only lost its link. A number that was but another address of a trial is its own record's."""
    taken = Slug.objects.filter(slug__in=[record.record_id for record in records])
    trials = dict(taken.filter(canonical=True).values_list("slug", "trial_id"))
    taken.filter(canonical=False).delete()
    lost = [record for record in records if record.record_id in trials]
    _link((trials[record.record_id], record) for record in lost)
    touch(sorted({trials[record.record_id] for record in lost}))
    return [record for record in records if record.record_id not in trials]


def _link(pairs: Iterable[tuple[int, Record]]) -> None:
    insert(
        Link,
        ("trial_id", "record_id", "evidence", "strength", "decided_by"),
        ((trial, record.pk, "its own number", "certain", "rule") for trial, record in pairs),
    )


def _give_addresses(records: dict[int, Record]) -> None:
    """Trial → a record of it, at whose number it stands if it has lost its address."""
    addressed = Slug.objects.filter(trial__in=records, canonical=True).values_list("trial_id", flat=True)
    lost = sorted(records.keys() - set(addressed))
    for trial in lost:
        slug = records[trial].record_id
        Slug.objects.update_or_create(slug=slug, defaults={"trial_id": trial, "canonical": True})
    touch(lost)


def _make_trials(records: list[Record]) -> None:
    """A record that belongs to no trial yet gets a trial of its own, at the address of its number."""
    if not records:
        return
    pairs = list(zip(reserve_keys(Trial, len(records)), records, strict=True))
    changes = next_changes(len(pairs))
    insert(
        Trial, ("id", "change"), ((trial, change) for (trial, _), change in zip(pairs, changes, strict=True))
    )
    _link(pairs)
    insert(
        Slug, ("slug", "trial_id", "canonical"), ((record.record_id, trial, True) for trial, record in pairs)
    )
