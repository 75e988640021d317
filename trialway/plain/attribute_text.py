"""Which words belong to which drug: the text on a group and the names of what it gets ─▶ **the text cut at
the names** ─▶ regimen.

The words between one drug's name and the next belong to that drug. Words beside no name belong to none.
"""

import re
from bisect import bisect_left

from trialway.plain.attribution_rules import ATTRIBUTION
from trialway.plain.dosing.parts import find_parts
from trialway.plain.named import Names
from trialway.plain.phrases import is_dummy, places_of
from trialway.record import Intervention

# "placebo matching atezolizumab" is placebo, and no atezolizumab.
_LIKE = ATTRIBUTION.any_of("attribution.like.")
_OF_DUMMY = ATTRIBUTION["attribution.dummy-after"]
# "… target heart rate; 10 mg placebo once daily", but not "10 mg or placebo once daily".
_ITS_PLACEBO = ATTRIBUTION["attribution.its-placebo"]
# Words on the drug that follows: "(days 1 to 30, drug; days 31 to 60, placebo)", "monthly nivolumab".
_OF_NEXT = ATTRIBUTION.any_of("attribution.of-next.")
_AMOUNT_BEFORE = ATTRIBUTION["attribution.amount-before"]
_LEADS_TO_NEXT = ATTRIBUTION["attribution.leads-to-next"]
_JOINED = ATTRIBUTION["attribution.joined"]
# How far back a name's lead is looked at.
_LEAD = 90
_IN_A_WORD = re.compile(r"\w")
_SENTENCE = re.compile(r"[.;]\s+(?=[A-Z])")


def attribute_text(text: str, names: Names) -> list[tuple[Intervention | None, str]]:
    """Pieces of the text, each with its intervention; None for what is before the first name."""
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
    """Positions of names, each with the number of its intervention; of names that begin at the same place,
    the longest counts."""
    folded = text.lower()
    # Where letters change their number, what stands where is not known beforehand.
    possible = names.possible_in(folded) if len(folded) == len(text) else range(len(names.given))
    found: dict[int, tuple[int, int]] = {}
    for place in possible:
        for begin, end in _mentions(names.looked_for[place], text, folded):
            lead = text[max(0, begin - _LEAD) : begin]
            if not _LIKE.search(lead) and not _OF_DUMMY.match(text, end):
                amount = _AMOUNT_BEFORE.search(lead)
                start = begin - len(amount[0]) if amount else begin
                found[start] = max(found.get(start, (0, 0)), (end - begin, place))
    return sorted((start, place) for start, (_, place) in found.items())


def _from_their_sentences(text: str, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The positions, with words before the only name of a sentence given to that name: ``On day 1, people
    receive X. On day 2, …``.

    Words before the first of several names belong to none (-1).
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
    """The text as the words of the only drug, without those on a placebo that the record does not list."""
    other = None if is_dummy(one.name or "") else _ITS_PLACEBO.search(text)
    return [(one, text[: other.start()])] if other else [(one, text)]


def _mentions(names: list[str], text: str, folded: str) -> list[tuple[int, int]]:
    """Places where one of the names is a whole word; longer names come first, and places they take are not
    counted again."""
    taken: list[tuple[int, int]] = []
    for name in names:
        for start, end in places_of(name, text, folded):
            alone = not _IN_A_WORD.search(text[max(0, start - 1) : start] + " " + text[end : end + 1])
            if alone and not any(start < last and first < end for first, last in taken):
                taken.append((start, end))
    return taken
