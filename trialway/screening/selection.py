"""The trials that the check judges: one trial, or the first thousand of a search ─▶ **TrialSelection**.

Here the archive is read; presenters get the selection and the trials to show.
"""

from collections.abc import Sequence

from trialway.archive.trials import find_address, get_trial, trials_numbered
from trialway.fit.trial_set import build_trial_set
from trialway.pipeline.criteria import readings
from trialway.screening.trial_selection import MOST_TRIALS, TrialSelection
from trialway.search.engine.base import Engine
from trialway.search.interpretation.interpret_request import interpret_request
from trialway.search.language.expansion import expand_query
from trialway.trial import Trial

# Reading takes milliseconds a trial, and somebody waits; the rest comes with the next steps.
MOST_READ_AT_ONCE = 80


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


def trials_at(selection: TrialSelection, places: Sequence[int]) -> dict[int, Trial]:
    """Place → trial, of these places of a selection, read from the archive at once."""
    if selection.trial is not None:
        return dict.fromkeys(places, selection.trial)
    numbers = [selection.numbers[place] for place in places]
    found = {trial.number: trial for trial in trials_numbered(numbers)}
    return {place: found[selection.numbers[place]] for place in places if selection.numbers[place] in found}
