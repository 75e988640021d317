"""ClinicalTrials.gov study → TrialRecord: flat, in record order, fallbacks in plain sight."""

import re

import msgspec
from msgspec import Raw, ValidationError

from trialway.errors import NotARecord
from trialway.record import (
    Arm,
    AvailableData,
    ConditionTerms,
    DataSharing,
    Eligibility,
    Identifier,
    Intervention,
    LeftOut,
    MeshTerm,
    Official,
    Outcome,
    Outcomes,
    Oversight,
    Reference,
    Retraction,
    StudyDocument,
    TrialRecord,
    WebLink,
)
from trialway.registries.ctgov import schema
from trialway.registries.ctgov.coerce import coerce_to_schema
from trialway.registries.ctgov.design import design
from trialway.registries.ctgov.people import contacts, organisation, responsible_party
from trialway.registries.ctgov.sites import site
from trialway.registries.ctgov.status import dates, recruitment, results, results_status
from trialway.registries.field_reader import FieldReader
from trialway.vocabulary.age import Duration, is_no_limit
from trialway.vocabulary.age_group import AGE_GROUP
from trialway.vocabulary.arm_type import ARM_TYPE
from trialway.vocabulary.identifier_type import IDENTIFIER_TYPE
from trialway.vocabulary.intervention_type import INTERVENTION_TYPE
from trialway.vocabulary.ipd_document import IPD_DOCUMENT
from trialway.vocabulary.ipd_sharing import IPD_SHARING
from trialway.vocabulary.person_role import PERSON_ROLE
from trialway.vocabulary.reference_type import REFERENCE_TYPE
from trialway.vocabulary.sampling_method import SAMPLING_METHOD
from trialway.vocabulary.sex import SEX

REGISTRY = "ctgov"
NUMBER = re.compile(r"\s*(NCT(?!0{8})\d{8})\s*", re.IGNORECASE | re.ASCII)
_decode = msgspec.json.Decoder(schema.Study).decode


class _ResultsOnly(schema.Shape, frozen=True):
    results_section: Raw = schema.NOTHING


def not_json(error: Exception) -> NotARecord:
    """What to tell of bytes that no decoder takes."""
    return NotARecord(
        "it is nested too deeply" if isinstance(error, RecursionError) else f"it is not JSON: {error}"
    )


def read_study(raw: bytes) -> tuple[schema.Study, list[LeftOut]]:
    """The study, and what was taken out because its type is wrong. NotARecord when it is no JSON object."""
    try:
        return _decode(raw), []
    except ValidationError:
        return _read_damaged(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_json(error) from None


def _read_damaged(raw: bytes) -> tuple[schema.Study, list[LeftOut]]:
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_json(error) from None
    if not isinstance(value, dict):
        raise NotARecord("it is not a JSON object")
    if "resultsSection" in value:
        value["resultsSection"] = msgspec.json.decode(raw, type=_ResultsOnly).results_section
    left_out: list[LeftOut] = []
    return msgspec.convert(coerce_to_schema(value, schema.Study, "", left_out), schema.Study), left_out


def record_url(number: str) -> str:
    """The registry's own page of a record."""
    return f"https://clinicaltrials.gov/study/{number}"


def _record_id(study: schema.Study) -> str:
    match = NUMBER.fullmatch(study.protocol_section.identification_module.nct_id or "")
    if match is None:
        raise NotARecord("it has no valid nctId")
    return match[1].upper()


def normalise(raw: bytes) -> TrialRecord:
    """The record of one study. Raises NotARecord; anything else that is odd is left out and listed."""
    study, left_out = read_study(raw)
    reading = FieldReader(REGISTRY, left_out)
    number = _record_id(study)
    protocol = study.protocol_section
    about = protocol.identification_module
    sponsors = protocol.sponsor_collaborators_module
    arms = protocol.arms_interventions_module
    places = protocol.contacts_locations_module
    papers = protocol.references_module
    derived = study.derived_section
    documents = study.document_section.large_document_module
    return TrialRecord(
        registry=REGISTRY,
        record_id=number,
        url=record_url(number),
        brief_title=about.brief_title,
        official_title=about.official_title,
        acronym=about.acronym,
        organisation=organisation(reading, about.organization.full_name, about.organization.class_),
        identifiers=_identifiers(reading, number, about),
        recruitment=recruitment(reading, protocol.status_module),
        dates=dates(reading, protocol.status_module, derived.misc_info_module.submission_tracking),
        responsible_party=responsible_party(reading, sponsors.responsible_party),
        lead_sponsor=organisation(reading, sponsors.lead_sponsor.name, sponsors.lead_sponsor.class_),
        collaborators=tuple(
            found
            for each in sponsors.collaborators
            if (found := organisation(reading, each.name, each.class_))
        ),
        oversight=_oversight(protocol.oversight_module),
        brief_summary=protocol.description_module.brief_summary,
        detailed_description=protocol.description_module.detailed_description,
        conditions=protocol.conditions_module.conditions,
        keywords=protocol.conditions_module.keywords,
        design=design(reading, protocol.design_module),
        arms=tuple(
            Arm(
                label=arm.label,
                kind=reading.coded(ARM_TYPE, arm.type),
                description=arm.description,
                interventions=arm.intervention_names,
            )
            for arm in arms.arm_groups
        ),
        interventions=tuple(
            Intervention(
                name=each.name,
                kind=reading.coded(INTERVENTION_TYPE, each.type),
                description=each.description,
                arms=each.arm_group_labels,
                other_names=each.other_names,
            )
            for each in arms.interventions
        ),
        outcomes=Outcomes(
            primary=_outcomes(protocol.outcomes_module.primary_outcomes),
            secondary=_outcomes(protocol.outcomes_module.secondary_outcomes),
            other=_outcomes(protocol.outcomes_module.other_outcomes),
        ),
        eligibility=_eligibility(reading, protocol.eligibility_module),
        central_contacts=contacts(reading, places.central_contacts),
        officials=tuple(
            Official(name=each.name, affiliation=each.affiliation, role=reading.coded(PERSON_ROLE, each.role))
            for each in places.overall_officials
        ),
        sites=tuple(site(reading, place, location) for place, location in enumerate(places.locations)),
        references=tuple(
            Reference(
                citation=each.citation,
                kind=reading.coded(REFERENCE_TYPE, each.type),
                pmid=each.pmid,
                retractions=tuple(
                    Retraction(pmid=notice.pmid, source=notice.source) for notice in each.retractions
                ),
            )
            for each in papers.references
        ),
        links=tuple(WebLink(label=each.label, url=each.url) for each in papers.see_also_links),
        available_data=tuple(
            AvailableData(record_id=each.id, kind=each.type, url=each.url, comment=each.comment)
            for each in papers.avail_ipds
        ),
        data_sharing=_data_sharing(reading, protocol.ipd_sharing_statement_module),
        documents=tuple(
            _document(reading, number, place, each) for place, each in enumerate(documents.large_docs)
        ),
        no_analysis_plan=documents.no_sap,
        results_status=results_status(reading, study),
        results=results(study.results_section, left_out),
        condition_terms=_terms(derived.condition_browse_module),
        intervention_terms=_terms(derived.intervention_browse_module),
        removed_countries=derived.misc_info_module.removed_countries,
        registry_data_date=reading.date(
            "derivedSection.miscInfoModule.versionHolder", derived.misc_info_module.version_holder
        ),
        left_out=tuple(left_out),
        unknown_values=tuple(reading.unknown),
    )


def _identifiers(
    reading: FieldReader, number: str, about: schema.IdentificationModule
) -> tuple[Identifier, ...]:
    nct = IDENTIFIER_TYPE.read(REGISTRY, "nctId")
    found = [Identifier(value=number, role="own", kind=nct, issuer="ClinicalTrials.gov")]
    found += [
        Identifier(value=alias, role="alias", kind=nct, issuer="ClinicalTrials.gov")
        for alias in about.nct_id_aliases
    ]
    org = about.org_study_id_info
    if org != schema.OrgStudyIdInfo():
        # The registry names no issuer here: the number is the one that the submitting organisation uses.
        kind = reading.coded(IDENTIFIER_TYPE, org.type)
        found.append(
            Identifier(
                value=org.id or "",
                role="organisation",
                kind=kind,
                issuer=about.organization.full_name,
                link=org.link,
            )
        )
    found += [
        Identifier(
            value=each.id or "",
            role="secondary",
            kind=reading.coded(IDENTIFIER_TYPE, each.type),
            issuer=each.domain,
            link=each.link,
        )
        for each in about.secondary_id_infos
    ]
    return tuple(found)


def _oversight(oversight: schema.OversightModule) -> Oversight:
    return Oversight(
        has_monitoring_committee=oversight.oversight_has_dmc,
        fda_regulated_drug=oversight.is_fda_regulated_drug,
        fda_regulated_device=oversight.is_fda_regulated_device,
        unapproved_device=oversight.is_unapproved_device,
        paediatric_postmarket_surveillance=oversight.is_ppsd,
        exported_from_us=oversight.is_us_export,
        fdaaa_801_violation=oversight.fdaaa801_violation,
    )


def _outcomes(outcomes: tuple[schema.Outcome, ...]) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(measure=each.measure, description=each.description, time_frame=each.time_frame)
        for each in outcomes
    )


def _eligibility(reading: FieldReader, rules: schema.EligibilityModule) -> Eligibility:
    oldest = reading.duration("protocolSection.eligibilityModule.maximumAge", rules.maximum_age)
    return Eligibility(
        criteria=rules.eligibility_criteria,
        healthy_volunteers=rules.healthy_volunteers,
        sex=reading.coded(SEX, rules.sex),
        gender_based=rules.gender_based,
        gender_description=rules.gender_description,
        minimum_age=reading.duration("protocolSection.eligibilityModule.minimumAge", rules.minimum_age),
        maximum_age=_limit(oldest),
        age_groups=reading.all_coded(AGE_GROUP, rules.std_ages),
        population=rules.study_population,
        sampling_method=reading.coded(SAMPLING_METHOD, rules.sampling_method),
    )


def _limit(age: Duration | None) -> Duration | None:
    return None if age is None or is_no_limit(age) else age


def _data_sharing(reading: FieldReader, sharing: schema.IpdSharingStatementModule) -> DataSharing:
    return DataSharing(
        decision=reading.coded(IPD_SHARING, sharing.ipd_sharing),
        description=sharing.description,
        documents=reading.all_coded(IPD_DOCUMENT, sharing.info_types),
        time_frame=sharing.time_frame,
        access_criteria=sharing.access_criteria,
        url=sharing.url,
    )


def _document(reading: FieldReader, number: str, place: int, each: schema.LargeDoc) -> StudyDocument:
    path = f"documentSection.largeDocumentModule.largeDocs[{place}]"
    return StudyDocument(
        label=each.label,
        kind=each.type_abbrev,
        has_protocol=each.has_protocol,
        has_analysis_plan=each.has_sap,
        has_consent_form=each.has_icf,
        date=reading.date(f"{path}.date", each.date),
        uploaded=reading.date(f"{path}.uploadDate", each.upload_date),
        filename=each.filename,
        size=each.size,
        # The address that the registry's own pages use: the folder is the number's last two digits.
        url=f"https://cdn.clinicaltrials.gov/large-docs/{number[-2:]}/{number}/{each.filename}"
        if each.filename
        else None,
    )


def _terms(module: schema.BrowseModule) -> ConditionTerms:
    return ConditionTerms(
        terms=tuple(MeshTerm(id=each.id, name=each.term) for each in module.meshes),
        ancestors=tuple(MeshTerm(id=each.id, name=each.term) for each in module.ancestors),
    )
