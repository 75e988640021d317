"""The beginning of a word → names that begin so, the most frequent first (autocompletion).

Every word of a name can be begun with. All lies sorted in memory; a lookup is two bisections and a choice of
the most frequent.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import numpy as np
from msgspec import Struct

from trialway.places.names import unaccented
from trialway.search.language.analysis import normalise_spelling
from trialway.search.language.lexicon import LexiconName
from trialway.vocabulary.lay_words import lay_lines

MOST = 8
SHORTEST = 2
# Beyond the fourth word of a name nobody begins.
MOST_STARTS = 4
# What most people look for is a condition or a treatment.
AFTER = {"sponsor", "place"}


class Suggestion(Struct, frozen=True):
    """``trials``: how many state the name; for a lay word, how many state what it stands for."""

    text: str
    kind: str
    trials: int


class Suggester:
    """Made once for a lexicon."""

    def __init__(self, names: Iterable[LexiconName]) -> None:
        stated = list(names)
        self.names = [*stated, *_lay_names(stated)]
        self._plain = [comparable(name.text) for name in self.names]
        pairs = sorted((start, at) for at, text in enumerate(self._plain) for start in _starts(text))
        self._keys = [start for start, _ in pairs]
        self._owners = np.array([at for _, at in pairs], dtype=np.int32)
        self._trials = np.array([name.trials for name in self.names], dtype=np.int64)

    def suggest(self, typed: str, most: int = MOST) -> tuple[Suggestion, ...]:
        """Names with a word that begins as typed; whole names that do so first, then the most frequent."""
        begun = comparable(typed)
        if len(begun) < SHORTEST:
            return ()
        first, last = bisect_left(self._keys, begun), bisect_left(self._keys, begun + "\U0010ffff")
        owners = self._owners[first:last]
        order = np.argsort(-self._trials[owners], kind="stable")[: most * 8]
        found: dict[str, LexiconName] = {}
        for at in owners[order].tolist():
            found.setdefault(self._plain[at], self.names[at])
        ranked = sorted(
            found.items(),
            key=lambda pair: (not pair[0].startswith(begun), pair[1].kind in AFTER, -pair[1].trials, pair[0]),
        )
        return tuple(Suggestion(name.text, name.kind, name.trials) for _, name in ranked[:most])


def comparable(text: str) -> str:
    """As names are compared while somebody types."""
    return " ".join(unaccented(normalise_spelling(text)).replace("-", " ").split())


def _starts(plain_text: str) -> Iterator[str]:
    words = plain_text.split()
    yield from {" ".join(words[at:]) for at in range(min(len(words), MOST_STARTS))}


def _lay_names(names: list[LexiconName]) -> Iterator[LexiconName]:
    """Lay words, with the trials of the most frequent name that they stand for."""
    known = {comparable(name.text): name for name in reversed(names)}
    for line in lay_lines():
        stated = [known[comparable(form)] for form in line.forms if comparable(form) in known]
        most = max(stated, key=lambda name: name.trials, default=None)
        for form in line.forms if line.both_ways else line.forms[:1]:
            if most and comparable(form) not in known:
                yield LexiconName(form, most.kind, most.trials)
