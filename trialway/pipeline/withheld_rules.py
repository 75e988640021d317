"""Rules that decide nothing, since their own record contradicts them: archive ─▶ **rows** ─▶ check."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from trialway.archive.stored import read_trial
from trialway.archive.trials import stored_trials
from trialway.criteria import Criteria, read_criteria
from trialway.criteria.conflicts import TEXT_AGES, TEXT_CONTRADICTS, TEXT_DISEASES

_BATCH = 200
_REASONS = {
    TEXT_CONTRADICTS: "another rule says the opposite",
    TEXT_AGES: "two rules ask for different ages",
    TEXT_DISEASES: "two rules ask for illnesses that nobody has both",
}
_OF_A_FIELD = "the field ‘{}’ of the record says something else"


class WithheldRule(Struct, frozen=True):
    """``words`` are the registry's; ``reason`` says what contradicts them."""

    trial: str
    record: str
    words: str
    reason: str


def withheld_rules(numbers: Sequence[int], done: Callable[[int], None]) -> Iterator[WithheldRule]:
    """Of these trials, in their order; ``done`` is told how many trials are read."""
    for start in range(0, len(numbers), _BATCH):
        for stored in stored_trials(numbers[start : start + _BATCH]):
            trial = read_trial(stored)
            for source in trial.sources:
                criteria = read_criteria(source.record.eligibility)
                for words, reason in _withheld(criteria):
                    yield WithheldRule(trial.slug, source.record.record_id, words, reason)
        done(min(start + _BATCH, len(numbers)))


def _withheld(criteria: Criteria) -> Iterator[tuple[str, str]]:
    for conflict in criteria.conflicts:
        reason = _REASONS.get(conflict.field) or _OF_A_FIELD.format(conflict.field.replace("_", " "))
        yield " ".join(criteria.source[conflict.start : conflict.end].split()), reason
