"""Entries ─▶ what stands **above** each, and the part of medicine that it is shown under.

Steps up come from tree numbers, then from what the source itself names. The area is that of the first tree in
the order of ``tables/areas.tsv``; the group, between area and concept, the concept on that way which most
records have as their heading.
"""

from collections import Counter
from pathlib import Path

from tools.concept_sources.merging import LIKE, Entry, Merged
from trialway.concepts.own_tables import TABLES

# A group is worth showing when so many records have it as their own heading.
GROUP_RECORDS = 5


def read_areas(path: Path = TABLES / "areas.tsv") -> list[tuple[str, str]]:
    lines = [line.split("\t") for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return [(tree, area) for tree, area in lines[1:]]


class Places:
    """Where each entry stands; ``headings`` counts the records under each id."""

    def __init__(self, merged: Merged, headings: Counter[str]) -> None:
        self.merged = merged
        self.numbers = {id(entry): number for number, entry in enumerate(merged.entries)}
        self.by_tree = {tree: entry for entry in merged.entries for tree in entry.trees}
        self.headings = headings
        self.areas = read_areas()
        self._ups = [self._above(entry) for entry in merged.entries]

    def above(self, entry: Entry) -> list[int]:
        """Numbers one step up, the way of the area first."""
        return self._ups[self.numbers[id(entry)]]

    def _above(self, entry: Entry) -> list[int]:
        found: dict[int, None] = {}
        for tree in self._sorted_trees(entry):
            if up := self._tree_above(tree):
                found[self.numbers[id(up)]] = None
        for own in entry.classes:
            if own in self.merged.by_id:
                found[self.numbers[id(self.merged.by_id[own])]] = None
        for own in entry.broader:
            up = self.merged.by_id.get(own)
            if up is not None and (not entry.trees or not found):
                found[self.numbers[id(up)]] = None
                if entry.source == "ICD-10-CM":
                    break
        found.pop(self.numbers[id(entry)], None)
        return list(found)

    def _tree_above(self, tree: str) -> Entry | None:
        while "." in tree:
            tree = tree.rpartition(".")[0]
            if tree in self.by_tree:
                return self.by_tree[tree]
        return None

    def _sorted_trees(self, entry: Entry) -> list[str]:
        return sorted(entry.trees, key=lambda tree: (self._area_of(tree)[0], tree))

    def _area_of(self, tree: str) -> tuple[int, str, str]:
        for at, (prefix, area) in enumerate(self.areas):
            if tree == prefix or tree.startswith(f"{prefix}."):
                return at, prefix, area
        return len(self.areas), "", ""

    def area(self, entry: Entry) -> tuple[str, int | None]:
        """The area and the group; both empty for what is no illness or has no way to an area."""
        if LIKE[entry.kind] != "illness":
            return "", None
        seen: set[int] = set()
        chain = [entry]
        while not chain[-1].trees:
            ups = [up for up in self.above(chain[-1]) if up not in seen]
            if not ups:
                return "", None
            seen.add(ups[0])
            chain.append(self.merged.entries[ups[0]])
        tree = self._sorted_trees(chain[-1])[0]
        _, prefix, area = self._area_of(tree)
        while area and len(tree) > len(prefix) and "." in tree[len(prefix) :]:
            tree = tree.rpartition(".")[0]
            if tree != prefix and tree in self.by_tree:
                chain.append(self.by_tree[tree])
        best = max(chain[1:], key=self._records, default=None)
        if not area or best is None or self._records(best) < GROUP_RECORDS or best is entry:
            return area, None
        return area, self.numbers[id(best)]

    def _records(self, entry: Entry) -> int:
        return sum(self.headings[each] for each in entry.ids)
