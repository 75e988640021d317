"""Engine → Lexicon: what all trials in the index teach about words, learned anew when enough have changed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from trialway.search.document.names import TrialNames
from trialway.search.engine.base import Engine
from trialway.search.language.lexicon import (
    Lexicon,
    LexiconName,
    read_lexicon,
    write_lexicon,
)
from trialway.search.language.synonym_mining import SynonymMiner

# Learned anew when so many of the trials have changed since: words change more slowly than trials.
STALE = 0.02
MOST_NAMES = 300_000
MOST_WORDS = 200_000
# Whoever types is not looking for what stands in one record among many.
RARE = 20_000
_WORD = re.compile(r"[^\W\d_]{4,30}")


class _Titles(msgspec.Struct, frozen=True):
    title: tuple[str, ...] = ()


def update_lexicon(generation: Path, engine: Engine, upto: int) -> None:
    """Learn anew what the index teaches, when it is due."""
    known = read_lexicon(generation)
    if not known.upto or upto - known.upto >= STALE * len(engine):
        write_lexicon(generation, build_lexicon(engine, upto))


def build_lexicon(engine: Engine, upto: int) -> Lexicon:
    """Everything that the index teaches."""
    learning, names, words = SynonymMiner(), Counter[tuple[str, str]](), Counter[str]()
    for hit in engine.fetch_all():
        said = msgspec.msgpack.decode(hit.stored.names_used, type=TrialNames)
        titles = msgspec.msgpack.decode(hit.stored.texts, type=_Titles).title
        learning.take(said, titles)
        stated = set(_stated(said))
        names.update(stated)
        texts = (*titles, *(text for kind, text in stated if kind != "place"))
        words.update({word.lower() for text in texts for word in _WORD.findall(text)})
    least = 1 if len(engine) < RARE else 2
    return Lexicon(
        upto=upto,
        equations=learning.equations(),
        names=tuple(_spelled_once(names, least)),
        words={word: count for word, count in words.most_common(MOST_WORDS) if count >= 2},
    )


def _stated(said: TrialNames) -> Iterator[tuple[str, str]]:
    yield from (("condition", text) for text in (*said.conditions, *said.condition_terms))
    yield from (("treatment", text) for group in said.treatments for text in group if len(text) <= 40)
    yield from (("treatment", text) for text in said.treatment_terms)
    yield from (("sponsor", text) for text in said.sponsors)
    yield from (("place", text) for text in said.towns)
    yield from (("acronym", text) for text in said.acronyms)


def _spelled_once(names: Counter[tuple[str, str]], least: int) -> Iterable[LexiconName]:
    """Each name in its most frequent spelling, with the trials of all; the most frequent first."""
    together: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for (kind, text), count in names.items():
        together.setdefault((kind, text.casefold()), []).append((count, text))
    found = [
        LexiconName(max(spellings)[1], kind, total)
        for (kind, _), spellings in together.items()
        if (total := sum(count for count, _ in spellings)) >= least
    ]
    return sorted(found, key=lambda name: (-name.trials, name.text))[:MOST_NAMES]
