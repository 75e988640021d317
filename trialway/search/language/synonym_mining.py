"""TrialNames of all trials → synonym pairs and abbreviations that enough records state.

No rule here is sure of itself; each asks for evidence, so that no wrong equation arises: human serum albumin
stands beside placebo in three trials and is still no other word for it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from trialway.search.document.names import TrialNames
from trialway.search.language.analysis import analyse
from trialway.search.language.lexicon import SynonymPair

# The terms of a name, with blanks between: one string is counted faster than a tuple of them.
Key = str
# Two trials must say it, and most of those that use the word at all.
ENOUGH = 2
MOSTLY = 0.6
# Names of one intervention that often stand as two interventions side by side are two things.
APART = 0.25
# A heading that stands on more than this share of trials is wider than any one condition beside it.
WIDE_HEADING = 0.02
FEW = 1000
_NO_ILLNESS = re.compile(r"\b(?:healthy|health|normal|volunteers?|controls?)\b", re.IGNORECASE)
# Beyond this an intervention lists its parts and not its names.
MOST_NAMES = 8
MOST_WORDS = 5
# So many different pairs are counted at once; then those seen once so far are forgotten.
MOST_COUNTED = 1_500_000
_NO_NAME = re.compile(
    r"placebo|sham|control|standard|vehicle|saline|usual|dummy|dose|comparator|group|arm\b|treatment|therapy"
    r"|,|questionnaire|survey|interview|observation|\d\s*(?:mg|ml|mcg|µg|iu|g|%|mcl|hours?|weeks?|days?)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"([^()]{3,})\s\(([^()]{3,30})\)")


class Counts:
    """Pairs and single keys, each counted once a trial, and the most frequent spelling of a key."""

    def __init__(self) -> None:
        self.pairs: Counter[tuple[Key, Key]] = Counter()
        self.single: Counter[Key] = Counter()
        self.spelled: dict[Key, str] = {}

    def take(self, pairs: Iterable[tuple[str, str]], single: Iterable[str]) -> None:
        self.pairs.update({(self.key(one), self.key(other)) for one, other in pairs})
        self.single.update({self.key(text) for text in single})
        if len(self.pairs) > MOST_COUNTED:
            self.pairs = Counter({pair: count for pair, count in self.pairs.items() if count > 1})

    def key(self, text: str) -> Key:
        found = analyse(text)
        self.spelled.setdefault(found, text)
        return found


class SynonymMiner:
    """Takes the names of one trial after the other and says in the end what they have taught."""

    def __init__(self) -> None:
        self.headings, self.others, self.apart, self.short = Counts(), Counts(), Counts(), Counts()
        self.on_trials: Counter[Key] = Counter()
        self.trials = 0

    def take(self, said: TrialNames, titles: Iterable[str]) -> None:
        self.trials += 1
        self.on_trials.update({analyse(heading) for heading in said.condition_terms})
        # A single condition beside a single heading: only then is it certain which stands for which.
        if len(said.conditions) == len(said.condition_terms) == 1:
            pair = (said.conditions[0], said.condition_terms[0])
            self.headings.take([pair], pair)
        groups = [found for group in said.treatments if (found := _usable(group))]
        self.others.take(
            (pair for group in groups for pair in combinations(sorted(group), 2)),
            (name for group in groups for name in group),
        )
        self.apart.take(_apart(groups), ())
        explained = abbreviations((*titles, *said.conditions, *said.keywords))
        self.short.take(explained, (short for short, _ in explained))

    def equations(self) -> tuple[SynonymPair, ...]:
        """The best attested first."""
        found = (*self._headings(), *self._others(), *self._short())
        return tuple(sorted(found, key=lambda each: (-each.trials, each.asked, each.form)))

    def _headings(self) -> Iterator[SynonymPair]:
        """The word means mostly this heading, and the heading stands mostly for this word: a heading for many
        things, such as Healthy Volunteers, is another word for none of them."""
        counts = self.headings
        for (word, heading), trials in counts.pairs.items():
            narrower = set(word.split()) > set(heading.split())  # severe asthma is no other word for asthma
            mostly = trials >= MOSTLY * max(counts.single[word], counts.single[heading])
            if (
                _enough(word, heading, trials)
                and mostly
                and not narrower
                and not self._is_wide(word, heading)
            ):
                yield from _both(counts, word, heading, "heading", trials)

    def _is_wide(self, word: Key, heading: Key) -> bool:
        if _NO_ILLNESS.search(word) or _NO_ILLNESS.search(heading):
            return True
        return self.on_trials[heading] > WIDE_HEADING * max(self.trials, FEW)

    def _others(self) -> Iterator[SynonymPair]:
        counts = self.others
        for (one, other), trials in counts.pairs.items():
            mostly = trials >= MOSTLY * min(counts.single[one], counts.single[other])
            side_by_side = self.apart.pairs[one, other] + self.apart.pairs[other, one]
            if _enough(one, other, trials) and mostly and side_by_side <= APART * trials:
                yield from _both(counts, one, other, "name", trials)

    def _short(self) -> Iterator[SynonymPair]:
        """A short form finds what it stands for; the long form only finds a short one that can mean nothing
        else."""
        counts = self.short
        for (short, long), trials in counts.pairs.items():
            share = trials / max(counts.single[short], 1)
            if _enough(short, long, trials) and share >= MOSTLY:
                spelled = counts.spelled[short]
                yield SynonymPair(spelled, counts.spelled[long], "short", trials)
                if len(spelled) >= 4:
                    yield SynonymPair(counts.spelled[long], spelled, "short", trials)


def _enough(one: Key, other: Key, trials: int) -> bool:
    return trials >= ENOUGH and one != other and bool(one) and bool(other)


def _both(counts: Counts, one: Key, other: Key, source: str, trials: int) -> Iterator[SynonymPair]:
    yield SynonymPair(counts.spelled[one], counts.spelled[other], source, trials)
    yield SynonymPair(counts.spelled[other], counts.spelled[one], source, trials)


def _usable(group: tuple[str, ...]) -> set[str]:
    """The names of one intervention that can be names; ``Omalizumab (Xolair)`` is two."""
    if len(group) > MOST_NAMES:
        return set()
    names = {part.strip(" ®™") for name in group for part in _parts(name)}
    return {
        name
        for name in names
        if len(name) > 2 and len(name.split()) <= MOST_WORDS and not _NO_NAME.search(name)
    }


def _parts(name: str) -> tuple[str, ...]:
    both = _IN_BRACKETS.fullmatch(name)
    return both.groups() if both else (name,)


def _apart(groups: list[set[str]]) -> Iterator[tuple[str, str]]:
    if len(groups) > MOST_NAMES:
        return
    for one, other in combinations(groups, 2):
        yield from ((first, second) for first in one for second in other)


_BRACKET = re.compile(r"\s\(([^()\s]{2,10})\)")
_LEADING = re.compile(
    r"^(?:patients?|participants?|adults?|children|subjects?)\s+(?:with|who have)\s+", re.IGNORECASE
)


def abbreviations(texts: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of short and long form."""
    return {
        (match[1], long)
        for text in texts
        for match in _BRACKET.finditer(text)
        if sum(char.isupper() for char in match[1]) >= 2 and (long := _long(match[1], text[: match.start()]))
    }


def _long(short: str, before: str) -> str:
    letters = [char for char in short.lower() if char.isalnum()]
    words = before.split()[-min(len(letters) + 5, 2 * len(letters)) :]
    window = " ".join(words)
    start = _start(letters, window.lower())
    found = _LEADING.sub("", window[start:]) if start is not None else ""
    return found if len(found) > max(8, len(short)) else ""


def _start(letters: list[str], text: str) -> int | None:
    """Where the long form begins, looking for the letters from the end; None when they are not all there."""
    at = len(text)
    for place, letter in reversed(list(enumerate(letters))):
        at = text.rfind(letter, 0, at)
        while at > 0 and place == 0 and not text[at - 1].isspace():
            at = text.rfind(letter, 0, at)
        if at < 0:
            return None
    return at
