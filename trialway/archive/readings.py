"""Trials ─▶ their rules, kept from before or read now: archive ─▶ **readings** ─▶ the check."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from trialway.archive.trials import contents_of, trials_numbered
from trialway.data_folder import DataFolder
from trialway.fit import kept
from trialway.fit.rules import Rules
from trialway.fit.trial_rules import rules_of_trial

_BATCH = 200


class Readings(Struct, frozen=True):
    """``numbers`` and ``rules`` go together; ``unread`` are trials whose turn has not come yet."""

    numbers: tuple[int, ...]
    rules: tuple[Rules, ...]
    unread: int = 0


def readings(folder: DataFolder, numbers: Sequence[int], *, most_new: int | None = None) -> Readings:
    """The rules of trials, in their order; at most ``most_new`` are read now, those that come first."""
    keys = contents_of(numbers)
    found = kept.load(folder.readings, keys.values())
    missing = [number for number in numbers if number in keys and keys[number] not in found]
    now = missing[:most_new]
    if now:
        new = {keys[number]: rules for number, rules in _read(now)}
        kept.save(folder.readings, new)
        found |= new
    held = [number for number in numbers if number in keys and keys[number] in found]
    return Readings(tuple(held), tuple(found[keys[number]] for number in held), len(missing) - len(now))


def read_ahead(folder: DataFolder, numbers: Sequence[int]) -> Iterator[int]:
    """Read what is not kept, batch by batch; gives how many trials are done."""
    for start in range(0, len(numbers), _BATCH):
        readings(folder, numbers[start : start + _BATCH])
        yield min(start + _BATCH, len(numbers))


def _read(numbers: Sequence[int]) -> Iterator[tuple[int, Rules]]:
    for trial in trials_numbered(numbers):
        yield trial.number, rules_of_trial(trial)
