"""Bags of words → vectors by latent semantic analysis (truncated SVD of TF-IDF).

Trained on the loaded trials themselves (a truncated singular value decomposition of tf-idf), so no model is
needed and nothing leaves the machine. Deerwester et al. 1990.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from scipy.sparse import csr_array
from scipy.sparse.linalg import svds

from trialway.search.document.areas import AreaTexts
from trialway.search.language.analysis import analyse

WEIGHTS = {"title": 3, "condition": 4, "intervention": 4, "summary": 1}
# Behind so many characters an area only repeats itself.
LONGEST = 4000
Bag = Mapping[str, int]
Floats = npt.NDArray[np.float32]
DIMENSIONS = 128
MOST_TERMS = 40_000
# A term of fewer trials, or of more than ten and than this share, tells nothing about likeness.
FEWEST = 2
LARGEST_SHARE = 0.3
ALWAYS = 10
# So many bags are taken whole; the iterative way wants more than a handful.
FEW = 100
# Drawn at random, so many trials stand for the rest.
MOST_TRAINED = 40_000


class SemanticSpace(Struct, frozen=True):
    """``axes``: a row for each term, shape (terms, dimensions); ``idf``: what each weighs, shape (terms,)."""

    vocabulary: dict[str, int]
    idf: Floats
    axes: Floats


def train(bags: Sequence[Bag]) -> SemanticSpace:
    """The space of these bags; of too few to compare, one without terms, where all points are zero."""
    found: Counter[str] = Counter()
    for bag in bags:
        found.update(bag.keys())
    most = max(ALWAYS, LARGEST_SHARE * len(bags))
    telling = [pair for pair in found.items() if FEWEST <= pair[1] <= most]
    kept = sorted(telling, key=lambda pair: (-pair[1], pair[0]))[:MOST_TERMS]
    idf = np.array([np.log((len(bags) + 1) / count) for _, count in kept], dtype=np.float32)
    space = SemanticSpace(
        {term: at for at, (term, _) in enumerate(kept)}, idf, np.zeros((len(kept), 0), np.float32)
    )
    dimensions = min(DIMENSIONS, len(bags) - 1, len(kept) - 1)
    if dimensions < 1:
        return space
    return SemanticSpace(space.vocabulary, idf, _axes(weighed(space, bags), dimensions))


def _axes(rows: csr_array, dimensions: int) -> Floats:
    """The directions in which the rows differ most, shape (terms, dimensions)."""
    if rows.shape[0] <= FEW:
        found = np.linalg.svd(rows.toarray(), full_matrices=False)[2][:dimensions]
    else:
        # Started from a fixed point, so that the same trials always give the same space.
        start = np.random.default_rng(1).normal(size=min(rows.shape)).astype(np.float32)
        _, _, found = svds(rows, k=dimensions, v0=start, solver="arpack")
    return np.ascontiguousarray(found.T, dtype=np.float32)


def weighed(space: SemanticSpace, bags: Sequence[Bag]) -> csr_array:
    """tf-idf with damped counts, each row of length 1; shape (bags, terms)."""
    known = space.vocabulary
    pairs = [[(known[term], count) for term, count in bag.items() if term in known] for bag in bags]
    ends = np.cumsum([0, *map(len, pairs)])
    columns = np.array([column for row in pairs for column, _ in row], dtype=np.int32)
    counts = np.array([count for row in pairs for _, count in row], dtype=np.float32)
    values = (1 + np.log(np.maximum(counts, 1))) * space.idf[columns] if len(columns) else counts
    rows = csr_array((values.astype(np.float32), columns, ends), shape=(len(bags), len(known)))
    lengths = np.sqrt(np.maximum(np.asarray(rows.multiply(rows).sum(axis=1)).ravel(), 1e-12))
    rows.data /= np.repeat(lengths, np.diff(ends)).astype(np.float32)
    return rows


def points(space: SemanticSpace, bags: Sequence[Bag]) -> Floats:
    """A point of length 1 for each bag, or zero where no term is known; shape (bags, dimensions)."""
    found = np.asarray(weighed(space, bags) @ space.axes, dtype=np.float32)
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    unit: Floats = np.divide(found, lengths, out=np.zeros_like(found), where=lengths > 1e-9)
    return unit


# What is studied and what is given first. Outcomes and groups only blur it: docs/decisions/related-trials.md.


def bag_of(texts: AreaTexts) -> Bag:
    """Each term of the trial and how much it counts."""
    bag: Counter[str] = Counter()
    for area, weight in WEIGHTS.items():
        for term in analyse(" ".join(texts.get(area, ()))[:LONGEST]).split():
            bag[term] += weight
    return bag
