"""What was meant when a word is mistyped: words of the lexicon ─**spelling**▶ offer. Offered, never imposed.

A word that stands nowhere in the index is taken for a slip. Where next to nothing is found, every word may be
one: ``hart attack`` has a word that is a surname.
"""

from collections.abc import Callable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from trialway.search.language.analysis import terms
from trialway.search.query.syntax_tree import Node, Term, positive_terms

MOST_TRIED = 3
MOST_ASKED = 12
MUCH_MORE = 10
# With so few hits a slip is looked for. A word is none when it stands in so many trials, as a share of those
# that hold the most frequent one.
DOUBTFUL = 20
COMMON = 0.05
SHORTEST = 4
Total = Callable[[str], int]
Occurs = Callable[[tuple[str, ...]], bool]


def correct_spelling(
    typed: str, tree: Node, words: Mapping[str, int], occurs: Occurs, total: Total, found: int
) -> tuple[str, int] | None:
    """The text with its slips mended, and how many trials it then finds; None when there is nothing to offer
    that finds more."""
    asked = [
        leaf.word for _, leaf in positive_terms(tree) if isinstance(leaf, Term) and len(leaf.word) >= SHORTEST
    ]
    strange = [word for word in asked if not occurs(terms(word))]
    mended = typed
    for word in strange:
        near = similar_words(word, words)
        if not near:
            return None
        mended = mended.replace(word, near[0], 1)
    best = (total(mended), mended) if strange else (0, "")
    if not best[0]:
        common = COMMON * max(words.values(), default=0)
        sound = [word for word in asked if word not in strange and words.get(word.lower(), 0) <= common]
        tried = [mended.replace(word, other, 1) for word in sound for other in similar_words(word, words)]
        best = max(((total(each), each) for each in tried[:MOST_ASKED]), default=best)
    # A word that trials do hold is doubted only when another one brings very much more: Brest is a town.
    enough = found + 1 if strange else max(1, MUCH_MORE * found)
    return (best[1], best[0]) if best[0] >= enough else None


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
