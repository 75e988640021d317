"""How earlier treatments are written: "prior treatment with …", "chemotherapy-naive", "organ transplant".

normalised text ─▶ **the phrases** ─▶ prior_treatment, which says what each one claims.
"""

import re
from collections.abc import Iterator

from trialway.criteria.cues import contains_any
from trialway.criteria.readers.treatment_phrase_rules import TREATMENT_PHRASES

NAMED = TREATMENT_PHRASES.any_of("prior.named.")
_BRIEF = TREATMENT_PHRASES["prior.brief"]
_NEVER_TAKEN = TREATMENT_PHRASES["prior.no-prior-medicine"]
GENERAL = TREATMENT_PHRASES["prior.general"]
_LEADING = TREATMENT_PHRASES["prior.leading"]
NAIVE = TREATMENT_PHRASES["prior.naive"]
TRANSPLANT = TREATMENT_PHRASES["prior.transplant"]
EARLIER = (
    "prior",
    "previous",
    "earlier",
    "history of",
    "past",
    "received",
    "treated",
    "naive",
    "naïve",
    "untreated",
    "preceding",
)
# What a text must hold for each pattern to be worth a search.
_PATTERNS = (
    (NAMED, EARLIER),
    (_BRIEF, EARLIER),
    (_NEVER_TAKEN, ("no prior", "no previous", "no earlier", "without p")),
    (NAIVE, ("naive", "naïve")),
    (TRANSPLANT, ("transplant",)),
    (_LEADING, ("therap", "treatment")),
    (GENERAL, ("prior", "previous", "earlier", "preceding")),
)


def phrases_in(text: str) -> Iterator[tuple[re.Match[str], re.Pattern[str]]]:
    """All phrases with their patterns, ordered by pattern; they may overlap."""
    bare = _bare(text)
    for pattern, needles in _PATTERNS:
        if contains_any(bare, needles):
            for match in pattern.finditer(text):
                yield match, pattern


def may_tell(text: str) -> bool:
    """Whether a text can name an earlier treatment."""
    return contains_any(_bare(text), EARLIER) or "transplant" in text


def _bare(text: str) -> str:
    """The text without "prior to", which is common and starts no phrase."""
    return text.replace("prior to ", "")
