"""The names that a text may contain: what a group gets ─▶ **Names**, built once ─▶ attribute_text, for each
text.

A record of hundreds of drugs has hundreds of texts, and each may name any of them. A name is searched only
in texts that contain all of its words, which an index of words tells.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from trialway.arms import bare_name
from trialway.plain.drugs import can_be_given, is_drug
from trialway.record import Intervention

_WORD = re.compile(r"\w+")
_NAME_WORD = re.compile(r"[A-Za-z][\w-]{3,}")
# The shortest word by which a drug may be called.
_PART = 4
# Words in names that any text may use for something else.
_COMMON = {
    "drug",
    "treatment",
    "tablet",
    "tablets",
    "capsule",
    "capsules",
    "injection",
    "infusion",
    "oral",
    "dose",
    "study",
    "standard",
    "care",
    "therapy",
    "group",
    "control",
    "matching",
    "with",
    "plus",
    "combination",
    "solution",
    "vaccine",
    "high",
    "low",
}


class Names:
    """``given``: what the group gets; ``looked_for``: of each its name, and the name's first word where no
    other name has it ("Darusentan placebo" is no darusentan), the longest first."""

    def __init__(self, given: Sequence[Intervention]) -> None:
        self.given = given
        self._bare = [bare_name(one.name) for one in given]
        self._lowered = [name.lower() for name in self._bare]

    @cached_property
    def looked_for(self) -> list[list[str]]:
        return [self._names_of(place) for place in range(len(self.given))]

    @cached_property
    def drugs(self) -> list[Intervention]:
        """Those that are drugs and can be given."""
        return [one for one in self.given if is_drug(one) and can_be_given(one)]

    def possible_in(self, folded: str) -> Iterable[int]:
        """The places of those of which a name may stand in a text of small letters."""
        named, everywhere = self._by_word
        found = set(everywhere)
        for word in set(_WORD.findall(folded)):
            found.update(named.get(word, ()))
        return sorted(found)

    @cached_property
    def _by_word(self) -> tuple[dict[str, list[int]], list[int]]:
        """Each name under the rarest of its words; those without a word apart."""
        words = [
            (place, set(_WORD.findall(name.lower())))
            for place, names in enumerate(self.looked_for)
            for name in names
        ]
        often: dict[str, int] = defaultdict(int)
        for _, some in words:
            for word in some:
                often[word] += 1
        named: dict[str, list[int]] = defaultdict(list)
        for place, some in words:
            if some:
                named[min(some, key=lambda word: (often[word], word))].append(place)
        return named, [place for place, some in words if not some]

    def _names_of(self, place: int) -> list[str]:
        names = [self._bare[place]]
        words = [word for word in _NAME_WORD.findall(names[0]) if word.lower() not in _COMMON]
        names += [words[0]] if words and not self._is_shared(words[0].lower(), place) else []
        names += ["placebo"] if self._only_placebo == place else []
        return sorted({name for name in names if len(name) > 2}, key=len, reverse=True)

    @cached_property
    def _only_placebo(self) -> int:
        """The place of the one placebo of the group, which texts call so whatever its name; -1 if there is
        none, or more than one."""
        places = [place for place, name in enumerate(self._lowered) if "placebo" in name]
        return places[0] if len(places) == 1 and len(self._lowered) > 1 else -1

    def _is_shared(self, word: str, own: int) -> bool:
        """Whether another name holds the word, be it inside a longer one."""
        rarest = min((self._by_part.get(part, []) for part in _parts(word)), key=len)
        return any(
            word in self._lowered[place] for place in rarest if self.given[place] is not self.given[own]
        )

    @cached_property
    def _by_part(self) -> dict[str, list[int]]:
        """Four letters that follow each other → the names that hold them."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self._lowered):
            for part in set(_parts(name)):
                found[part].append(place)
        return found


def _parts(text: str) -> list[str]:
    return [text[at : at + _PART] for at in range(len(text) - _PART + 1)]
