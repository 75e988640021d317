"""Vectors → clusters (k-means, an inverted file index), so that only the nearest are searched."""

import numpy as np
import numpy.typing as npt

from trialway.search.related.semantic_vectors import Floats

# Below this many all points are looked through, which takes a few milliseconds.
FEW = 20_000
PER_CLUSTER = 750
DRAWN_PER_CLUSTER = 40
_BATCH = 10_000


def centres_of(points: Floats) -> Floats:
    """The centres, shape (clusters, dimensions); one at zero when there are few points."""
    if len(points) < FEW:
        return np.zeros((1, points.shape[1]), dtype=np.float32)
    from scipy.cluster.vq import kmeans2  # takes more than a second, and few collections are so large

    count = len(points) // PER_CLUSTER
    dice = np.random.default_rng(1)
    drawn = np.sort(dice.choice(len(points), min(len(points), count * DRAWN_PER_CLUSTER), replace=False))
    centres, _ = kmeans2(points[drawn], count, iter=6, minit="points", rng=dice)
    return np.asarray(centres, dtype=np.float32)


def nearest_centre(points: Floats, centres: Floats) -> npt.NDArray[np.int32]:
    """The cluster of each point."""
    found = np.zeros(len(points), dtype=np.int32)
    if len(centres) > 1:
        half = (centres**2).sum(axis=1) / 2
        for first in range(0, len(points), _BATCH):
            part = points[first : first + _BATCH]
            found[first : first + _BATCH] = (part @ centres.T - half).argmax(axis=1)
    return found
