"""The trials that the check judges: one trial, or the first thousand of a search ─▶ **TrialSelection**."""

from collections.abc import Sequence

from msgspec import Struct

from trialway.archive.trials import find_address, get_trial, trials_numbered
from trialway.fit.trial_set import TrialSet, build_trial_set
from trialway.pipeline.criteria import readings
from trialway.search.engine.base import Engine
from trialway.search.engine.hit import Hit
from trialway.search.interpretation.interpret_request import interpret_request
from trialway.search.language.expansion import expand_query
from trialway.search.query.query import Query
from trialway.search.results.answer import Result, matched_site
from trialway.trial import Trial

# Beyond the first thousand of a search hardly anything is about what was searched for.
MOST_TRIALS = 1000
# Reading takes milliseconds a trial, and somebody waits; the rest comes with the next steps.
MOST_READ_AT_ONCE = 80


class TrialSelection(Struct, frozen=True):
    """``trials`` and ``numbers`` go together. ``total`` is how many a search finds, ``unread`` how many of
    the first thousand have not been read yet, ``trial`` the one trial."""

    trials: TrialSet
    numbers: tuple[int, ...]
    total: int
    unread: int = 0
    trial: Trial | None = None
    query: Query = Query()
    hits: tuple[Hit, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """Of the one trial, else ""."""
        return self.trial.slug if self.trial else ""

    def found(self, place: int) -> Result:
        """What a list shows of a trial of a search."""
        hit = next(hit for hit in self.hits if hit.number == self.numbers[place])
        return Result(hit.card, None, (), matched_site(hit))

    def records(self, places: Sequence[int]) -> dict[int, Trial]:
        """Place → trial, read from the archive."""
        if self.trial is not None:
            return dict.fromkeys(places, self.trial)
        numbers = [self.numbers[place] for place in places]
        found = {trial.number: trial for trial in trials_numbered(numbers)}
        return {place: found[self.numbers[place]] for place in places if self.numbers[place] in found}


def select_trial(slug: str) -> TrialSelection | None:
    """The one trial at an address; None when there is none whose criteria can be read."""
    address = find_address(slug)
    if address is None:
        return None
    trial, read = get_trial(address.number), readings([address.number])
    if trial is None or not read.numbers:
        return None
    return TrialSelection(build_trial_set(read.rules), read.numbers, 1, trial=trial)


def select_by_search(engine: Engine, query_string: str) -> TrialSelection:
    """The first trials that a search finds, as the search page orders them."""
    understood = interpret_request(engine, query_string)
    query = understood.query.with_page(1)
    matched = engine.match(expand_query(engine.words, query).query, limit=MOST_TRIALS)
    read = readings([hit.number for hit in matched.hits], most_new=MOST_READ_AT_ONCE)
    return TrialSelection(
        build_trial_set(read.rules),
        read.numbers,
        matched.total,
        read.unread,
        query=query,
        hits=matched.hits,
        problems=tuple(problem.sentence for problem in understood.problems),
    )
