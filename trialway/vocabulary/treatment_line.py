"""At which point of a disease a treatment is tried, read from titles and keywords: words ─▶ **line** codes.

Only what says it outright counts: no registry has a field for it.
"""

import re
from collections.abc import Iterable

LABELS = {
    "before_surgery": "before surgery",
    "after_surgery": "after surgery",
    "first": "first treatment",
    "second_or_later": "after an earlier treatment",
    "maintenance": "maintenance",
}
_WORDS = {
    "before_surgery": r"neo-?adjuvant|pre-?operative (?:chemo|radio|therapy|treatment)",
    "after_surgery": r"(?<!neo)(?<!neo-)\badjuvant|post-?operative (?:chemo|radio|therapy|treatment)",
    "first": r"(?:first|1st|front)[- ]line|(?:previously|newly)[- ](?:untreated|diagnosed)"
    r"|treatment[- ]na(?:i|ï)ve|untreated (?:patients|advanced|metastatic)",
    "second_or_later": r"(?:second|2nd|third|3rd|later|fourth)[- ]line|\brelapsed?\b|\brefractory\b"
    r"|previously[- ]treated|pre-?treated",
    "maintenance": r"\bmaintenance (?:therapy|treatment|of|with|chemo)",
}
# Looked for first: most titles have none of these, and to look for letters takes no time.
_LETTERS = {
    "before_surgery": ("adjuvant", "operative"),
    "after_surgery": ("adjuvant", "operative"),
    "first": ("line", "untreated", "diagnosed", "naive", "naïve"),
    "second_or_later": ("line", "laps", "refractory", "treated"),
    "maintenance": ("maintenance",),
}
_LINES = {code: re.compile(words, re.IGNORECASE) for code, words in _WORDS.items()}
LONGEST = 1000


def lines_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The codes of ``LABELS`` that the texts name, in the order of a treatment."""
    text = " \n ".join(text[:LONGEST] for text in texts).lower()
    return tuple(
        code
        for code, words in _LINES.items()
        if any(letters in text for letters in _LETTERS[code]) and words.search(text)
    )
