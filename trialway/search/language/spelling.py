"""What was meant when a word is mistyped: text, known words ─▶ **Misspelling** ─counts▶ a correction.

A word that stands nowhere in the index is taken for a slip. Where next to nothing is found, every word may be
one: ``hart attack`` has a word that is a surname. A correction is offered, never imposed.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from trialway.search.language.analysis import terms
from trialway.search.query.syntax_tree import Node, Term, positive_terms

MOST_TRIED = 3
MOST_ASKED = 12
MUCH_MORE = 10
# To compare a word with all that are known takes milliseconds; a text with more strange words is no slip.
MOST_STRANGE = 6
# With so few hits a slip is looked for. A word is none when it stands in so many trials, as a share of those
# that hold the most frequent one.
DOUBTFUL = 20
COMMON = 0.05
SHORTEST = 4
Occurs = Callable[[tuple[str, ...]], bool]


class Misspelling(Struct, frozen=True):
    """Texts that may have been meant. ``corrected``: with every word that no trial holds replaced, empty when
    all words are known; ``guesses``: with a known word replaced as well."""

    corrected: str
    guesses: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.corrected, *self.guesses) if self.corrected else self.guesses


def find_misspelling(typed: str, tree: Node, words: Mapping[str, int], occurs: Occurs) -> Misspelling | None:
    """``words``: known words with how many trials have them in a name; ``occurs``: whether terms stand in the
    index. None when nothing can be put right."""
    asked = [
        leaf.word for _, leaf in positive_terms(tree) if isinstance(leaf, Term) and len(leaf.word) >= SHORTEST
    ]
    strange = [word for word in asked if not occurs(terms(word))]
    if len(strange) > MOST_STRANGE:
        return None
    corrected = typed
    for word in strange:
        near = similar_words(word, words)
        if not near:
            return None
        corrected = corrected.replace(word, near[0], 1)
    common = COMMON * max(words.values(), default=0)
    sound = [word for word in asked if word not in strange and words.get(word.lower(), 0) <= common]
    guesses = [
        corrected.replace(word, other, 1)
        for word in sound[:MOST_ASKED]
        for other in similar_words(word, words)
    ]
    return Misspelling(corrected if strange else "", tuple(guesses[:MOST_ASKED]))


def best_correction(misspelling: Misspelling, totals: Mapping[str, int], found: int) -> str | None:
    """The text to offer instead of one that finds ``found`` trials; ``totals``: how many each text finds."""
    best = (totals.get(misspelling.corrected, 0), misspelling.corrected)
    if not best[0]:
        best = max(((totals[text], text) for text in misspelling.guesses), default=best)
    # A word that trials do hold is doubted only when another one brings very much more: Brest is a town.
    enough = found + 1 if misspelling.corrected else max(1, MUCH_MORE * found)
    return best[1] if best[0] >= enough else None


def similar_words(word: str, words: Mapping[str, int]) -> list[str]:
    """The words that are written most like it: the fewest slips first, of those the most frequent."""
    small = word.lower()
    slips = 1 if len(small) <= 5 else 2 if len(small) <= 9 else 3
    found = process.extract(small, words.keys(), scorer=OSA.distance, score_cutoff=slips, limit=50)
    # The first letter is seldom mistyped.
    ranked = sorted(
        (distance + (other[0] != small[0]), -words[other], other)
        for other, distance, _ in found
        if other != small
    )
    return [other for _, _, other in ranked[:MOST_TRIED]]
