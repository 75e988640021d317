"""Rows of several sources ─▶ one **entry** a thing, and which keys name it.

Sources come in the order of trust: own tables, MeSH, the lists of drugs, DOID, ICD-10-CM, records. A row
joins
the entry that has one of its ids, or that has the row's preferred name among its names and is of a like kind.
A name stays with the source that came first. When two rows of one source claim one name, it is preferred by
neither and names neither: no mapping is better than a wrong one.
"""

import fnmatch
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from tools.concept_sources.rows import SourceRow
from tools.concept_sources.salts import without_salt
from trialway.concepts.own_tables import StopName
from trialway.concepts.words import BREAK, name_key

# Kinds that may be one thing: a symptom of one list is an illness of another.
LIKE = {
    "condition": "illness", "symptom": "illness", "medicine": "medicine", "class": "medicine", "gene": "gene",
    "marker": "marker", "procedure": "procedure", "stage": "stage",
}  # fmt: skip
LONGEST_KEY = 90
# So many sources must have a name before a search takes it for the same, or people who wrote it down here.
TRUSTED = 2
# Names of two letters mean too much ("in", "al", "mg"), unless the own tables have them.
SHORTEST_KEY = 3
# Lists of substances have several things for nearly every four letters ("ACE", "soc", "hip").
SHORTEST_MEDICINE = 5


@dataclass
class Entry:
    """A concept in the making; ``keys`` in the order in which they came; ``votes``: how many sources have
    each, where own tables and dictionary count twice."""

    id: str
    kind: str
    preferred: str
    lay: str
    source: str
    ids: set[str]
    broader: list[str]
    trees: list[str]
    keys: dict[str, str] = field(default_factory=dict)
    votes: Counter[str] = field(default_factory=Counter)
    classes: list[str] = field(default_factory=list)


class Merged:
    """All entries so far; ``add`` takes the rows of one more source.

    ``as_typed``: kinds of keys that a rule of context lets count in one way of writing alone; for them the
    stop list holds for all other ways.
    """

    def __init__(self, stopped: list[StopName], as_typed: Mapping[str, frozenset[str]] | None = None) -> None:
        self.entries: list[Entry] = []
        self.counts: Counter[str] = Counter()
        self.by_id: dict[str, Entry] = {}
        # (key, group of kinds) → entry
        self.by_key: dict[tuple[str, str], Entry] = {}
        self._stopped: dict[str, frozenset[str]] = {}
        for each in stopped:
            self._stopped[name_key(each.name)] = each.kinds | self._stopped.get(
                name_key(each.name), frozenset()
            )
            if not each.kinds:
                self._stopped[name_key(each.name)] = frozenset(LIKE)
        self.as_typed = as_typed or {}
        for key, kinds in self.as_typed.items():
            self._stopped[key] = self._stopped.get(key, frozenset()) - kinds

    def add(self, rows: list[SourceRow], *, join_only: bool = False) -> None:
        """``join_only``: names for what is known, and nothing new."""
        joined: list[tuple[SourceRow, Entry]] = []
        for row in sorted(rows, key=lambda row: (_has_salt(row), row.id)):
            entry = self._entry_of(row)
            if entry is None and not join_only:
                entry = self._new(row)
            if entry is not None:
                self._take(row, entry)
                joined.append((row, entry))
                if key := self._usable(row.preferred, row.kind):
                    self.by_key.setdefault((key, LIKE[entry.kind]), entry)
                    if self.by_key[key, LIKE[entry.kind]] is entry:
                        entry.keys.setdefault(key, row.preferred)
        self._add_names(joined)

    def add_members(self, rows: list[SourceRow]) -> None:
        """Puts medicines under the classes whose rows name them; a star stands for any letters of a preferred
        name."""
        preferred = {name_key(entry.preferred): entry for entry in self.entries if entry.kind == "medicine"}
        for row in rows:
            for member in row.members:
                found = self.by_key.get((name_key(member), "medicine"))
                hits = fnmatch.filter(preferred, member.lower()) if "*" in member else []
                for entry in [preferred[key] for key in hits] + (
                    [found] if found and found.kind == "medicine" else []
                ):
                    if row.id not in entry.classes:
                        entry.classes.append(row.id)
                self.counts["classes' members not found"] += not hits and found is None

    def named(self, name: str, like: str) -> Entry | None:
        """The entry that this name stands for."""
        return self.by_key.get((name_key(name), like))

    def give(self, entry: Entry, name: str) -> bool:
        """One more name for an entry, unless another has it."""
        key = self._usable(name, entry.kind)
        if not key or self.by_key.setdefault((key, LIKE[entry.kind]), entry) is not entry:
            return False
        entry.keys.setdefault(key, name)
        entry.votes[key] += TRUSTED
        return True

    def _entry_of(self, row: SourceRow) -> Entry | None:
        for each in (row.id, *row.same_as):
            if each in self.by_id and LIKE[self.by_id[each].kind] == LIKE[row.kind]:
                return self.by_id[each]
        for name in (row.preferred, without_salt(row.preferred) if row.kind == "medicine" else ""):
            if name and (found := self.by_key.get((name_key(name), LIKE[row.kind]))):
                return found
        return None

    def _new(self, row: SourceRow) -> Entry:
        entry = Entry(row.id, row.kind, row.preferred, row.lay, row.source, set(), [], [])
        self.entries.append(entry)
        return entry

    def _take(self, row: SourceRow, entry: Entry) -> None:
        for each in (row.id, *row.same_as):
            entry.ids.add(each)
            self.by_id.setdefault(each, entry)
        entry.trees += [tree for tree in row.trees if tree not in entry.trees]
        if not entry.broader or entry.source == row.source or row.source == "MeSH":
            entry.broader += [up for up in row.broader if up not in entry.broader]
        entry.lay = entry.lay or row.lay

    def _add_names(self, joined: list[tuple[SourceRow, Entry]]) -> None:
        claims: dict[tuple[str, str], dict[int, tuple[Entry, str]]] = defaultdict(dict)
        votes = TRUSTED if any(row.source == "Trialway" for row, _ in joined) else 1
        for row, entry in joined:
            for name in row.names:
                for key in self._keys(name, row.kind, 2 if row.source == "Trialway" else SHORTEST_KEY):
                    claims[key, LIKE[entry.kind]].setdefault(id(entry), (entry, name))
        for (key, like), claimed in claims.items():
            if (key, like) in self.by_key:
                others = any(entry is not self.by_key[key, like] for entry, _ in claimed.values())
                self.counts["names that a better source has for something else"] += others
                claimed = {at: one for at, one in claimed.items() if one[0] is self.by_key[key, like]}
            elif len(claimed) > 1:
                self.counts["names that one source has for several things"] += 1
                continue
            for entry, name in claimed.values():
                self.by_key[key, like] = entry
                entry.keys.setdefault(key, name)
                entry.votes[key] += votes

    def _keys(self, name: str, kind: str, shortest: int) -> list[str]:
        keys = [key for form in (name, natural_order(name)) if (key := self._usable(form, kind))]
        if LIKE[kind] == "medicine" and shortest == SHORTEST_KEY:
            keys = [key for key in keys if len(key) >= SHORTEST_MEDICINE or not key.isalpha()]
        forms = dict.fromkeys([*keys, *(form for key in keys for form in other_writing(name, key))])
        return [form for form in forms if len(form.replace(" ", "")) >= shortest]

    def _usable(self, name: str, kind: str) -> str:
        key = name_key(name)
        letters = key.replace(" ", "")
        if len(letters) < 2 or len(key) > LONGEST_KEY or BREAK in key or letters.isdigit():
            return ""
        if _SMALL_WORD.fullmatch(key):
            return ""
        if kind in self._stopped.get(key, ()):
            self.counts["names of the stop list"] += 1
            return ""
        return key


def natural_order(name: str) -> str:
    """``Arthritis, Rheumatoid`` → ``Rheumatoid Arthritis``; the name itself without a comma, empty with more
    than two."""
    parts = name.split(", ")
    return name if len(parts) == 1 else " ".join(reversed(parts)) if len(parts) <= 3 else ""


# "AT III", "day 1": words of every text.
_SMALL_WORD = re.compile(
    r"(?:at|in|of|to|on|as|is|be|by|or|an?|the|for|and|day|arm|part|week|age|no|up|all|one|if|group"
    r"|from) ?\d+[a-z]?|(?:[a-z]|ps) ?\d"
)
_PREFIXED = re.compile(r"\b(pre|post|non|anti|co|micro|neo|hyper|hypo) ([a-z]{4,})\b")
_PREFIX = re.compile(r"\b(pre|post|non|auto|cardio)([a-z]{5,})\b")
_LIKE_WORDS = {"disease": "disorder", "disorder": "disease"}
_ILLNESS = re.compile(r"(\w+(?: \w+)?) (disease|disorder)")
_CANCER = re.compile(r"([a-z ]+) (cancer|tumor|carcinoma|cirrhosis|infection|inflammation|fracture)")
_CODE = re.compile(r"([a-z]{1,7})(\d{1,7}[a-z]{0,3})")


def other_writing(name: str, key: str) -> list[str]:
    """Codes written closed up and apart: ``5 fu`` and ``5fu``, ``braf v600e`` and ``brafv600e``."""
    parts = key.split()
    if len(parts) == 1:
        code = _CODE.fullmatch(key)
        apart = [f"{found[1]} {found[2]}"] if (found := _PREFIX.search(key)) else []
        return [*apart, f"{code[1]} {code[2]}"] if code and len(code[2]) > 2 else apart
    found = _PREFIXED.search(key)
    more = [key.replace(found[0], f"{found[1]}{found[2]}")] if found else []
    more += [key.replace(found[0], f"{found[1]} {found[2]}")] if (found := _PREFIX.search(key)) else []
    more += [f"{found[1]} {_LIKE_WORDS[found[2]]}"] if (found := _ILLNESS.fullmatch(key)) else []
    if found := _CANCER.fullmatch(key):
        more += [f"{found[2]} of {found[1]}", f"{found[2]} of the {found[1]}"]
    closed = "".join(parts)
    code = (
        len(parts) <= 3
        and any(map(str.isdigit, closed))
        and len(closed) <= 12
        and "/" not in closed
        and "," not in closed
    )
    return (
        [closed, *more]
        if code and ("-" in name or re.search(r"[A-Z]", name[1:]) or len(closed) <= 7)
        else more
    )


def _has_salt(row: SourceRow) -> bool:
    return row.kind == "medicine" and without_salt(row.preferred) != ""
