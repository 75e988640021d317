"""Packages and a seed ─▶ the mutants that are tried, in the order in which they were drawn."""

import random
from functools import cache
from pathlib import Path

from bench.mutants.sites import Mutant, mutants

ROOT = Path(__file__).parents[2]
# Paths below trialway/.
PACKAGES = ("archive", "pipeline", "search", "criteria", "fit", "plain", "trial.py")
LEFT_OUT = ("migrations",)


def modules(packages: tuple[str, ...]) -> list[Path]:
    """The modules of the packages, sorted; migrations are history and stay out."""
    found: list[Path] = []
    for package in packages:
        path = ROOT / "trialway" / package
        found += [path] if path.is_file() else path.rglob("*.py")
    return sorted(path for path in found if not set(LEFT_OUT) & set(path.parts))


def draw(packages: tuple[str, ...], seed: int, count: int) -> tuple[list[Mutant], int]:
    """``count`` mutants, each as likely as any other, and how many there are to draw from."""
    every = [
        mutant
        for path in modules(packages)
        for mutant in mutants(str(path.relative_to(ROOT)), path.read_bytes())
    ]
    return random.Random(seed).sample(every, min(count, len(every))), len(every)


@cache
def as_it_stands(mutant: Mutant) -> Mutant | None:
    """The mutant where its code stands now, if the file has changed since the draw; None where it is gone."""
    source = (ROOT / mutant.file).read_bytes()
    if source[mutant.start : mutant.end].decode(errors="replace") == mutant.old:
        return mutant
    change = (mutant.kind, mutant.old, mutant.new)
    same = [one for one in mutants(mutant.file, source) if (one.kind, one.old, one.new) == change]
    return min(same, key=lambda one: abs(one.line - mutant.line), default=None)


def package_of(file: str) -> str:
    """``trialway/archive/sync/run.py`` ─▶ ``archive``."""
    return Path(file).parts[1]
