"""Which field of the registry each value of a record comes from: the source of every sentence.

Keys are places in a TrialRecord, values are paths in a study (v2.0.5); list positions are left out in both.
"""

_STATUS = "protocolSection.statusModule"
_DESIGN = "protocolSection.designModule"
_SPONSORS = "protocolSection.sponsorCollaboratorsModule"
_OVERSIGHT = "protocolSection.oversightModule"
_ABOUT = "protocolSection.identificationModule"
_ARMS = "protocolSection.armsInterventionsModule"
_OUTCOMES = "protocolSection.outcomesModule"
_RULES = "protocolSection.eligibilityModule"
_PLACES = "protocolSection.contactsLocationsModule"
_PAPERS = "protocolSection.referencesModule"
_SHARING = "protocolSection.ipdSharingStatementModule"
_DOCUMENTS = "documentSection.largeDocumentModule"
_NOTES = "annotationSection.annotationModule"
_MISC = "derivedSection.miscInfoModule"


def _contact(place: str, path: str) -> dict[str, tuple[str, ...]]:
    fields = {
        "name": "name",
        "role": "role",
        "phone": "phone",
        "phone_extension": "phoneExt",
        "email": "email",
    }
    return {f"{place}.{ours}": (f"{path}.{theirs}",) for ours, theirs in fields.items()}


def _outcome(kind: str) -> dict[str, tuple[str, ...]]:
    fields = {"measure": "measure", "description": "description", "time_frame": "timeFrame"}
    path = f"{_OUTCOMES}.{kind}Outcomes"
    return {f"outcomes.{kind}.{ours}": (f"{path}.{theirs}",) for ours, theirs in fields.items()}


def _struct(place: str, path: str) -> dict[str, tuple[str, ...]]:
    return {place: (f"{path}.date", f"{path}.type")}


def _terms(kind: str) -> dict[str, tuple[str, ...]]:
    path = f"derivedSection.{kind}BrowseModule"
    return {
        f"{kind}_terms.{ours}.{field}": (f"{path}.{theirs}.{name}",)
        for ours, theirs in {"terms": "meshes", "ancestors": "ancestors"}.items()
        for field, name in {"id": "id", "name": "term"}.items()
    }


PATHS: dict[str, tuple[str, ...]] = {
    "record_id": (f"{_ABOUT}.nctId",),
    "url": (f"{_ABOUT}.nctId",),
    "brief_title": (f"{_ABOUT}.briefTitle",),
    "official_title": (f"{_ABOUT}.officialTitle",),
    "acronym": (f"{_ABOUT}.acronym",),
    "organisation.name": (f"{_ABOUT}.organization.fullName",),
    "organisation.sponsor_class": (f"{_ABOUT}.organization.class",),
    "identifiers.value": (
        f"{_ABOUT}.nctId",
        f"{_ABOUT}.nctIdAliases",
        f"{_ABOUT}.orgStudyIdInfo.id",
        f"{_ABOUT}.secondaryIdInfos.id",
    ),
    "identifiers.kind": (f"{_ABOUT}.orgStudyIdInfo.type", f"{_ABOUT}.secondaryIdInfos.type"),
    "identifiers.issuer": (f"{_ABOUT}.organization.fullName", f"{_ABOUT}.secondaryIdInfos.domain"),
    "identifiers.link": (f"{_ABOUT}.orgStudyIdInfo.link", f"{_ABOUT}.secondaryIdInfos.link"),
    "recruitment.status": (f"{_STATUS}.overallStatus",),
    "recruitment.last_known": (f"{_STATUS}.lastKnownStatus",),
    "recruitment.verified": (f"{_STATUS}.statusVerifiedDate",),
    "recruitment.why_stopped": (f"{_STATUS}.whyStopped",),
    "recruitment.expanded_access.offered": (f"{_STATUS}.expandedAccessInfo.hasExpandedAccess",),
    "recruitment.expanded_access.record_id": (f"{_STATUS}.expandedAccessInfo.nctId",),
    "recruitment.expanded_access.status": (f"{_STATUS}.expandedAccessInfo.statusForNctId",),
    "recruitment.delayed_posting": (f"{_STATUS}.delayedPosting",),
    **_struct("dates.start", f"{_STATUS}.startDateStruct"),
    **_struct("dates.primary_completion", f"{_STATUS}.primaryCompletionDateStruct"),
    **_struct("dates.completion", f"{_STATUS}.completionDateStruct"),
    "dates.first_submitted": (f"{_STATUS}.studyFirstSubmitDate",),
    "dates.first_submitted_checked": (f"{_STATUS}.studyFirstSubmitQcDate",),
    **_struct("dates.first_posted", f"{_STATUS}.studyFirstPostDateStruct"),
    "dates.results_first_submitted": (f"{_STATUS}.resultsFirstSubmitDate",),
    "dates.results_first_submitted_checked": (f"{_STATUS}.resultsFirstSubmitQcDate",),
    **_struct("dates.results_first_posted", f"{_STATUS}.resultsFirstPostDateStruct"),
    **_struct(
        "dates.results_first_posted_with_comments", f"{_MISC}.submissionTracking.firstMcpInfo.postDateStruct"
    ),
    "dates.results_expected": (f"{_MISC}.submissionTracking.estimatedResultsFirstSubmitDate",),
    "dates.delay_first_submitted": (f"{_STATUS}.dispFirstSubmitDate",),
    "dates.delay_first_submitted_checked": (f"{_STATUS}.dispFirstSubmitQcDate",),
    **_struct("dates.delay_first_posted", f"{_STATUS}.dispFirstPostDateStruct"),
    "dates.last_update_submitted": (f"{_STATUS}.lastUpdateSubmitDate",),
    **_struct("dates.last_update_posted", f"{_STATUS}.lastUpdatePostDateStruct"),
    "responsible_party.kind": (f"{_SPONSORS}.responsibleParty.type",),
    "responsible_party.name": (f"{_SPONSORS}.responsibleParty.investigatorFullName",),
    "responsible_party.title": (f"{_SPONSORS}.responsibleParty.investigatorTitle",),
    "responsible_party.affiliation": (f"{_SPONSORS}.responsibleParty.investigatorAffiliation",),
    "responsible_party.old_name_title": (f"{_SPONSORS}.responsibleParty.oldNameTitle",),
    "responsible_party.old_organisation": (f"{_SPONSORS}.responsibleParty.oldOrganization",),
    "lead_sponsor.name": (f"{_SPONSORS}.leadSponsor.name",),
    "lead_sponsor.sponsor_class": (f"{_SPONSORS}.leadSponsor.class",),
    "collaborators.name": (f"{_SPONSORS}.collaborators.name",),
    "collaborators.sponsor_class": (f"{_SPONSORS}.collaborators.class",),
    "oversight.has_monitoring_committee": (f"{_OVERSIGHT}.oversightHasDmc",),
    "oversight.fda_regulated_drug": (f"{_OVERSIGHT}.isFdaRegulatedDrug",),
    "oversight.fda_regulated_device": (f"{_OVERSIGHT}.isFdaRegulatedDevice",),
    "oversight.unapproved_device": (f"{_OVERSIGHT}.isUnapprovedDevice",),
    "oversight.paediatric_postmarket_surveillance": (f"{_OVERSIGHT}.isPpsd",),
    "oversight.exported_from_us": (f"{_OVERSIGHT}.isUsExport",),
    "oversight.fdaaa_801_violation": (f"{_OVERSIGHT}.fdaaa801Violation",),
    "brief_summary": ("protocolSection.descriptionModule.briefSummary",),
    "detailed_description": ("protocolSection.descriptionModule.detailedDescription",),
    "conditions": ("protocolSection.conditionsModule.conditions",),
    "keywords": ("protocolSection.conditionsModule.keywords",),
    "design.study_type": (f"{_DESIGN}.studyType",),
    "design.phases": (f"{_DESIGN}.phases",),
    "design.allocation": (f"{_DESIGN}.designInfo.allocation",),
    "design.intervention_model": (f"{_DESIGN}.designInfo.interventionModel",),
    "design.intervention_model_description": (f"{_DESIGN}.designInfo.interventionModelDescription",),
    "design.purpose": (f"{_DESIGN}.designInfo.primaryPurpose",),
    "design.observational_model": (f"{_DESIGN}.designInfo.observationalModel",),
    "design.time_perspective": (f"{_DESIGN}.designInfo.timePerspective",),
    "design.masking": (f"{_DESIGN}.designInfo.maskingInfo.masking",),
    "design.masking_description": (f"{_DESIGN}.designInfo.maskingInfo.maskingDescription",),
    "design.who_masked": (f"{_DESIGN}.designInfo.maskingInfo.whoMasked",),
    "design.enrolment.count": (f"{_DESIGN}.enrollmentInfo.count",),
    "design.enrolment.kind": (f"{_DESIGN}.enrollmentInfo.type",),
    "design.enrolment.stated": (f"{_DESIGN}.enrollmentInfo.count",),
    "design.patient_registry": (f"{_DESIGN}.patientRegistry",),
    "design.target_duration": (f"{_DESIGN}.targetDuration",),
    "design.biospecimen_retention": (f"{_DESIGN}.bioSpec.retention",),
    "design.biospecimen_description": (f"{_DESIGN}.bioSpec.description",),
    "design.expanded_access_types.individual": (f"{_DESIGN}.expandedAccessTypes.individual",),
    "design.expanded_access_types.intermediate": (f"{_DESIGN}.expandedAccessTypes.intermediate",),
    "design.expanded_access_types.treatment": (f"{_DESIGN}.expandedAccessTypes.treatment",),
    "design.studies_pointing_here": (f"{_DESIGN}.nPtrsToThisExpAccNctId",),
    "arms.label": (f"{_ARMS}.armGroups.label",),
    "arms.kind": (f"{_ARMS}.armGroups.type",),
    "arms.description": (f"{_ARMS}.armGroups.description",),
    "arms.interventions": (f"{_ARMS}.armGroups.interventionNames",),
    "interventions.name": (f"{_ARMS}.interventions.name",),
    "interventions.kind": (f"{_ARMS}.interventions.type",),
    "interventions.description": (f"{_ARMS}.interventions.description",),
    "interventions.arms": (f"{_ARMS}.interventions.armGroupLabels",),
    "interventions.other_names": (f"{_ARMS}.interventions.otherNames",),
    **_outcome("primary"),
    **_outcome("secondary"),
    **_outcome("other"),
    "eligibility.criteria": (f"{_RULES}.eligibilityCriteria",),
    "eligibility.healthy_volunteers": (f"{_RULES}.healthyVolunteers",),
    "eligibility.sex": (f"{_RULES}.sex",),
    "eligibility.gender_based": (f"{_RULES}.genderBased",),
    "eligibility.gender_description": (f"{_RULES}.genderDescription",),
    "eligibility.minimum_age": (f"{_RULES}.minimumAge",),
    "eligibility.maximum_age": (f"{_RULES}.maximumAge",),
    "eligibility.age_groups": (f"{_RULES}.stdAges",),
    "eligibility.population": (f"{_RULES}.studyPopulation",),
    "eligibility.sampling_method": (f"{_RULES}.samplingMethod",),
    **_contact("central_contacts", f"{_PLACES}.centralContacts"),
    "officials.name": (f"{_PLACES}.overallOfficials.name",),
    "officials.affiliation": (f"{_PLACES}.overallOfficials.affiliation",),
    "officials.role": (f"{_PLACES}.overallOfficials.role",),
    "sites.facility": (f"{_PLACES}.locations.facility",),
    "sites.city": (f"{_PLACES}.locations.city",),
    "sites.state": (f"{_PLACES}.locations.state",),
    "sites.postcode": (f"{_PLACES}.locations.zip",),
    "sites.country": (f"{_PLACES}.locations.country",),
    "sites.country_code": (f"{_PLACES}.locations.country",),
    "sites.status": (f"{_PLACES}.locations.status",),
    **_contact("sites.contacts", f"{_PLACES}.locations.contacts"),
    "sites.point.latitude": (f"{_PLACES}.locations.geoPoint.lat",),
    "sites.point.longitude": (f"{_PLACES}.locations.geoPoint.lon",),
    "references.citation": (f"{_PAPERS}.references.citation",),
    "references.kind": (f"{_PAPERS}.references.type",),
    "references.pmid": (f"{_PAPERS}.references.pmid",),
    "references.retractions.pmid": (f"{_PAPERS}.references.retractions.pmid",),
    "references.retractions.source": (f"{_PAPERS}.references.retractions.source",),
    "links.label": (f"{_PAPERS}.seeAlsoLinks.label",),
    "links.url": (f"{_PAPERS}.seeAlsoLinks.url",),
    "available_data.record_id": (f"{_PAPERS}.availIpds.id",),
    "available_data.kind": (f"{_PAPERS}.availIpds.type",),
    "available_data.url": (f"{_PAPERS}.availIpds.url",),
    "available_data.comment": (f"{_PAPERS}.availIpds.comment",),
    "data_sharing.decision": (f"{_SHARING}.ipdSharing",),
    "data_sharing.description": (f"{_SHARING}.description",),
    "data_sharing.documents": (f"{_SHARING}.infoTypes",),
    "data_sharing.time_frame": (f"{_SHARING}.timeFrame",),
    "data_sharing.access_criteria": (f"{_SHARING}.accessCriteria",),
    "data_sharing.url": (f"{_SHARING}.url",),
    "documents.label": (f"{_DOCUMENTS}.largeDocs.label",),
    "documents.kind": (f"{_DOCUMENTS}.largeDocs.typeAbbrev",),
    "documents.has_protocol": (f"{_DOCUMENTS}.largeDocs.hasProtocol",),
    "documents.has_analysis_plan": (f"{_DOCUMENTS}.largeDocs.hasSap",),
    "documents.has_consent_form": (f"{_DOCUMENTS}.largeDocs.hasIcf",),
    "documents.date": (f"{_DOCUMENTS}.largeDocs.date",),
    "documents.uploaded": (f"{_DOCUMENTS}.largeDocs.uploadDate",),
    "documents.filename": (f"{_DOCUMENTS}.largeDocs.filename",),
    "documents.size": (f"{_DOCUMENTS}.largeDocs.size",),
    "documents.url": (f"{_DOCUMENTS}.largeDocs.filename",),
    "no_analysis_plan": (f"{_DOCUMENTS}.noSap",),
    "results_status.posted": ("hasResults",),
    "results_status.waived": (f"{_STATUS}.resultsWaived",),
    "results_status.cycles.submitted": (f"{_MISC}.submissionTracking.submissionInfos.releaseDate",),
    "results_status.cycles.withdrawn": (f"{_MISC}.submissionTracking.submissionInfos.unreleaseDate",),
    "results_status.cycles.withdrawn_date_unknown": (
        f"{_MISC}.submissionTracking.submissionInfos.unreleaseDateUnknown",
    ),
    "results_status.cycles.returned": (f"{_MISC}.submissionTracking.submissionInfos.resetDate",),
    "results_status.cycles.comment_postings": (f"{_MISC}.submissionTracking.submissionInfos.mcpReleaseN",),
    "results_status.unposted_party": (f"{_NOTES}.unpostedAnnotation.unpostedResponsibleParty",),
    "results_status.unposted_events.kind": (f"{_NOTES}.unpostedAnnotation.unpostedEvents.type",),
    "results_status.unposted_events.date": (f"{_NOTES}.unpostedAnnotation.unpostedEvents.date",),
    "results_status.unposted_events.date_unknown": (
        f"{_NOTES}.unpostedAnnotation.unpostedEvents.dateUnknown",
    ),
    "results_status.violations.kind": (f"{_NOTES}.violationAnnotation.violationEvents.type",),
    "results_status.violations.description": (f"{_NOTES}.violationAnnotation.violationEvents.description",),
    "results_status.violations.created": (f"{_NOTES}.violationAnnotation.violationEvents.creationDate",),
    "results_status.violations.issued": (f"{_NOTES}.violationAnnotation.violationEvents.issuedDate",),
    "results_status.violations.released": (f"{_NOTES}.violationAnnotation.violationEvents.releaseDate",),
    "results_status.violations.posted": (f"{_NOTES}.violationAnnotation.violationEvents.postedDate",),
    "results": ("resultsSection",),
    **_terms("condition"),
    **_terms("intervention"),
    "removed_countries": (f"{_MISC}.removedCountries",),
    "registry_data_date": (f"{_MISC}.versionHolder",),
}

# In the archive's raw bytes and in no record, with the reason.
KEPT_RAW: dict[str, str] = {
    f"derivedSection.{kind}BrowseModule.{part}": "topics of the registry's old site, recomputed daily; the "
    "MeSH terms and their ancestors say the same"
    for kind in ("condition", "intervention")
    for part in ("browseLeaves", "browseBranches")
}
