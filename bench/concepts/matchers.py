"""python -m bench.concepts.matchers RECORDS...: which matcher finds the names at what price.

marisa-trie, ahocorasick-rs (where it is installed) and a dict asked for runs of up to eight words look
for all
keys of the shipped list in the short texts of trials. Memory is what the process has more of its own after
loading; each matcher has a process of its own.
"""

import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import marisa_trie

from bench.concepts.__main__ import _memory
from bench.concepts.samples import strings_of
from trialway.concepts.compact_file import NameTable
from trialway.concepts.concept_list import SHIPPED
from trialway.concepts.words import split_words

LONGEST_RUN = 8
WINDOW = 90


def main() -> None:
    if sys.argv[1] == "--one":
        one(sys.argv[2], Path(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory() as folder:
        trials = strings_of([Path(file) for file in sys.argv[1:]])["own"].trials
        lines = [" ".join(word.form for word in split_words("\n".join(texts))) for texts in trials]
        (Path(folder) / "texts").write_text("\n".join(lines))
        keys = list(NameTable(SHIPPED).keys_at_start.__self__)
        (Path(folder) / "keys").write_text("\n".join(keys))
        marisa_trie.Trie(keys).save(f"{folder}/trie")
        for name in MATCHERS:
            subprocess.run(
                [sys.executable, "-m", "bench.concepts.matchers", "--one", name, folder], check=True
            )


def one(name: str, folder: Path) -> None:
    before, began = _memory()["RssAnon"], time.process_time()
    try:
        count = MATCHERS[name](folder)
    except ImportError:
        print(f"{name}: not installed")
        return
    loaded = time.process_time() - began
    gc.collect()
    memory = _memory()["RssAnon"] - before
    texts = (folder / "texts").read_text().split("\n")
    found = sum(map(count, texts))
    took = min(_pass(count, texts) for _ in range(5)) / len(texts)
    price = f"{memory:.1f} MB, loaded in {loaded * 1000:.0f} ms, {took * 1000:.3f} ms a trial"
    print(f"{name}: {price}, {found:,} keys")


def _pass(count: Callable[[str], int], texts: list[str]) -> float:
    began = time.process_time()
    for text in texts:
        count(text)
    return time.process_time() - began


def marisa(folder: Path) -> Callable[[str], int]:
    trie = marisa_trie.Trie()
    trie.load(str(folder / "trie"))

    def count(text: str) -> int:
        begins = [0, *(at + 1 for at, char in enumerate(text) if char == " ")]
        return sum(len(trie.prefixes(text[begin : begin + WINDOW])) for begin in begins)

    return count


def ahocorasick(folder: Path) -> Callable[[str], int]:
    from ahocorasick_rs import AhoCorasick, MatchKind

    matcher = AhoCorasick(_keys(folder), matchkind=MatchKind.LeftmostLongest)
    return lambda text: len(matcher.find_matches_as_indexes(text))


def runs_of_words(folder: Path) -> Callable[[str], int]:
    known = {key: number for number, key in enumerate(_keys(folder))}

    def count(text: str) -> int:
        words = text.split(" ")
        return sum(
            " ".join(words[first:last]) in known
            for first in range(len(words))
            for last in range(first + 1, min(first + LONGEST_RUN, len(words)) + 1)
        )

    return count


def _keys(folder: Path) -> list[str]:
    return (folder / "keys").read_text().split("\n")


MATCHERS = {"marisa-trie": marisa, "ahocorasick-rs": ahocorasick, "dict": runs_of_words}

if __name__ == "__main__":
    main()
