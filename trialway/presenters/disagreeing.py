"""Where registries say different things of one trial: Chosen ─▶ **each value with its record** ─▶ pages."""

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from trialway.presenters.registry_text import RegistryText, StatedValue, coded
from trialway.record import TrialRecord
from trialway.registries.known import label_of
from trialway.trial import Chosen, Source, Trial
from trialway.vocabulary.age import Duration
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.sex import SEX
from trialway.vocabulary.status import STATUS

T = TypeVar("T")
Say = Callable[[T, TrialRecord], RegistryText]


class Disagreement(Struct, frozen=True):
    """``term`` names the field: "status"."""

    term: str
    stated: tuple[StatedValue, ...]

    @property
    def text(self) -> str:
        """One sentence without marks of language, for a terminal or a sheet."""
        return f"The registries disagree about the {self.term}: {stated_text(self.stated)}."


def stated_text(stated: tuple[StatedValue, ...]) -> str:
    """``Recruiting (registry and number); Completed (…)`` as plain text."""
    return "; ".join(f"{each.words.text} ({each.source})" for each in stated)


def source_name(source: Source) -> str:
    return f"{label_of(source.record.registry)} {source.record.record_id}"


def stated(found: Chosen[T], say: Say[T]) -> tuple[StatedValue, ...]:
    """Every record's value, that shown first; nothing when all say the same."""
    if not found.disagreeing:
        return ()
    return tuple(
        StatedValue(say(claim.value, claim.source.record), source_name(claim.source))
        for claim in found.claims
    )


def with_disagreement(words: RegistryText, found: Chosen[T], say: Say[T]) -> RegistryText:
    """The words of the chosen value with what every record says, where they disagree."""
    every = stated(found, say)
    return replace(words, disagreement=every) if every else words


def weighty(trial: Trial) -> tuple[Disagreement, ...]:
    """What matters to somebody who thinks of joining: status, ages and sex."""
    every = (
        _one("status", trial.choose(lambda record: record.recruitment.status), status_words),
        _one("youngest age", trial.choose(lambda record: record.eligibility.minimum_age), age),
        _one("oldest age", trial.choose(lambda record: record.eligibility.maximum_age), age),
        _one(
            "sex",
            trial.choose(lambda record: record.eligibility.sex),
            lambda value, of: coded(SEX, value, of),
        ),
    )
    return tuple(one for one in every if one)


def _one(term: str, found: Chosen[T] | None, say: Say[T]) -> Disagreement | None:
    every = stated(found, say) if found else ()
    return Disagreement(term, every) if every else None


def status_words(value: Coded, record: TrialRecord) -> RegistryText:
    return coded(STATUS, value, record)


def age(value: Duration, _record: TrialRecord) -> RegistryText:
    return RegistryText(value.words)
