"""What the check looks at: trials with their rules and how the search shows them ─▶ steps and presenters.

Plain values: nothing here reads the archive.
"""

from msgspec import Struct

from trialway.fit.trial_set import TrialSet
from trialway.search.engine.hit import Hit
from trialway.search.query.query import Query
from trialway.search.results.answer import Result, matched_site
from trialway.trial import Trial

# Beyond the first thousand of a search hardly anything is about what was searched for.
MOST_TRIALS = 1000


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
