"""What one registry says about one trial, at one version: archive ─normalise─▶ **TrialRecord** ─▶ Trial.

Neutral between registries, frozen, in the registry's order. Text is the registry's own, unedited. Which
registry field each value came from stands in the registry's ``paths.py``. Nothing here reads or writes.
"""

from msgspec import Raw, Struct

from trialway.vocabulary.age import Duration
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

NO_RESULTS = Raw(b"null")


class RecordPart(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of all parts of a record: frozen, and what is not stated is left out when written."""


class Identifier(RecordPart, frozen=True):
    """``role``: ``own``, ``alias``, ``organisation``, ``secondary``; ``issuer`` as the registry names it."""

    value: str
    role: str
    kind: Coded | None = None
    issuer: str | None = None
    link: str | None = None


class Organisation(RecordPart, frozen=True):
    """A sponsor, a collaborator or the organisation that submitted the record."""

    name: str | None = None
    sponsor_class: Coded | None = None


class ExpandedAccess(RecordPart, frozen=True):
    """Whether the intervention can be had outside the trial, and under which record."""

    offered: bool | None = None
    record_id: str | None = None
    status: Coded | None = None


class Recruitment(RecordPart, frozen=True):
    """Overall status; ``last_known`` is what it was before it became unknown."""

    status: Coded | None = None
    last_known: Coded | None = None
    verified: StatedDate | None = None
    why_stopped: str | None = None
    expanded_access: ExpandedAccess | None = None
    delayed_posting: bool | None = None


class Dates(RecordPart, frozen=True):
    """When the study runs, and when its record and results were submitted and posted."""

    start: StatedDate | None = None
    primary_completion: StatedDate | None = None
    completion: StatedDate | None = None
    first_submitted: StatedDate | None = None
    first_submitted_checked: StatedDate | None = None
    first_posted: StatedDate | None = None
    results_first_submitted: StatedDate | None = None
    results_first_submitted_checked: StatedDate | None = None
    results_first_posted: StatedDate | None = None
    results_first_posted_with_comments: StatedDate | None = None
    results_expected: StatedDate | None = None
    delay_first_submitted: StatedDate | None = None
    delay_first_submitted_checked: StatedDate | None = None
    delay_first_posted: StatedDate | None = None
    last_update_submitted: StatedDate | None = None
    last_update_posted: StatedDate | None = None


class ResponsibleParty(RecordPart, frozen=True):
    """Who answers for the record; the ``old_`` fields are of records that use the registry's former form."""

    kind: Coded | None = None
    name: str | None = None
    title: str | None = None
    affiliation: str | None = None
    old_name_title: str | None = None
    old_organisation: str | None = None


class Oversight(RecordPart, frozen=True):
    """Monitoring and the US law that the study falls under."""

    has_monitoring_committee: bool | None = None
    fda_regulated_drug: bool | None = None
    fda_regulated_device: bool | None = None
    unapproved_device: bool | None = None
    paediatric_postmarket_surveillance: bool | None = None
    exported_from_us: bool | None = None
    fdaaa_801_violation: bool | None = None


class Enrolment(RecordPart, frozen=True):
    """``count`` is None when ``stated`` is a stand-in such as 99999999."""

    count: int | None = None
    kind: Coded | None = None
    stated: int | None = None


class ExpandedAccessTypes(RecordPart, frozen=True):
    """For whom expanded access is offered."""

    individual: bool | None = None
    intermediate: bool | None = None
    treatment: bool | None = None


class Design(RecordPart, frozen=True):
    """How the study is built."""

    study_type: Coded | None = None
    phases: tuple[Coded, ...] = ()
    allocation: Coded | None = None
    intervention_model: Coded | None = None
    intervention_model_description: str | None = None
    purpose: Coded | None = None
    observational_model: Coded | None = None
    time_perspective: Coded | None = None
    masking: Coded | None = None
    masking_description: str | None = None
    who_masked: tuple[Coded, ...] = ()
    enrolment: Enrolment | None = None
    patient_registry: bool | None = None
    target_duration: Duration | None = None
    biospecimen_retention: Coded | None = None
    biospecimen_description: str | None = None
    expanded_access_types: ExpandedAccessTypes | None = None
    studies_pointing_here: int | None = None


class Arm(RecordPart, frozen=True):
    """A study group. ``interventions`` are as the group lists them ("Drug: Placebo")."""

    label: str | None = None
    kind: Coded | None = None
    description: str | None = None
    interventions: tuple[str, ...] = ()


class Intervention(RecordPart, frozen=True):
    """What is given or done. ``arms`` are the labels of the groups that get it."""

    name: str | None = None
    kind: Coded | None = None
    description: str | None = None
    arms: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


class Outcome(RecordPart, frozen=True):
    """What is measured, and when."""

    measure: str | None = None
    description: str | None = None
    time_frame: str | None = None


class Outcomes(RecordPart, frozen=True):
    """Outcome measures as planned."""

    primary: tuple[Outcome, ...] = ()
    secondary: tuple[Outcome, ...] = ()
    other: tuple[Outcome, ...] = ()


class Eligibility(RecordPart, frozen=True):
    """Who can take part. ``criteria`` is the registry's text; a maximum age that means "none" is absent."""

    criteria: str | None = None
    healthy_volunteers: bool | None = None
    sex: Coded | None = None
    gender_based: bool | None = None
    gender_description: str | None = None
    minimum_age: Duration | None = None
    maximum_age: Duration | None = None
    age_groups: tuple[Coded, ...] = ()
    population: str | None = None
    sampling_method: Coded | None = None


class Contact(RecordPart, frozen=True):
    """A contact line of a site or of the whole study."""

    name: str | None = None
    role: Coded | None = None
    phone: str | None = None
    phone_extension: str | None = None
    email: str | None = None


class Official(RecordPart, frozen=True):
    """Somebody responsible for the study as a whole."""

    name: str | None = None
    affiliation: str | None = None
    role: Coded | None = None


class Point(RecordPart, frozen=True):
    """Degrees, WGS 84. Registries give the middle of the town, not the address."""

    latitude: float
    longitude: float


class Site(RecordPart, frozen=True):
    """A place where the study runs. ``country_code``: ISO 3166-1 alpha-2, None when the name is not known."""

    facility: str | None = None
    city: str | None = None
    state: str | None = None
    postcode: str | None = None
    country: str | None = None
    country_code: str | None = None
    status: Coded | None = None
    contacts: tuple[Contact, ...] = ()
    point: Point | None = None


class Retraction(RecordPart, frozen=True):
    """A notice that a publication was withdrawn."""

    pmid: str | None = None
    source: str | None = None


class Reference(RecordPart, frozen=True):
    """A publication."""

    citation: str | None = None
    kind: Coded | None = None
    pmid: str | None = None
    retractions: tuple[Retraction, ...] = ()


class WebLink(RecordPart, frozen=True):
    """A web page that the record names."""

    label: str | None = None
    url: str | None = None


class AvailableData(RecordPart, frozen=True):
    """A data set or document of the study that can be had somewhere."""

    record_id: str | None = None
    kind: str | None = None
    url: str | None = None
    comment: str | None = None


class DataSharing(RecordPart, frozen=True):
    """What will be shared about single participants."""

    decision: Coded | None = None
    description: str | None = None
    documents: tuple[Coded, ...] = ()
    time_frame: str | None = None
    access_criteria: str | None = None
    url: str | None = None


class StudyDocument(RecordPart, frozen=True):
    """A file that the registry holds. ``size`` in bytes."""

    label: str | None = None
    kind: str | None = None
    has_protocol: bool | None = None
    has_analysis_plan: bool | None = None
    has_consent_form: bool | None = None
    date: StatedDate | None = None
    uploaded: StatedDate | None = None
    filename: str | None = None
    size: int | None = None
    url: str | None = None


class MeshTerm(RecordPart, frozen=True):
    """A term of a controlled vocabulary (MeSH)."""

    id: str | None = None
    name: str | None = None


class ConditionTerms(RecordPart, frozen=True):
    """MeSH terms that the registry derived, and what stands above them in the tree."""

    terms: tuple[MeshTerm, ...] = ()
    ancestors: tuple[MeshTerm, ...] = ()


class SubmissionCycle(RecordPart, frozen=True):
    """One round of results submission and quality review."""

    submitted: StatedDate | None = None
    withdrawn: StatedDate | None = None
    withdrawn_date_unknown: bool | None = None
    returned: StatedDate | None = None
    comment_postings: int | None = None


class UnpostedEvent(RecordPart, frozen=True):
    """A step of results that were submitted and are not posted."""

    kind: Coded | None = None
    date: StatedDate | None = None
    date_unknown: bool | None = None


class ViolationEvent(RecordPart, frozen=True):
    """A notice about the duty to report."""

    kind: Coded | None = None
    description: str | None = None
    created: StatedDate | None = None
    issued: StatedDate | None = None
    released: StatedDate | None = None
    posted: StatedDate | None = None


class ResultsStatus(RecordPart, frozen=True):
    """Whether results are posted, waived or still with the registry."""

    posted: bool | None = None
    waived: bool | None = None
    cycles: tuple[SubmissionCycle, ...] = ()
    unposted_party: str | None = None
    unposted_events: tuple[UnpostedEvent, ...] = ()
    violations: tuple[ViolationEvent, ...] = ()


class LeftOut(RecordPart, frozen=True):
    """A value that is not of the kind its field promises; ``raw`` is its JSON."""

    path: str
    raw: str
    reason: str


class UnknownValue(RecordPart, frozen=True):
    """A coded value that no vocabulary knows; it also stands in its field, in the registry's own word."""

    concept: str
    raw: str


class TrialRecord(RecordPart, frozen=True):
    """One registry's account of one trial. Absent means: the registry does not state it.

    ``language`` (BCP 47): of its texts, where that is not the registry's usual language.
    """

    registry: str
    record_id: str
    url: str | None = None
    language: str | None = None
    brief_title: str | None = None
    official_title: str | None = None
    acronym: str | None = None
    organisation: Organisation | None = None
    identifiers: tuple[Identifier, ...] = ()
    recruitment: Recruitment = Recruitment()
    dates: Dates = Dates()
    responsible_party: ResponsibleParty | None = None
    lead_sponsor: Organisation | None = None
    collaborators: tuple[Organisation, ...] = ()
    oversight: Oversight = Oversight()
    brief_summary: str | None = None
    detailed_description: str | None = None
    conditions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    design: Design = Design()
    arms: tuple[Arm, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    outcomes: Outcomes = Outcomes()
    eligibility: Eligibility = Eligibility()
    central_contacts: tuple[Contact, ...] = ()
    officials: tuple[Official, ...] = ()
    sites: tuple[Site, ...] = ()
    references: tuple[Reference, ...] = ()
    links: tuple[WebLink, ...] = ()
    available_data: tuple[AvailableData, ...] = ()
    data_sharing: DataSharing = DataSharing()
    documents: tuple[StudyDocument, ...] = ()
    no_analysis_plan: bool | None = None
    results_status: ResultsStatus = ResultsStatus()
    results: Raw = NO_RESULTS
    condition_terms: ConditionTerms = ConditionTerms()
    intervention_terms: ConditionTerms = ConditionTerms()
    removed_countries: tuple[str, ...] = ()
    registry_data_date: StatedDate | None = None
    left_out: tuple[LeftOut, ...] = ()
    unknown_values: tuple[UnknownValue, ...] = ()
