"""A criterion in one spelling, with the way back to the registry's own: tree ─▶ **folded words** ─▶ kinds.

Small letters, single spaces, no markdown escapes, "greater than or equal to" as ≥: the readers then need
few forms.
Every place in the folded words maps back to the source, so that what is read can be quoted exactly.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# One character for one, so that places stay.
_SPELLING = str.maketrans(
    {
        **dict.fromkeys("\t\n\r\x0b\x0c\xa0\u2002\u2003\u2009\u202f\u3000", " "),
        **dict.fromkeys("–—−‐‑‒～∼〜~", "-"),
        **dict.fromkeys("’‘`´", "'"),
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("⩾≧", "≥"),
        **dict.fromkeys("⩽≦", "≤"),
        **dict.fromkeys("⋅·∙•✕✖＊*", "×"),
        **dict(zip("＞﹥＜﹤（）；：，、。％＋µ²³⁹ⅠⅡⅢⅣ", ">><<();:,,.%+u239ⅰⅱⅲⅳ", strict=True)),
    }
)
_TIDY = re.compile(r"  {1,400}|\\&(?:amp|gt|lt|ge|le);|&(?:amp|gt|lt|ge|le);|\\[!-/:-@\[-`{-~×]|\\-")
_ENTITIES = {"amp": "&", "gt": ">", "lt": "<", "ge": "≥", "le": "≤"}

_NUMBER = r"(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b|twelve\b)"
_BEFORE_NUMBER = rf"(?=(?: an| a| the)?(?: age| ages)?(?: of)? ?\(?[≥≤<>=-]? ?{_NUMBER})"
_COMPARISONS = (
    (r">(?: ?/ ?| or )?=(?: to)?|[=-]/?>|> =|≥ ?/?=|> or ≥|≥ or =|> ?= ?|> ?/ ?=", "≥"),
    (r"<(?: ?/ ?| or )?=(?: to)?|=/?<|< =|≤ ?/?=|< or ≤|≤ or =", "≤"),
    (
        r"(?:greater|more|higher|older) (?:than )?(?:or|and/or) (?:is )?equal(?: to| than)?(?: \([>≥]=?\))?",
        "≥",
    ),
    (
        r"(?:less|lower|smaller|fewer|younger) (?:than )?(?:or|and/or) equal(?: to| than)?(?: \([<≤]=?\))?",
        "≤",
    ),
    (
        r"(?:equal|same) (?:to )?(?:or|and) (?:greater|more|higher|older|superior|above|over)(?: than| to)?",
        "≥",
    ),
    (r"(?:equal|same) (?:to )?(?:or|and) (?:less|lower|smaller|below|younger)(?: than)?", "≤"),
    (r"(?:less|lower) than equal to|inferior or equal to", "≤"),
    (r"(?:greater|more) than equal to|more than equal to|superior or equal to", "≥"),
    (
        (
            rf"(?:at (?:the )?least|no[tr]? (?:less|fewer|lower|younger) than"
            rf"|(?:a )?minimum(?: age)?(?: of)?)(?: \([>≥]=?\))?{_BEFORE_NUMBER}"
        ),
        "≥",
    ),
    (
        (
            r"(?:at (?:the )?most|(?:but )?no[tr]? (?:more|greater|higher|older) than"
            r"|(?:but )?(?:do(?:es)? |must |should )?not exceed(?:ing)?"
            rf"|(?:a )?maximum(?: of)?|up to)(?: \([<≤]=?\))?{_BEFORE_NUMBER}"
        ),
        "≤",
    ),
    (
        (
            rf"(?:(?:greater|more|higher|older|longer) than|superior to|above|over|exceed(?:s|ing)?"
            rf"|>)(?: \(>\))?{_BEFORE_NUMBER}"
        ),
        ">",
    ),
    (
        (
            rf"(?:(?:less|lower|fewer|smaller|younger|shorter) than|inferior to|below|under"
            rf"|<)(?: \(<\))?{_BEFORE_NUMBER}"
        ),
        "<",
    ),
)
_COMPARE = re.compile("(?<![a-z])(?:" + "|".join(f"({pattern})" for pattern, _ in _COMPARISONS) + ")")
_COMPARED = tuple(sign for _, sign in _COMPARISONS)
_COMPARING = re.compile(
    r"[<>=≥≤]|than|at (?:the )?least|at most|over|above|below|"
    r"under|minimum|maximum|exceed|up to|equal|inferior|superior|"
    r"same or|no less"
)
_HAS_NUMBER = re.compile(rf"\d|{_NUMBER}")


@dataclass(frozen=True)
class Folded:
    """``text`` in one spelling; ``sources[i]`` is the place in the source of its i-th character."""

    text: str
    sources: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Places in the source of ``text[start:end]``."""
        return self.sources[start], max(self.sources[start], self.sources[end])


def fold(source: str, start: int, end: int) -> Folded:
    """``source[start:end]`` folded."""
    words = source[start:end].translate(_SPELLING)
    small = words.lower()
    # "İ" becomes two characters in small letters.
    text = (
        small if len(small) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
    )
    folded = Folded(text, range(start, end + 1))
    if "  " in text or "\\" in text or "&" in text:
        folded = _substitute(folded, _TIDY, _tidy)
    if _COMPARING.search(folded.text) and _HAS_NUMBER.search(folded.text):
        folded = _substitute(folded, _COMPARE, _compare)
    return folded


def _tidy(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == " ":
        return " "
    entity = _ENTITIES.get(found.strip("\\&;"))
    return entity or found[1:]


def _compare(match: re.Match[str]) -> str:
    sign = _COMPARED[(match.lastindex or 1) - 1]
    # A bare "<" or ">" stays as it is; words become their sign, set apart from the number.
    return sign if not match[0][0].isalpha() else sign + (" " if match[0][-1] == " " else "")


def _substitute(folded: Folded, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> Folded:
    text, sources = folded.text, folded.sources
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in pattern.finditer(text):
        new = replace(match)
        pieces += (text[at : match.start()], new)
        places += sources[at : match.start()]
        # An escape gives its place to the character that stays.
        places += [sources[match.start()]] * len(new)
        at = match.end()
    if not at:
        return folded
    pieces.append(text[at:])
    places += sources[at:]
    return Folded("".join(pieces), places)
