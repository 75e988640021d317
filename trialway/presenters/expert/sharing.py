"""Whether data on single participants will be shared, and oversight of the study."""

from trialway.presenters.expert.references import web_address
from trialway.presenters.registry_text import RegistryText, said
from trialway.presenters.source_reader import RowsSection, SourceReader, rows
from trialway.trial import Trial
from trialway.vocabulary.ipd_document import IPD_DOCUMENT
from trialway.vocabulary.ipd_sharing import IPD_SHARING


def sharing(trial: Trial) -> RowsSection | None:
    reading = SourceReader(trial)
    found = rows(
        ("Plan to share", reading.coded(IPD_SHARING, lambda record: record.data_sharing.decision)),
        ("About the plan", reading.prose(lambda record: record.data_sharing.description)),
        ("What comes with the data", reading.all_coded(IPD_DOCUMENT, lambda r: r.data_sharing.documents)),
        ("When", reading.prose(lambda record: record.data_sharing.time_frame)),
        ("Who can have them", reading.prose(lambda record: record.data_sharing.access_criteria)),
        ("Where", _address(reading)),
    )
    if not found:
        return None
    return RowsSection(
        id="sharing",
        title="Data sharing",
        help="Whether data about single participants, without their names, can be had by other researchers.",
        template="expert/rows.jinja",
        rows=found,
        sources=reading.sources,
    )


def _address(reading: SourceReader) -> RegistryText | None:
    found = reading.chosen(lambda record: record.data_sharing.url)
    return said(found.value, found.source.record, link=web_address(found.value)) if found else None


def oversight(trial: Trial) -> RowsSection | None:
    reading = SourceReader(trial)
    found = rows(
        ("Data monitoring committee", reading.flag(lambda record: record.oversight.has_monitoring_committee)),
        ("Drug regulated by the US FDA", reading.flag(lambda record: record.oversight.fda_regulated_drug)),
        (
            "Device regulated by the US FDA",
            reading.flag(lambda record: record.oversight.fda_regulated_device),
        ),
        (
            "Device not approved by the US FDA",
            reading.flag(lambda record: record.oversight.unapproved_device),
        ),
        (
            "Paediatric surveillance after marketing",
            reading.flag(lambda record: record.oversight.paediatric_postmarket_surveillance),
        ),
        ("Product exported from the US", reading.flag(lambda record: record.oversight.exported_from_us)),
        ("Breach of US reporting law", reading.flag(lambda record: record.oversight.fdaaa_801_violation)),
    )
    if not found:
        return None
    return RowsSection(
        id="oversight",
        title="Oversight",
        help="Who watches over safety, and which US rules apply.",
        template="expert/rows.jinja",
        rows=found,
        sources=reading.sources,
    )
