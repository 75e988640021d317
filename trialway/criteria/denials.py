"""Where a criterion denies something, read or not: normalised text ─▶ **denials** ─▶ pages.

They decide nothing. A page that tells what is denied apart from what is asked for needs them also where the
rest of the words was not read.
"""

import re
from collections.abc import Iterator

from trialway.criteria.denial_rules import DENIALS

_ANY = DENIALS.any_of("denial.")
# How far a denial reaches, when nothing ends it before.
_REACH = re.compile(r"[^.;:,()]{0,80}(?![a-z])")


def denials_in(text: str) -> Iterator[tuple[int, int]]:
    """The places of what is denied, with the words that deny it."""
    end = 0
    for match in _ANY.finditer(text):
        if match.start() < end:
            continue
        reach = _REACH.match(text, match.end())
        end = reach.end() if reach else match.end()
        yield match.start(), end
