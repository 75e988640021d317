"""The whole list: text, name or id ─▶ **Concepts** ─▶ concepts, what stands above them, one path in lay
words."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from trialway.concepts.compact_file import NameTable
from trialway.concepts.concept import KINDS, Concept, Kind, Mention, NameMatch
from trialway.concepts.own_tables import ContextRule, context_rules
from trialway.concepts.recognition import Recogniser, above
from trialway.concepts.whole_names import WholeNames
from trialway.concepts.words import name_key, split_words

SHIPPED = Path(__file__).parent / "data" / "concepts.bin"
# What a condition or a keyword of a record may be (people write treatments there, too), and what a treatment.
OF_CONDITIONS: frozenset[Kind] = frozenset(KINDS)
OF_TREATMENTS: frozenset[Kind] = frozenset({"medicine", "class", "procedure"})
PATH_MARK = " › "


class Concepts:
    """Illnesses, medicines and what else has names; all methods are safe for several threads."""

    def __init__(self, path: Path = SHIPPED, rules: Collection[ContextRule] | None = None) -> None:
        self._names = NameTable(path)
        self.recogniser = Recogniser(self._names, context_rules() if rules is None else rules)
        self._whole_names = WholeNames(self.recogniser)

    def __len__(self) -> int:
        return len(self._names)

    @property
    def name_count(self) -> int:
        """How many different names there are, as they are compared."""
        return self._names.name_count

    def ids(self) -> list[str]:
        """The ids of all concepts."""
        return list(self._names.numbers)

    def of_id(self, concept_id: str) -> Concept:
        """The concept of this id; KeyError for an id that the list does not have."""
        return self._names.concept(self._names.numbers[concept_id])

    def find_id(self, concept_id: str) -> Concept | None:
        """The concept of this id; None for an id that the list does not have."""
        number = self._names.numbers.get(concept_id)
        return None if number is None else self._names.concept(number)

    def of_name(self, text: str, kinds: Collection[Kind] | None = None) -> tuple[NameMatch, ...]:
        """What a whole condition or treatment stands for: several where it lists several, none where it is
        not sure. Of a concept and one above it the narrower stays."""
        found = dict[int, NameMatch]()
        for number, how in self._whole_names.read(text, kinds):
            found.setdefault(number, NameMatch(self._names.concept(number), how))
        if len(found) > 1:
            wider = {up for number in found for up in above(self._names, number)}
            found = {number: match for number, match in found.items() if number not in wider}
        return tuple(found.values())

    def exactly(self, text: str, kinds: Collection[Kind] | None = None) -> Concept | None:
        """The one concept that these words name as they stand; quicker than ``of_name``, which also reads
        what stands around a name."""
        number = self.recogniser.number(name_key(text), text, 0, len(text), kinds)
        return None if number is None else self._names.concept(number)

    def names(self, concept: Concept) -> tuple[str, ...]:
        """Its names as they are written: the preferred one, the lay one, then others, each once."""
        others = self._names.names(self._names.numbers[concept.id])
        return tuple(dict.fromkeys((concept.preferred, concept.lay, *others)))

    def find(self, text: str, kinds: Collection[Kind] | None = None) -> list[Mention]:
        """All names in a text of any length, the longest at each place, from left to right."""
        words = split_words(text)
        return [
            Mention(self._names.concept(one.number), words[one.first].start, words[one.last - 1].end)
            for one in self.recogniser.find(text, words, kinds)
        ]

    def ancestors(self, concept: Concept) -> list[Concept]:
        """All concepts above, the nearest first; each once."""
        return [self._names.concept(up) for up in above(self._names, self._names.numbers[concept.id])]

    def lay_path(self, concept: Concept) -> str:
        """``Heart › Heart failure``: the area, a group that many know, and the lay name; no commas."""
        group = self._names.group(self._names.numbers[concept.id])
        parts = [concept.area, self._names.concept(group).lay if group is not None else "", concept.lay]
        return PATH_MARK.join(dict.fromkeys(part for part in parts if part))


@cache
def shipped_concepts() -> Concepts:
    """The list that the package carries, opened once a process."""
    return Concepts()
