"""One change of a record, for pages, feeds, commands and alerts alike."""

from typing import Any

from msgspec import Struct

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

# The registry stamps these anew with every version; alone they tell a reader nothing.
ROUTINE = frozenset({"dates.last_update_submitted", "dates.last_update_posted", "recruitment.verified"})

# What the archive's hash leaves out, and what only repeats another field.
UNTOLD = frozenset(
    {
        "sites.point",
        "registry_data_date",
        "registry",
        "record_id",
        "url",
        "language",
        "sites.country_code",
        "documents.url",
        "unknown_values",
    }
)


class Piece(Struct, frozen=True, omit_defaults=True):
    """A part of a sentence. ``theirs``: the registry's own words.

    ``role``: ``noun`` and ``item`` say what the change is about ("Site", "Lyon Sud Hospital, Lyon, France"),
    ``before`` and ``after`` are values; the rest has none.
    """

    text: str
    role: str = ""
    theirs: bool = False


class Change(Struct, frozen=True, omit_defaults=True):
    """``field`` is a place in TrialRecord, ``path`` the same in the registry's own model.

    ``before`` and ``after`` are values as the record has them, None for what is not stated. ``item`` names
    the entry of a list that the change is about. ``kind``: ``added``, ``removed`` or ``changed``.
    """

    field: str
    path: str
    kind: str
    before: Any
    after: Any
    pieces: tuple[Piece, ...]
    item: str = ""

    @property
    def words(self) -> str:
        """The change as one line: ``Enrolment: 300 (estimated) → 180 (actual)``."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def routine(self) -> bool:
        """Whether every new version changes this, whatever else it says."""
        return self.field in ROUTINE

    @property
    def reworded(self) -> bool:
        """Whether this is running text of which a reader wants to see the words that changed."""
        return (
            isinstance(self.before, str)
            and isinstance(self.after, str)
            and not any(piece.role == "before" for piece in self.pieces)
        )
