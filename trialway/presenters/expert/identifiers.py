"""Every number the trial is known by, with its kind and who gave it."""

from msgspec import Struct

from trialway.presenters.registry_text import (
    RegistryText,
    coded,
    said,
    said_name,
)
from trialway.presenters.source_reader import Section
from trialway.presenters.sources import source_line
from trialway.record import Identifier, TrialRecord
from trialway.trial import Trial
from trialway.vocabulary.identifier_type import IDENTIFIER_TYPE

# What an identifier without a stated kind is, by its place in the record.
BY_ROLE = {
    "own": "Registry number",
    "alias": "Former registry number",
    "organisation": "Sponsor's own number",
    "secondary": "Other number",
}


class IdentifierLine(Struct, frozen=True):
    value: RegistryText
    kind: RegistryText
    issuer: RegistryText | None


class IdentifiersSection(Section, frozen=True, kw_only=True):
    identifiers: tuple[IdentifierLine, ...]


def identifiers(trial: Trial) -> IdentifiersSection | None:
    lines = tuple(
        _line(claim.value, claim.source.record)
        for claim in trial.every(lambda record: record.identifiers)
        if claim.value.value.strip()
    )
    if not lines:
        return None
    return IdentifiersSection(
        id="identifiers",
        title="Identifiers",
        help="The numbers under which registries, sponsors and funders know the study.",
        template="expert/identifiers.jinja",
        identifiers=lines,
        sources=tuple(source_line(source) for source in trial.sources if source.record.identifiers),
    )


def _line(identifier: Identifier, record: TrialRecord) -> IdentifierLine:
    own = identifier.role == "own"
    return IdentifierLine(
        value=said(identifier.value, record, link=(record.url if own else identifier.link) or "")
        or RegistryText("–"),
        kind=_kind(identifier, record),
        issuer=said_name(identifier.issuer, record),
    )


def _kind(identifier: Identifier, record: TrialRecord) -> RegistryText:
    former = BY_ROLE["alias"] if identifier.role == "alias" else None
    if former or identifier.kind is None:
        return RegistryText(former or BY_ROLE.get(identifier.role, "Kind not stated"))
    return coded(IDENTIFIER_TYPE, identifier.kind, record)
