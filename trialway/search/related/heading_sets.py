"""TopicProfiles → sets of MeSH headings by trial, as columns.

Likeness is simGIC (Pesquita et al. 2008): of all headings that either of two trials carries, those above
them in the tree included, the share that both do, each weighed by how rare it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from trialway.search.columns import join_rows, starts_of, take_rows

# What so many rows carry tells little of any, and to go through them all takes longest.
WIDE = 20_000
Numbers = npt.NDArray[np.int32]
Scores = npt.NDArray[np.float32]


@dataclass(frozen=True)
class HeadingSets:
    """``headings[starts[row]:starts[row + 1]]`` are a trial's, ``rows[firsts[h]:firsts[h + 1]]`` a
    heading's."""

    starts: Numbers
    headings: Numbers
    firsts: Numbers
    rows: Numbers

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]], known: int) -> "HeadingSets":
        """``lists``: the headings of each row, as integers below ``known``."""
        starts = starts_of(map(len, lists)).astype(np.int32)
        headings = np.array([heading for row in lists for heading in row], dtype=np.int32)
        return cls.made(starts, headings, known)

    @classmethod
    def made(cls, starts: Numbers, headings: Numbers, known: int) -> "HeadingSets":
        carried = csr_array((np.ones(len(headings), bool), headings, starts), shape=(len(starts) - 1, known))
        turned = carried.tocsc()
        return cls(starts, headings, turned.indptr.astype(np.int32), turned.indices.astype(np.int32))

    def taken(self, order: npt.NDArray[np.integer], known: int) -> "HeadingSets":
        """These rows, in this order."""
        starts, headings = take_rows((self.starts, self.headings), order)
        return HeadingSets.made(starts.astype(np.int32), headings, known)

    @classmethod
    def of_parts(cls, parts: Sequence["HeadingSets"], known: int) -> "HeadingSets":
        """The rows of all parts, one after the other."""
        starts, headings = join_rows([(part.starts, part.headings) for part in parts])
        return cls.made(starts.astype(np.int32), headings, known)

    @cached_property
    def information(self) -> Scores:
        """What carrying a heading tells: minus the logarithm of the share of rows that carry it."""
        carried = np.maximum(np.diff(self.firsts), 1)
        told: Scores = -np.log(carried / max(len(self.starts) - 1, 1)).astype(np.float32)
        return told

    @cached_property
    def totals(self) -> Scores:
        """The information of all headings of a row."""
        sums = np.concatenate([[0], np.cumsum(self.information[self.headings], dtype=np.float64)])
        totals: Scores = (sums[self.starts[1:]] - sums[self.starts[:-1]]).astype(np.float32)
        return totals

    def of_row(self, row: int) -> Numbers:
        return self.headings[self.starts[row] : self.starts[row + 1]]

    def shared(self, row: int, other: int) -> list[int]:
        """The headings that both rows carry, the rarest first."""
        both = np.intersect1d(self.of_row(row), self.of_row(other))
        return [int(heading) for heading in both[np.argsort(-self.information[both], kind="stable")]]

    def likeness(self, row: int) -> Scores:
        """Of every row with this one, from 0 to 1; 0 where they share nothing but what very many carry."""
        found = np.zeros(len(self.starts) - 1, dtype=np.float32)
        for heading in self._telling(row):
            found[self.rows[self.firsts[heading] : self.firsts[heading + 1]]] += self.information[heading]
        alike = np.flatnonzero(found > 0)
        both = found[alike]
        found[alike] = both / (self.totals[row] + self.totals[alike] - both)
        return found

    def _telling(self, row: int) -> Numbers:
        """The row's headings but those of very many rows, unless it has no others."""
        own = self.of_row(row)
        rarer = own[self.firsts[own + 1] - self.firsts[own] <= WIDE]
        return rarer if len(rarer) else own


class HeadingNames:
    """Names of headings as integers; new ones are added at the end."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names = list(names)
        self._numbers = {name: number for number, name in enumerate(self.names)}

    def __len__(self) -> int:
        return len(self.names)

    def number(self, name: str) -> int:
        """The integer of a name, a new one the first time."""
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        return number

    def find(self, name: str) -> int | None:
        return self._numbers.get(name)
