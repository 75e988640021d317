"""What is made of the current versions of records. All of it can be made again from them.

Trials and their addresses are made at once, with the versions. What needs a record to be read, its other
addresses, identifiers and oddities, is made when the index takes the trial in, in the same order of changes.
"""

import itertools
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Max

from trialway.archive.details import Details
from trialway.archive.models import Identifier, Link, Oddity, Record, Slug, Trial
from trialway.archive.rows import insert, reserve_keys, update
from trialway.search.document.encode_document import EncodedDocument

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


def derive_details(read: Iterable[tuple[EncodedDocument, Details]]) -> Iterator[EncodedDocument]:
    """Pass the documents on after making other addresses, identifiers and oddities of their trials anew."""
    read = iter(read)
    while batch := list(itertools.islice(read, _BATCH)):
        with transaction.atomic():
            _write([details for _, details in batch])
        yield from (document for document, _ in batch)


def _write(batch: list[Details]) -> None:
    records = [key for details in batch for key in details.records]
    Identifier.objects.filter(record__in=records).delete()
    Oddity.objects.filter(record__in=records).delete()
    Slug.objects.bulk_create(
        (
            Slug(slug=alias[:64], trial_id=details.number, canonical=False)
            for details in batch
            for alias in details.aliases
        ),
        ignore_conflicts=True,
    )
    identifiers = (row for details in batch for row in details.identifiers)
    insert(Identifier, ("record_id", "value", "plain", "kind", "issuer", "role"), identifiers)
    insert(
        Oddity, ("record_id", "what", "place", "raw"), (row for details in batch for row in details.oddities)
    )
