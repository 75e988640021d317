"""Who stands behind the study: sponsors, responsible party, leading researchers, contacts."""

from msgspec import Struct

from trialway.presenters.registry_text import (
    LabelledRow,
    RegistryText,
    coded,
    said,
    said_name,
)
from trialway.presenters.source_reader import Section, SourceReader, rows
from trialway.record import Contact, Official, Organisation, ResponsibleParty, TrialRecord
from trialway.trial import Trial
from trialway.vocabulary.person_role import PERSON_ROLE
from trialway.vocabulary.responsible_party_type import RESPONSIBLE_PARTY_TYPE
from trialway.vocabulary.sponsor_class import SPONSOR_CLASS


class Party(Struct, frozen=True):
    """An organisation or a person with a role in the study."""

    name: RegistryText
    role: RegistryText
    details: tuple[RegistryText, ...] = ()


class SponsorsSection(Section, frozen=True, kw_only=True):
    sponsors: tuple[Party, ...]
    responsible: tuple[LabelledRow, ...]
    officials: tuple[Party, ...]
    contacts: tuple["ContactLine", ...]


class ContactLine(Struct, frozen=True):
    name: RegistryText | None
    role: RegistryText | None
    phone: RegistryText | None
    email: RegistryText | None


def sponsors(trial: Trial) -> SponsorsSection | None:
    reading = SourceReader(trial)
    found = SponsorsSection(
        id="sponsors",
        title="Sponsors and researchers",
        help="Who pays for and leads the study, and who answers for what its record says.",
        template="expert/sponsors.jinja",
        sponsors=_organisations(reading),
        responsible=_responsible(reading),
        officials=_officials(reading),
        contacts=_central(reading),
        sources=reading.sources,
    )
    return found if found.sponsors or found.responsible or found.officials or found.contacts else None


def _organisations(reading: SourceReader) -> tuple[Party, ...]:
    lead = reading.chosen(lambda record: record.lead_sponsor)
    others = reading.chosen(lambda record: record.collaborators)
    parties = [_party(lead.value, "Lead sponsor", lead.source.record)] if lead else []
    parties += [_party(each, "Collaborator", others.source.record) for each in others.value] if others else []
    return tuple(parties)


def _party(organisation: Organisation, role: str, record: TrialRecord) -> Party:
    kind = organisation.sponsor_class
    return Party(
        name=said_name(organisation.name, record) or RegistryText("Not named"),
        role=RegistryText(role),
        details=(coded(SPONSOR_CLASS, kind, record),) if kind else (),
    )


def _responsible(reading: SourceReader) -> tuple[LabelledRow, ...]:
    found = reading.chosen(lambda record: record.responsible_party)
    if found is None:
        return ()
    party, record = found.value, found.source.record
    return rows(
        ("Responsible for the record", _role(party, record)),
        ("Name", said_name(party.name, record)),
        ("Title", said(party.title, record)),
        ("Affiliation", said_name(party.affiliation, record)),
        ("Name and title", said_name(party.old_name_title, record)),
        ("Organisation", said_name(party.old_organisation, record)),
    )


def _role(party: ResponsibleParty, record: TrialRecord) -> RegistryText | None:
    return coded(RESPONSIBLE_PARTY_TYPE, party.kind, record) if party.kind else None


def _officials(reading: SourceReader) -> tuple[Party, ...]:
    found = reading.chosen(lambda record: record.officials)
    if found is None:
        return ()
    return tuple(_official(each, found.source.record) for each in found.value)


def _official(official: Official, record: TrialRecord) -> Party:
    affiliation = said_name(official.affiliation, record)
    return Party(
        name=said_name(official.name, record) or RegistryText("Not named"),
        role=coded(PERSON_ROLE, official.role, record) if official.role else RegistryText("Role not stated"),
        details=(affiliation,) if affiliation else (),
    )


def _central(reading: SourceReader) -> tuple[ContactLine, ...]:
    found = reading.chosen(lambda record: record.central_contacts)
    return contact_lines(found.value, found.source.record) if found else ()


def contact_lines(contacts: tuple[Contact, ...], record: TrialRecord) -> tuple[ContactLine, ...]:
    """The contacts of which anything is stated."""
    lines = tuple(_line(contact, record) for contact in contacts)
    return tuple(line for line in lines if line != ContactLine(None, line.role, None, None))


def _line(contact: Contact, record: TrialRecord) -> ContactLine:
    extension = f", extension {contact.phone_extension}" if contact.phone_extension else ""
    return ContactLine(
        name=said_name(contact.name, record),
        role=coded(PERSON_ROLE, contact.role, record) if contact.role else None,
        phone=said(f"{contact.phone}{extension}", record) if contact.phone else None,
        email=said(contact.email, record),
    )
