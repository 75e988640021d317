"""What the judge found, from judgements.jsonl: wins, ties, losses, mean grades, and today's lists."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np

from bench import machine
from bench.related.judging import Judgement
from bench.related.quality import interval
from bench.related.ways import FIRST, OURS, PEER

KEPT = Path(__file__).parent / "judgements.jsonl"


def report(today: Callable[[str], Sequence[str]]) -> None:
    """``today``: the first neighbours, by registry number, that the loaded collection gives now."""
    kept = [msgspec.json.decode(line, type=Judgement) for line in KEPT.read_bytes().splitlines()]
    for name in dict.fromkeys(one.round for one in kept):
        _print(name, [one for one in kept if one.round == name], today)


def _print(name: str, read: list[Judgement], today: Callable[[str], Sequence[str]]) -> None:
    verdicts = Counter(one.better for one in read)
    wins, losses = verdicts[OURS], verdicts[PEER]
    print(
        f"\n{name}: {len(read)} pairs of lists read; the fusion better {wins}, tie {verdicts['tie']}, ",
        end="",
    )
    print(f"plain BM25 more-like-this better {losses}; sign test p = {sign_test(wins, losses):.2f}")
    now = [list(today(one.trial)[:FIRST]) for one in read]
    lists = {PEER: [one.lists[PEER] for one in read], OURS: [one.lists[OURS] for one in read]}
    lists["fusion now, unread as 0"] = [tuple(each) for each in now]
    means = {way: _means(read, each) for way, each in lists.items()}
    rows = [
        (way, float(each.mean()), interval((each - means[PEER])[:, None])[0]) for way, each in means.items()
    ]
    print(machine.table(("mean grade of the first five", "0 to 2", "gain over plain"), rows))
    unread = sum(other not in one.grades for one, each in zip(read, now, strict=True) for other in each)
    print(f"of {sum(map(len, now))} neighbours that are listed now, {unread} were not read")


def _means(read: list[Judgement], lists: list[tuple[str, ...]]) -> np.ndarray:
    """A place left empty counts as a trial that is not related."""
    return np.array(
        [
            sum(one.grades.get(other, 0) for other in each) / FIRST
            for one, each in zip(read, lists, strict=True)
        ]
    )


def sign_test(wins: int, losses: int) -> float:
    """How likely so uneven a result is when neither is better, two-sided; ties left out."""
    tosses, fewer = wins + losses, min(wins, losses)
    return min(1.0, 2 * sum(math.comb(tosses, k) for k in range(fewer + 1)) / 2.0**tosses)
