"""The locations of a study → Site."""

from trialway.record import Point, Site
from trialway.registries.ctgov import schema
from trialway.registries.ctgov.people import contacts
from trialway.registries.field_reader import FieldReader
from trialway.vocabulary.status import STATUS


def site(reading: FieldReader, place: int, location: schema.Location) -> Site:
    """One location; ``place`` is its position in the record."""
    return Site(
        facility=location.facility,
        city=location.city,
        state=location.state,
        postcode=location.zip,
        country=location.country,
        country_code=reading.country(location.country),
        status=reading.coded(STATUS, location.status),
        contacts=contacts(reading, location.contacts),
        point=_point(reading, place, location.geo_point),
    )


def _point(reading: FieldReader, place: int, point: schema.GeoPoint) -> Point | None:
    if point.lat is None or point.lon is None:
        return None
    if not (-90 <= point.lat <= 90 and -180 <= point.lon <= 180):
        path = f"protocolSection.contactsLocationsModule.locations[{place}].geoPoint"
        reading.leave_out(path, f"{point.lat}, {point.lon}", "not a place on Earth")
        return None
    return Point(latitude=point.lat, longitude=point.lon)
