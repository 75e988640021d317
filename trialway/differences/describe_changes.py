"""A change as programs read it: Change ─▶ **Told** ─▶ JSON."""

from typing import Any

from msgspec import Struct

from trialway.differences.change import Change


class DescribedChange(Struct, frozen=True):
    """``words`` is the sentence; ``before`` and ``after`` are values as a record's JSON has them."""

    field: str
    path: str
    kind: str
    item: str
    words: str
    before: Any
    after: Any


def describe_changes(change: Change) -> DescribedChange:
    """The change with its sentence written out."""
    return DescribedChange(
        change.field, change.path, change.kind, change.item, change.words, change.before, change.after
    )
