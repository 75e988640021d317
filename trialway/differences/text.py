"""Insertions and deletions between two texts, word by word; bounded, however long the texts.

Sentences that stand once in both texts hold a long text together; words are compared between them. Where even
that would take long, whole passages are told as replaced: true, only coarser.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

SAME, ADDED, REMOVED = "same", "added", "removed"

# SequenceMatcher's time grows with the product of the lengths, and worse for texts made to vex it.
_MOST_AT_ONCE = 250_000
_MOST_IN_ALL = 1_000_000
# Fewer equal words between two changes only tear them apart.
_ISLAND = 2

_WORD = re.compile(r"(\S+)(\s*)")
_END = (".", ";", ":", "!", "?")


class TextSegment(NamedTuple):
    """A run of words. ``kind``: ``same``, ``added``, ``removed``."""

    kind: str
    text: str


class _Token(NamedTuple):
    word: str
    space: str


class _Run(NamedTuple):
    before: Sequence[_Token]
    after: Sequence[_Token]
    same: bool


def mark(before: str, after: str) -> tuple[TextSegment, ...]:
    """All words of both texts. White space alone is no change; equal words have that of ``after``."""
    runs = _runs(_tokens(before.strip()), _tokens(after.strip()))
    return tuple(_segments(_without_islands(list(runs))))


def count_words(segments: Sequence[TextSegment], kind: str) -> int:
    """How many words the segments of a kind have."""
    return sum(len(segment.text.split()) for segment in segments if segment.kind == kind)


def _tokens(text: str) -> list[_Token]:
    return [_Token(*match.groups()) for match in _WORD.finditer(text)]


def _runs(before: list[_Token], after: list[_Token]) -> Iterator[_Run]:
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    yield _Run(before[:start], after[:start], same=True)
    yield from _middle(before[start : len(before) - end], after[start : len(after) - end])
    yield _Run(before[len(before) - end :], after[len(after) - end :], same=True)


def _common(before: list[_Token], after: list[_Token]) -> int:
    pairs = zip(before, after, strict=False)
    return next(
        (place for place, (a, b) in enumerate(pairs) if a.word != b.word), min(len(before), len(after))
    )


def _middle(before: list[_Token], after: list[_Token]) -> Iterator[_Run]:
    spent = 0
    for run in _passages(before, after):
        cost = len(run.before) * len(run.after)
        if run.same or cost > _MOST_AT_ONCE or spent + cost > _MOST_IN_ALL:
            yield run
        else:
            spent += cost
            yield from _by_words(run.before, run.after)


def _passages(before: list[_Token], after: list[_Token]) -> Iterator[_Run]:
    """Short texts are one passage; long ones are cut at the sentences that both have once, in one order."""
    if len(before) * len(after) <= _MOST_AT_ONCE:
        yield _Run(before, after, same=False)
        return
    olds, news = _sentences(before), _sentences(after)
    start, other = 0, 0
    for old, new in _anchors([_words(each) for each in olds], [_words(each) for each in news]):
        yield _Run(_flat(olds[start:old]), _flat(news[other:new]), same=False)
        yield _Run(olds[old], news[new], same=True)
        start, other = old + 1, new + 1
    yield _Run(_flat(olds[start:]), _flat(news[other:]), same=False)


def _anchors(olds: Sequence[tuple[str, ...]], news: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    once = {each for each, count in Counter(olds).items() if count == 1}
    once &= {each for each, count in Counter(news).items() if count == 1}
    places = {each: place for place, each in enumerate(news) if each in once}
    return _rising([(place, places[each]) for place, each in enumerate(olds) if each in once])


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs in which the second number rises too."""
    ends: list[int] = []
    heads: list[int] = []
    last: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        heads[length : length + 1] = [number]
        last.append(heads[length - 1] if length else -1)
    chain: list[tuple[int, int]] = []
    number = heads[-1] if heads else -1
    while number >= 0:
        chain.append(pairs[number])
        number = last[number]
    return chain[::-1]


def _by_words(before: Sequence[_Token], after: Sequence[_Token]) -> Iterator[_Run]:
    matcher = SequenceMatcher(None, _words(before), _words(after))
    for tag, a, b, c, d in matcher.get_opcodes():
        yield _Run(before[a:b], after[c:d], tag == "equal")


def _words(tokens: Sequence[_Token]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens)


def _sentences(tokens: list[_Token]) -> list[list[_Token]]:
    sentences: list[list[_Token]] = [[]]
    for token in tokens:
        sentences[-1].append(token)
        if token.word.endswith(_END) or "\n" in token.space:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _flat(sentences: Sequence[Sequence[_Token]]) -> list[_Token]:
    return [token for sentence in sentences for token in sentence]


def _without_islands(runs: list[_Run]) -> list[_Run]:
    """One or two equal words between changes on both sides read better as part of the change."""
    runs = _joined([run for run in runs if run.before or run.after])
    last = len(runs) - 1
    return _joined(
        [
            run._replace(same=run.same and not (0 < place < last and len(run.after) <= _ISLAND))
            for place, run in enumerate(runs)
        ]
    )


def _joined(runs: list[_Run]) -> list[_Run]:
    """Neighbours of one kind made one."""
    return [
        _Run(_flat([run.before for run in group]), _flat([run.after for run in group]), same)
        for same, found in groupby(runs, key=lambda run: run.same)
        for group in [list(found)]
    ]


def _segments(runs: list[_Run]) -> Iterator[TextSegment]:
    for run in runs:
        if run.same:
            yield TextSegment(SAME, _text(run.after))
            continue
        if run.before:
            yield TextSegment(REMOVED, _text(run.before))
        if run.after:
            yield TextSegment(ADDED, _text(run.after))


def _text(tokens: Sequence[_Token]) -> str:
    return "".join(token.word + token.space for token in tokens)
