"""A criterion in one spelling, with the way back to the source: outline ─▶ **normalised text** ─▶ readers.

Lower case, single spaces, no markdown escapes, "greater than or equal to" as ≥: the readers then need few
forms. Every position maps back to the source, so that findings can be quoted exactly.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from trialway.criteria.comparison_rules import COMPARISONS, NUMBER, SIGN_OF
from trialway.criteria.cues import contains_any

# One character for one, so that places stay.
_SPELLING = str.maketrans(
    {
        **dict.fromkeys("\t\n\r\x0b\x0c\xa0\u2002\u2003\u2009\u202f\u3000", " "),
        **dict.fromkeys("–—−‐‑‒～∼〜~", "-"),
        **dict.fromkeys("’‘`´", "'"),
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("⩾≧\uf0b3", "≥"),
        # The last one is the sign's place in the Symbol font, as Word files carry it.
        **dict.fromkeys("⩽≦\uf0a3", "≤"),
        **dict.fromkeys("⋅·∙•✕✖＊*", "×"),
        **dict(zip("＞﹥＜﹤（）；：，、。％＋µ²³⁹ⅠⅡⅢⅣ", ">><<();:,,.%+u239ⅰⅱⅲⅳ", strict=True)),
    }
)
# Whatever ``_SPELLING`` may change; most texts hold nothing of it, and this is cheaper to ask.
_SPELLED_OTHERWISE = re.compile(r"[^ -)+-_a-}]")
_ENTITY = r"&(?:amp;)?(?:amp|gt|lt|ge|le|#(?:8804|8805|61603|61619|x226[45]));"
_TIDY = re.compile(rf"  {{1,400}}|\\?{_ENTITY}|\\[!-/:-@\[-`{{-~×]|\\-")
_ENTITIES = {"amp": "&", "gt": ">", "lt": "<", "ge": "≥", "le": "≤"}
_ENTITIES |= {"#8804": "≤", "#8805": "≥", "#61603": "≤", "#61619": "≥", "#x2264": "≤", "#x2265": "≥"}
# Signs whose bytes were read in another encoding (UTF-8 as Windows-1252, GB 2312 as Latin-1), and letters
# without a width.
_MISREAD = re.compile(r"â[‰\x89]?[¤¥]|ï[‚\x82][£3]|¡[üý]|[\xad\u200b\u2060\ufeff]")
_MISREAD_SIGNS = {"¤": "≤", "¥": "≥", "£": "≤", "3": "≥", "ü": "≤", "ý": "≥"}
_MAY_BE_MISREAD = ("â", "ï", "¡", "\xad", "\u200b", "\u2060", "\ufeff")
# ≤ and ≥ of an old Macintosh arrive as small figures; in front of a number they are no exponents.
_SMALL_FIGURE = re.compile(r"(?<![\w)\]^.%‚\x82])[²³](?= ?\d)")

_COMPARE = COMPARISONS.any_of()
# What a comparison starts with: tried first, for the pattern above is expensive to try at every character.
_FIRST_WORD = re.compile(
    r"(?<![a-z])(?:>|<|=|-/?>|≥|≤|greater|more|higher|older|longer|less|lower|smaller|fewer|younger|shorter|equal|same"
    r"|inferior|superior|at (?:the )?(?:least|most)|no[tr]? |a m[ia]|minimum|maximum|but "
    r"|do(?:es)? not|must not|should not|up to|above|over|exceed|below|under)"
)
_COMPARED = tuple(SIGN_OF[row.id.split(".")[1]] for row in COMPARISONS)
# What a text must hold for the pattern to be worth a search.
_COMPARING_WORDS = "< > = ≥ ≤ than least most over above below under minimum maximum exceed equal inferior"
_COMPARING = (*_COMPARING_WORDS.split(), "superior", "up to", "same or", "no less")
_DIGIT = re.compile(r"\d")
_SPELLED = re.compile(NUMBER)


class NormalisedText(Struct, frozen=True):
    """``text`` in one spelling; ``sources[i]`` is the place in the source of its i-th character."""

    text: str
    sources: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Places in the source of ``text[start:end]``."""
        return self.sources[start], max(self.sources[start], self.sources[end])


def normalise_text(source: str, start: int, end: int) -> NormalisedText:
    """``source[start:end]`` in one spelling."""
    words = source[start:end]
    if _SPELLED_OTHERWISE.search(words):
        if "²" in words or "³" in words:
            words = _SMALL_FIGURE.sub("?", words)
        words = words.translate(_SPELLING)
    small = words.lower()
    # "İ" becomes two characters in small letters.
    text = (
        small if len(small) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
    )
    folded = NormalisedText(text, range(start, end + 1))
    if "  " in text or "\\" in text or "&" in text:
        folded = _substitute(folded, _TIDY.finditer(folded.text), _tidy)
    if not folded.text.isascii() and contains_any(folded.text, _MAY_BE_MISREAD):
        folded = _substitute(folded, _MISREAD.finditer(folded.text), _sign_meant)
    if contains_any(folded.text, _COMPARING) and _has_number(folded.text):
        folded = _substitute(folded, _comparisons(folded.text), _compare)
    return folded


def _has_number(text: str) -> bool:
    return bool(_DIGIT.search(text) or _SPELLED.search(text))


def _tidy(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == " ":
        return " "
    entity = _ENTITIES.get(found.strip("\\&;").removeprefix("amp;"))
    return entity or found[1:]


def _sign_meant(match: re.Match[str]) -> str:
    return _MISREAD_SIGNS.get(match[0][-1], "")


def _compare(match: re.Match[str]) -> str:
    sign = _COMPARED[(match.lastindex or 1) - 1]
    # A bare "<" or ">" stays as it is; words become their sign, set apart from the number.
    return sign if not match[0][0].isalpha() else sign + (" " if match[0][-1] == " " else "")


def _comparisons(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for start in _FIRST_WORD.finditer(text):
        match = _COMPARE.match(text, start.start()) if start.start() >= end else None
        if match:
            end = match.end()
            yield match


def _substitute(
    folded: NormalisedText, matches: Iterable[re.Match[str]], replace: Callable[[re.Match[str]], str]
) -> NormalisedText:
    text, sources = folded.text, folded.sources
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in matches:
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
    return NormalisedText("".join(pieces), places)
