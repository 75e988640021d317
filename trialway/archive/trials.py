"""Trials out of the archive: by address, by change, by number; raw versions are normalised when asked for."""

from collections.abc import Iterator
from typing import NamedTuple

from trialway.archive import compression
from trialway.archive.models import Link, Slug, Version
from trialway.archive.models import Trial as TrialRow
from trialway.registries.known import REGISTRIES
from trialway.trial import Source, Trial

_BATCH = 200


class Address(NamedTuple):
    """What an address leads to; ``canonical``: the slug that pages redirect to."""

    number: int
    change: int
    canonical: str


def find_address(slug: str) -> Address | None:
    """The trial that a registry number names, in any case; None when the store has none. One query."""
    found = (
        Slug.objects.filter(trial__slugs__slug=slug.strip().upper()[:64], canonical=True)
        .values_list("trial_id", "trial__change", "slug")
        .first()
    )
    return Address(*found) if found else None


def get_trial(number: int) -> Trial | None:
    """The trial with all its records at their current versions."""
    return next(_trials([number]), None)


def find_trial(slug: str) -> Trial | None:
    """The trial at an address, canonical or not."""
    address = find_address(slug)
    return get_trial(address.number) if address else None


def count_changed_after(change: int) -> int:
    """How many trials changed after the store's counter stood at ``change``."""
    return TrialRow.objects.filter(change__gt=change).count()


def trials_changed_after(change: int) -> Iterator[Trial]:
    """Those trials, in the order of their changes; nothing is held but one small batch."""
    while numbers := dict(
        TrialRow.objects.filter(change__gt=change).order_by("change").values_list("pk", "change")[:_BATCH]
    ):
        yield from _trials(list(numbers))
        change = max(numbers.values())


def _trials(numbers: list[int]) -> Iterator[Trial]:
    """In the order asked for; three queries for any number of trials and sites."""
    rows = TrialRow.objects.in_bulk(numbers)
    slugs = dict(Slug.objects.filter(trial__in=numbers, canonical=True).values_list("trial_id", "slug"))
    sources = _sources(numbers)
    for number in numbers:
        if number in rows and sources.get(number):
            yield Trial(number, slugs[number], rows[number].change, tuple(sources[number]))


def _sources(numbers: list[int]) -> dict[int, list[Source]]:
    links = (
        Link.objects.filter(trial__in=numbers, record__current__isnull=False)
        .exclude(strength="alias")
        .select_related("record__current")
        .order_by("trial", "record__registry", "record__record_id")
    )
    sources: dict[int, list[Source]] = {}
    for link in links:
        version = link.record.current
        assert version is not None, "the query asks for records with a current version"
        sources.setdefault(link.trial_id, []).append(_source(link, version))
    return sources


def _source(link: Link, version: Version) -> Source:
    raw = compression.decompress(bytes(version.blob), version.codec)
    record = REGISTRIES[link.record.registry].normalise(raw)
    return Source(record, version.first_seen, version.last_seen, link.evidence, link.record.withdrawn)


def change_of_every_trial() -> dict[int, int]:
    """Number of every trial → the store's counter at its last change."""
    return dict(TrialRow.objects.values_list("pk", "change"))
