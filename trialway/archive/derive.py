"""What is made of the current version of a record: trial, slugs, identifiers, oddities. All rebuildable."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db.models import Max

from trialway.archive.models import Identifier, Link, Oddity, Record, Slug, Trial
from trialway.linking import plain_identifier
from trialway.record import TrialRecord
from trialway.registries.known import REGISTRIES


class Current(NamedTuple):
    """A record whose current version is now ``raw``."""

    record: Record
    raw: bytes


def derive(currents: list[Current]) -> None:
    """Make everything anew that follows from these records; their trials get a new change number."""
    read = [
        (current.record, REGISTRIES[current.record.registry].normalise(current.raw)) for current in currents
    ]
    rows = [record for record, _ in read]
    linked = set(Link.objects.filter(record__in=rows).values_list("record_id", flat=True))
    renumber(linked)
    _make_trials([record for record in rows if record.pk not in linked])
    Slug.objects.bulk_create(_slugs(read), ignore_conflicts=True)
    Identifier.objects.filter(record__in=rows).delete()
    Identifier.objects.bulk_create(_identifiers(read))
    Oddity.objects.filter(record__in=rows).delete()
    Oddity.objects.bulk_create(_oddities(read))


def latest_change() -> int:
    """The store's counter: how many times the trials have changed so far."""
    return Trial.objects.aggregate(latest=Max("change"))["latest"] or 0


def renumber(linked: set[int]) -> None:
    """The trials of these records have changed: each gets the next change number."""
    change = latest_change()
    trials = list(Trial.objects.filter(links__record__in=linked).distinct().order_by("pk"))
    for place, trial in enumerate(trials, 1):
        trial.change = change + place
    Trial.objects.bulk_update(trials, ["change"])


def _make_trials(records: list[Record]) -> None:
    """A record that belongs to no trial yet gets a trial of its own, at the address of its number."""
    change = latest_change()
    made = Trial.objects.bulk_create(Trial(change=change + place) for place in range(1, len(records) + 1))
    pairs = list(zip(made, records, strict=True))
    Link.objects.bulk_create(
        Link(trial=trial, record=record, evidence="its own number", strength="certain", decided_by="rule")
        for trial, record in pairs
    )
    Slug.objects.bulk_create(
        Slug(slug=record.record_id, trial=trial, canonical=True) for trial, record in pairs
    )


def _slugs(read: list[tuple[Record, TrialRecord]]) -> Iterator[Slug]:
    trials = dict(
        Link.objects.filter(record__in=[row for row, _ in read]).values_list("record_id", "trial_id")
    )
    for row, record in read:
        for identifier in record.identifiers:
            if identifier.role == "alias":
                yield Slug(slug=identifier.value[:64], trial_id=trials[row.pk], canonical=False)


def _identifiers(read: Iterable[tuple[Record, TrialRecord]]) -> Iterator[Identifier]:
    for row, record in read:
        for each in record.identifiers:
            yield Identifier(
                record=row,
                value=each.value,
                plain=plain_identifier(each.value)[:64],
                kind=(each.kind.code or "") if each.kind else "",
                issuer=each.issuer or "",
                role=each.role,
            )


def _oddities(read: Iterable[tuple[Record, TrialRecord]]) -> Iterator[Oddity]:
    for row, record in read:
        for left in record.left_out:
            yield Oddity(record=row, what="left out", place=left.path[:200], raw=left.raw[:200])
        for unknown in record.unknown_values:
            yield Oddity(record=row, what="unknown", place=unknown.concept, raw=unknown.raw[:200])
