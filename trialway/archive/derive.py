"""What is made of the current versions of records. All of it can be made again from them.

Trials and their addresses are made at once, with the versions. What needs a record to be read, its other
addresses, identifiers and oddities, is made when the index takes the trial in, in the same order of changes.
"""

import itertools
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Max

from trialway.archive.models import Identifier, Link, Oddity, Record, Slug, Trial
from trialway.archive.rows import insert, reserve_keys, update
from trialway.linking import plain_identifier
from trialway.record import TrialRecord
from trialway.trial import Trial as ReadTrial

_BATCH = 200


def latest_change() -> int:
    """The store's counter: how many times the trials have changed so far."""
    return Trial.objects.aggregate(latest=Max("change"))["latest"] or 0


def follow(records: list[Record]) -> None:
    """These records have other current versions now: new ones get a trial, trials a change number."""
    linked = set(
        Link.objects.filter(record__in=[record.pk for record in records]).values_list("record_id", flat=True)
    )
    renumber(linked)
    _make_trials([record for record in records if record.pk not in linked])


def renumber(linked: set[int]) -> None:
    """The trials of these records have changed: each gets the next change number."""
    trials = (
        Link.objects.filter(record__in=linked).values_list("trial", flat=True).distinct().order_by("trial")
    )
    update(Trial, ("change",), zip(itertools.count(latest_change() + 1), list(trials), strict=False))


def _make_trials(records: list[Record]) -> None:
    """A record that belongs to no trial yet gets a trial of its own, at the address of its number."""
    pairs = list(zip(reserve_keys(Trial, len(records)), records, strict=True))
    change = itertools.count(latest_change() + 1)
    insert(Trial, ("id", "change"), ((trial, next(change)) for trial, _ in pairs))
    insert(
        Link,
        ("trial_id", "record_id", "evidence", "strength", "decided_by"),
        ((trial, record.pk, "its own number", "certain", "rule") for trial, record in pairs),
    )
    insert(
        Slug, ("slug", "trial_id", "canonical"), ((record.record_id, trial, True) for trial, record in pairs)
    )


def derive_details(trials: Iterable[ReadTrial]) -> Iterator[ReadTrial]:
    """Pass the trials on after making the other addresses, identifiers and oddities of their records."""
    trials = iter(trials)
    while batch := list(itertools.islice(trials, _BATCH)):
        with transaction.atomic():
            _derive(batch)
        yield from batch


def _derive(trials: list[ReadTrial]) -> None:
    records = [(trial.number, source.record) for trial in trials for source in trial.sources]
    keys = _keys([record for _, record in records])
    Identifier.objects.filter(record__in=keys.values()).delete()
    Oddity.objects.filter(record__in=keys.values()).delete()
    Slug.objects.bulk_create(
        (
            Slug(slug=identifier.value[:64], trial_id=number, canonical=False)
            for number, record in records
            for identifier in record.identifiers
            if identifier.role == "alias"
        ),
        ignore_conflicts=True,
    )
    rows = [(keys[record.registry, record.record_id], record) for _, record in records]
    insert(Identifier, ("record_id", "value", "plain", "kind", "issuer", "role"), _identifiers(rows))
    insert(Oddity, ("record_id", "what", "place", "raw"), _oddities(rows))


def _keys(records: list[TrialRecord]) -> dict[tuple[str, str], int]:
    found = Record.objects.filter(
        registry__in={record.registry for record in records},
        record_id__in=[record.record_id for record in records],
    )
    return {
        (registry, number): pk for pk, registry, number in found.values_list("pk", "registry", "record_id")
    }


def _identifiers(rows: list[tuple[int, TrialRecord]]) -> Iterator[tuple[object, ...]]:
    for key, record in rows:
        for each in record.identifiers:
            kind = (each.kind.code or "") if each.kind else ""
            # PostgreSQL takes no text with a zero character in it.
            value, issuer = each.value.replace("\0", ""), (each.issuer or "").replace("\0", "")
            yield key, value, plain_identifier(value)[:64], kind, issuer, each.role


def _oddities(rows: list[tuple[int, TrialRecord]]) -> Iterator[tuple[object, ...]]:
    for key, record in rows:
        for left in record.left_out:
            yield key, "left out", left.path[:200], left.raw[:200].replace("\0", "")
        for unknown in record.unknown_values:
            yield key, "unknown", unknown.concept, unknown.raw[:200].replace("\0", "")
