"""Trials ─▶ their rules, kept from before or read now: archive ─▶ **criteria** ─▶ the check."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from django.db.models import Count
from msgspec import Struct

from trialway.archive.models import CriteriaReading, Link, Record, Slug
from trialway.archive.stored import read_trial
from trialway.archive.trials import contents_of, stored_trials
from trialway.fit.rules import TrialRules
from trialway.fit.trial_rules import rules_of_trial
from trialway.pipeline import rules_cache
from trialway.pipeline.failures import reason_of

_BATCH = 200
_MOST_NAMED = 20


class Readings(Struct, frozen=True):
    """``numbers`` and ``rules`` go together; ``unread`` are trials whose turn has not come yet."""

    numbers: tuple[int, ...]
    rules: tuple[TrialRules, ...]
    unread: int = 0


def readings(numbers: Sequence[int], *, most_new: int | None = None) -> Readings:
    """The rules of trials, in their order; at most ``most_new`` are read now, those that come first.

    Trials whose criteria this program fails on are left out; ``unreadable`` names them.
    """
    keys = contents_of(numbers)
    found = rules_cache.load(keys.values())
    missing = [number for number in numbers if number in keys and keys[number] not in found]
    now = missing[:most_new]
    if now:
        new, failed = _read(keys, now)
        rules_cache.save(new, failed)
        found |= new
    rules = {number: each for number in numbers if (each := found.get(keys.get(number, b""))) is not None}
    return Readings(tuple(rules), tuple(rules.values()), len(missing) - len(now))


def read_ahead(numbers: Sequence[int]) -> Iterator[int]:
    """Read what is not kept, batch by batch; gives how many trials are done."""
    rules_cache.forget_other_readers()
    for start in range(0, len(numbers), _BATCH):
        readings(numbers[start : start + _BATCH])
        yield min(start + _BATCH, len(numbers))


def unreadable() -> list[str]:
    """A sentence for each trial whose criteria could not be read, and what to do."""
    failed = CriteriaReading.objects.filter(rules=None, reader=rules_cache.reader_version())
    reasons = {bytes(key): reason for key, reason in failed.values_list("content_hash", "reason")}
    named = {**_of_one_record(reasons), **_of_several_records(reasons)} if reasons else {}
    return [
        f"{slug}: its criteria cannot be checked against answers, because this program fails on them "
        f"({reasons[key]}). Please report it; they are read again when the record or the program "
        "changes."
        for slug, key in sorted(named.items())[:_MOST_NAMED]
    ]


def _of_one_record(keys: Collection[bytes]) -> dict[str, bytes]:
    """Record → its content, of those among the keys."""
    records = Record.objects.filter(current__content_hash__in=list(keys))
    return {name: bytes(key) for name, key in records.values_list("record_id", "current__content_hash")}


def _of_several_records(keys: Collection[bytes]) -> dict[str, bytes]:
    """Address of a trial → the content of all its records together, of those among the keys."""
    links = Link.objects.exclude(strength="alias").values("trial").annotate(records=Count("pk"))
    trials = links.filter(records__gt=1).values_list("trial", flat=True)
    failed = {number: key for number, key in contents_of(list(trials)).items() if key in keys}
    slugs = Slug.objects.filter(trial__in=list(failed), canonical=True)
    return {slug: failed[number] for slug, number in slugs.values_list("slug", "trial_id")}


def _read(
    keys: Mapping[int, bytes], numbers: Sequence[int]
) -> tuple[dict[bytes, TrialRules], dict[bytes, str]]:
    """By content: the rules, and why others cannot be read."""
    rules: dict[bytes, TrialRules] = {}
    failed: dict[bytes, str] = {}
    for stored in stored_trials(numbers):
        try:
            rules[keys[stored.number]] = rules_of_trial(read_trial(stored))
        except Exception as error:  # noqa: BLE001 - whatever one record makes go wrong must not stop the others
            failed[keys[stored.number]] = reason_of(error)
    return rules, failed
