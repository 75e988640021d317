"""Any two versions of a record side by side: **ComparisonPage**, with long texts in full."""

from msgspec import Struct

from trialway.archive.history import RecordHistory, VersionInfo
from trialway.differences import compare
from trialway.presenters.history.changes import ShownChanges, shown_changes
from trialway.presenters.history.page import (
    NOTHING,
    VersionChoice,
    choices,
    version_words,
)
from trialway.presenters.registry_text import (
    RegistryText,
    counted,
    language,
    said,
)
from trialway.record import TrialRecord


class ComparisonPage(Struct, frozen=True):
    """``before`` and ``after`` name the versions as they were asked for, in either order."""

    slug: str
    title: RegistryText
    heading: str
    before: str
    after: str
    summary: str
    changes: ShownChanges
    choices: tuple[VersionChoice, ...]


class Compared(Struct, frozen=True):
    """A version and the record as it has it."""

    version: VersionInfo
    record: TrialRecord


def comparison_page(slug: str, record: RecordHistory, before: Compared, after: Compared) -> ComparisonPage:
    """What the second version says otherwise than the first."""
    changes = compare(before.record, after.record)
    name = after.record.brief_title or after.record.official_title
    return ComparisonPage(
        slug=slug,
        title=said(name, after.record) or RegistryText(slug),
        heading=f"{version_words(before.version)} compared with {_small(version_words(after.version))}",
        before=before.version.name,
        after=after.version.name,
        summary=_summary(before, after, len(changes)),
        changes=shown_changes(changes, language(after.record), whole=True),
        choices=choices(record),
    )


def _summary(before: Compared, after: Compared, count: int) -> str:
    if before.version == after.version:
        return "This is the same version twice. Choose another one."
    order = " The second is the older of the two." if after.version.order < before.version.order else ""
    return f"{counted(count, 'change')} from the first to the second.{order}" if count else NOTHING


def _small(words: str) -> str:
    return words[0].lower() + words[1:]
