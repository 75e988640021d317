"""Measures of a ranked list, and how sure a difference between two ways of ranking is."""

import math
from collections.abc import Mapping, Sequence

import numpy as np


def ndcg(ranked: Sequence[str], gains: Mapping[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain; 0 when nothing is relevant."""
    best = _dcg(sorted(gains.values(), reverse=True)[:depth])
    return _dcg([gains.get(each, 0) for each in ranked[:depth]]) / best if best else 0.0


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def precision(ranked: Sequence[str], gains: Mapping[str, int], depth: int = 10) -> float:
    return sum(gains.get(each, 0) > 0 for each in ranked[:depth]) / depth


def recall(ranked: Sequence[str], gains: Mapping[str, int], depth: int = 100) -> float:
    relevant = {each for each, gain in gains.items() if gain > 0}
    return len(relevant.intersection(ranked[:depth])) / len(relevant) if relevant else 0.0


def gain(before: Sequence[float], after: Sequence[float], draws: int = 10_000) -> tuple[float, float, float]:
    """The mean of the paired differences, and the ends of its 95 % interval from a seeded bootstrap."""
    differences = np.array(after) - np.array(before)
    dice = np.random.default_rng(1)
    means = dice.choice(differences, (draws, len(differences))).mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(differences.mean()), float(low), float(high)


def gained(before: Sequence[float], after: Sequence[float]) -> str:
    """``+0.031 (0.010 to 0.055)``"""
    mean, low, high = gain(before, after)
    return f"{mean:+.3f} ({low:+.3f} to {high:+.3f})"
