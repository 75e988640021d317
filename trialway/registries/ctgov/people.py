"""Organisations and people of a study."""

from trialway.record import Contact, Organisation, ResponsibleParty
from trialway.registries.ctgov import schema
from trialway.registries.field_reader import FieldReader
from trialway.vocabulary.person_role import PERSON_ROLE
from trialway.vocabulary.responsible_party_type import RESPONSIBLE_PARTY_TYPE
from trialway.vocabulary.sponsor_class import SPONSOR_CLASS


def organisation(reading: FieldReader, name: str | None, sponsor_class: str | None) -> Organisation | None:
    """None when the record names neither the organisation nor its class."""
    if not name and not sponsor_class:
        return None
    return Organisation(name=name, sponsor_class=reading.coded(SPONSOR_CLASS, sponsor_class))


def responsible_party(reading: FieldReader, party: schema.ResponsibleParty) -> ResponsibleParty | None:
    """None when the record says nothing of it."""
    if party == schema.ResponsibleParty():
        return None
    return ResponsibleParty(
        kind=reading.coded(RESPONSIBLE_PARTY_TYPE, party.type),
        name=party.investigator_full_name,
        title=party.investigator_title,
        affiliation=party.investigator_affiliation,
        old_name_title=party.old_name_title,
        old_organisation=party.old_organization,
    )


def contacts(reading: FieldReader, contacts: tuple[schema.Contact, ...]) -> tuple[Contact, ...]:
    """Contact lines in the order of the record."""
    return tuple(
        Contact(
            name=each.name,
            role=reading.coded(PERSON_ROLE, each.role),
            phone=each.phone,
            phone_extension=each.phone_ext,
            email=each.email,
        )
        for each in contacts
    )
