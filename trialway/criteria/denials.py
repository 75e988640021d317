"""Where a criterion denies something, read or not: criterion ─▶ **denials** ─▶ pages.

They decide nothing. A page that tells what is denied apart from what is asked for needs them also where the
rest of the words was not read.
"""

import re
from collections.abc import Iterator

from trialway.criteria.denial_rules import DENIALS
from trialway.criteria.model import Criterion
from trialway.criteria.normalised_text import normalise_text

_ANY = DENIALS.any_of("denial.")
# How far a denial reaches, when nothing ends it before.
_REACH = re.compile(r"[^.;:,()]{0,80}(?![a-z])")


def denials_of(criterion: Criterion) -> Iterator[tuple[int, int]]:
    """The places in the source of what a criterion itself denies, with the words that deny it."""
    folded = normalise_text(criterion.text, 0, len(criterion.text))
    for place in _denials(folded.text):
        start, end = folded.span(*place)
        yield criterion.start + start, criterion.start + end


def _denials(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for match in _ANY.finditer(text):
        if match.start() < end:
            continue
        reach = _REACH.match(text, match.end())
        end = reach.end() if reach else match.end()
        yield match.start(), end
