"""Text ─▶ **where** names of concepts stand in it: the longest name at each place, by whole words.

A key of the compact file is looked for at every word, by marisa-trie, which gives all keys that the text
begins with there. Names that count in capitals alone, and names with rules of context, are then looked at as
they stand in the text.
"""

from collections.abc import Collection, Iterator
from itertools import accumulate

from msgspec import Struct

from trialway.concepts.compact_file import IN_CAPITALS, NameTable
from trialway.concepts.own_tables import ContextRule
from trialway.concepts.qualifier_rules import compiled
from trialway.concepts.words import BREAK, Word, name_key

# No key is longer; what lies further behind a word is not looked at.
LONGEST_KEY = 90
# As much of the text before and behind a name as rules of context see.
CONTEXT = 60
# No name begins so, or none that counts.
_NO_BEGINNING = frozenset({BREAK, ",", "/", "and", "or", "of", "in", "with", "the", "a", "for", "to"})
MEDICINES = frozenset({"medicine", "class"})
BEHIND_MEDICINE = compiled("behind-medicine.")


class NamedSpan(Struct, frozen=True):
    """``words[first:last]`` name the concept of this number."""

    number: int
    first: int
    last: int


class Recogniser:
    """Finds names of a table in texts, with the rules of context."""

    def __init__(self, names: NameTable, rules: Collection[ContextRule] = ()) -> None:
        self.names = names
        self._rules: dict[str, list[ContextRule]] = {}
        for rule in rules:
            self._rules.setdefault(name_key(rule.name), []).append(rule)

    def find(self, text: str, words: list[Word], kinds: Collection[str] | None) -> Iterator[NamedSpan]:
        """The longest names from left to right; none begins inside another."""
        forms = [word.form for word in words]
        joined = " ".join(forms)
        begins = [0, *accumulate([len(form) + 1 for form in forms])]
        word_at = dict(zip(begins, range(len(begins)), strict=True))
        keys_at_start, begins_key = self.names.keys_at_start, self.names.begins_key
        at, count = 0, len(forms)
        while at < count:
            last = at + 1
            if forms[at] not in _NO_BEGINNING and begins_key(forms[at], forms[last] if last < count else ""):
                begin = begins[at]
                for key in reversed(keys_at_start(joined[begin : begin + LONGEST_KEY])):
                    end = word_at.get(begin + len(key) + 1)
                    if end is None:
                        continue
                    number = self.number(key, text, words[at].start, words[end - 1].end, kinds)
                    if number is not None and not (end < len(forms) and self.is_target(number, forms[end])):
                        yield NamedSpan(number, at, end)
                        last = end
                        break
            at = last

    def is_above(self, number: int, narrower: int) -> bool:
        """Whether one concept lies above another, over any number of steps."""
        return number in above(self.names, narrower)

    def is_target(self, number: int, behind: str) -> bool:
        """Whether a medicine's name is part of another word for something: "insulin resistance"."""
        return bool(BEHIND_MEDICINE.match(behind)) and self.names.concept(number).kind in MEDICINES

    def number(self, key: str, text: str, start: int, end: int, kinds: Collection[str] | None) -> int | None:
        """The concept that ``text[start:end]``, whose key this is, names; None when it names none here."""
        for number, flags in self.names.named(key):
            concept = self.names.concept(number)
            if kinds is not None and concept.kind not in kinds:
                continue
            if flags & IN_CAPITALS and not in_capitals(text[start:end]):
                continue
            rules = self._rules.get(key)
            if rules and not all(holds(rule, concept.kind, concept.id, text, start, end) for rule in rules):
                continue
            return number
        return None


def above(names: NameTable, number: int) -> list[int]:
    """Numbers of all concepts above one, the nearest first, each once."""
    found: dict[int, None] = {}
    level = [number]
    while level:
        level = [up for each in level for up in names.broader(each) if up != number and up not in found]
        found.update(dict.fromkeys(level))
    return list(found)


def in_capitals(typed: str) -> bool:
    """``ALS`` and ``CTCs``, not ``als``."""
    return typed.isupper() or (typed[-1:] == "s" and len(typed) > 2 and typed[:-1].isupper())


def holds(rule: ContextRule, kind: str, concept_id: str, text: str, start: int, end: int) -> bool:
    """Whether a rule lets the name at ``text[start:end]`` count."""
    if rule.only_for and not rule.only_for & {kind, concept_id}:
        return True
    if rule.pattern is None:
        return text[start:end].replace("\u00ad", "") == rule.name
    if rule.rule.endswith("before"):
        # "not before X": the name does not stand in front of X.
        found = rule.pattern.match(text, end, end + CONTEXT)
    else:
        found = rule.pattern.search(text[max(0, start - CONTEXT) : start])
    return (found is not None) == rule.rule.startswith("only")
