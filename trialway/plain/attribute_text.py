"""Whose words are whose: a group's text, the names of what it gets ─▶ **the text cut by names** ─▶ regimen.

The words between one drug's name and the next are that drug's. What stands beside no name is nobody's.
"""

import re
from bisect import bisect_left

from trialway.plain.dosing.parts import find_parts
from trialway.plain.named import Names
from trialway.plain.phrases import is_dummy, places_of
from trialway.record import Intervention

# "placebo matching atezolizumab" is placebo, and no atezolizumab.
_MATCHING = re.compile(
    r"\b(?:match(?:ed|ing|es)?(?: (?:for|in) [\w ]{1,40}?)?|identical|similar|placebo|appearance of"
    r"|mimic\w*|resembl\w+|looks? like|instead of|compared?|comparison|versus|vs)"
    r"(?: to| with| for)?(?: the)?(?: active)? $",
    re.IGNORECASE,
)
# "… target heart rate; 10 mg placebo once daily", but not "10 mg or placebo once daily".
_ITS_PLACEBO = re.compile(
    r"(?<!or )(?<!and )(?<!/)(?<!/ )(?<!or matching )(?<!or matched )(?<!or the )"
    r"(?<!vs )(?<!versus )(?<!no )(?<!double-)"
    r"\bplacebo\b(?!-controlled| controlled|-matched| arm| group)",
    re.IGNORECASE,
)
# Words on the drug that follows: "(days 1 to 30, drug; days 31 to 60, placebo)", "monthly nivolumab".
_OF_NEXT = re.compile(
    r"[(;]\s*days? \d[\d\s–-]*,\s*(?:active )?$"
    r"|\b(?:daily|weekly|monthly)(?: (?!and\b|plus\b|with\b|or\b|then\b|followed\b|combined\b)[\w-]+){1,2} $"
    r"|\b(?:of|with|and|plus|receives?) (?:daily|weekly|monthly) $",
    re.IGNORECASE,
)
# "5 g of agave inulin": the amount before a name is an amount of it.
_AMOUNT_BEFORE = re.compile(
    r"(?:(?<![\w.,/-])\d[\d.,]* ?(?:mg|milligrams?|mcg|µg|μg|ug|micrograms?|g|grams?|iu|units?|ml)(?:/\w+)?"
    r"(?: \([^()]{1,12}\))?(?: of| tablets? of| capsules? of| doses? of| tablets?| capsules?)? )?$",
    re.IGNORECASE,
)
# "X 5 g + 500 mg tablet of …": the last words before a name are on what it names, unless they say when.
_LEADS_TO_NEXT = re.compile(r"(?:\s\+|,|;|\b(?:plus|and|with|or)\b)[^+,;]{0,60}$", re.IGNORECASE)
_OF_DUMMY = re.compile(r"[ -](?:matching[ -]|matched[ -])?(?:placebos?|dummy|sham)\b", re.IGNORECASE)
# "twice daily, plus placebo": what stands before is on something else.
_JOINED = re.compile(r"\b(?:plus|with|and|combin\w*|followed|versus|or)\b|[+&]", re.IGNORECASE)
# How far back a name's lead is looked at.
_LEAD = 90
_IN_A_WORD = re.compile(r"\w")
_SENTENCE = re.compile(r"[.;]\s+(?=[A-Z])")


def attribute_text(text: str, names: Names) -> list[tuple[Intervention | None, str]]:
    """The text cut where another drug's name begins; what stands before the first name is nobody's."""
    given = names.given
    if not text:
        return []
    if len(given) == 1:
        return own_words(text, given[0])
    marks = find_names(text, names)
    if not marks:
        return [(names.drugs[0] if len(names.drugs) == 1 else None, text)]
    marks = _from_their_sentences(text, marks)
    pieces: list[tuple[Intervention | None, str]] = [(None, text[: marks[0][0]])] if marks[0][0] else []
    for number, (start, place) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        piece = text[start:end]
        last = number + 1 == len(marks)
        owner = given[place] if place >= 0 else None
        pieces.append((owner, piece if last else _without_next(piece)))
    return pieces


def _without_next(piece: str) -> str:
    piece = _OF_NEXT.sub("", piece)
    tail = _LEADS_TO_NEXT.search(piece)
    return (
        piece[: tail.start()]
        if tail and all(part.end <= tail.start() for part in find_parts(piece))
        else piece
    )


def find_names(text: str, names: Names) -> list[tuple[int, int]]:
    """Where which intervention is named; of names that begin at one place, the longest is meant."""
    folded = text.lower()
    # Where letters change their number, what stands where is not known beforehand.
    possible = names.possible_in(folded) if len(folded) == len(text) else range(len(names.given))
    found: dict[int, tuple[int, int]] = {}
    for place in possible:
        for begin, end in _mentions(names.looked_for[place], text, folded):
            lead = text[max(0, begin - _LEAD) : begin]
            if not _MATCHING.search(lead) and not _OF_DUMMY.match(text, end):
                start = begin - len(_AMOUNT_BEFORE.search(lead)[0])  # type: ignore[index]
                found[start] = max(found.get(start, (0, 0)), (end - begin, place))
    return sorted((start, place) for start, (_, place) in found.items())


def _from_their_sentences(text: str, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``On day 1, people receive X. On day 2, …``: words before the only name of a sentence are on it.

    Words before the first of several names are nobody's (-1).
    """
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    ends = [*starts[1:], len(text)]
    moved: list[tuple[int, int]] = []
    for begin, end in zip(starts, ends, strict=True):
        named = marks[bisect_left(marks, (begin,)) : bisect_left(marks, (end,))]
        only = len({place for _, place in named}) == 1 and not _JOINED.search(text[begin : named[0][0]])
        moved += [(begin, named[0][1] if only else -1)] if named and named[0][0] > begin else []
        moved += named[1:] if only and moved and moved[-1][0] == begin else named
    return moved


def own_words(text: str, one: Intervention) -> list[tuple[Intervention | None, str]]:
    """All words are the only drug's, but not those on a placebo that the record does not list beside it."""
    other = None if is_dummy(one.name or "") else _ITS_PLACEBO.search(text)
    return [(one, text[: other.start()])] if other else [(one, text)]


def _mentions(names: list[str], text: str, folded: str) -> list[tuple[int, int]]:
    """Where one of the names stands alone; the longest come first, and what they take is no other's."""
    taken: list[tuple[int, int]] = []
    for name in names:
        for start, end in places_of(name, text, folded):
            alone = not _IN_A_WORD.search(text[max(0, start - 1) : start] + " " + text[end : end + 1])
            if alone and not any(start < last and first < end for first, last in taken):
                taken.append((start, end))
    return taken
