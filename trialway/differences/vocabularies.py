"""Which vocabulary reads which coded field of a record."""

from trialway.vocabulary.age_group import AGE_GROUP
from trialway.vocabulary.allocation import ALLOCATION
from trialway.vocabulary.arm_type import ARM_TYPE
from trialway.vocabulary.biospecimen_retention import BIOSPECIMEN_RETENTION
from trialway.vocabulary.coded import Vocabulary
from trialway.vocabulary.identifier_type import IDENTIFIER_TYPE
from trialway.vocabulary.intervention_model import INTERVENTION_MODEL
from trialway.vocabulary.intervention_type import INTERVENTION_TYPE
from trialway.vocabulary.ipd_document import IPD_DOCUMENT
from trialway.vocabulary.ipd_sharing import IPD_SHARING
from trialway.vocabulary.masking import MASKING
from trialway.vocabulary.observational_model import OBSERVATIONAL_MODEL
from trialway.vocabulary.person_role import PERSON_ROLE
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.purpose import PURPOSE
from trialway.vocabulary.reference_type import REFERENCE_TYPE
from trialway.vocabulary.responsible_party_type import RESPONSIBLE_PARTY_TYPE
from trialway.vocabulary.sampling_method import SAMPLING_METHOD
from trialway.vocabulary.sex import SEX
from trialway.vocabulary.sponsor_class import SPONSOR_CLASS
from trialway.vocabulary.status import STATUS
from trialway.vocabulary.study_type import STUDY_TYPE
from trialway.vocabulary.time_perspective import TIME_PERSPECTIVE
from trialway.vocabulary.unposted_event import UNPOSTED_EVENT
from trialway.vocabulary.violation_event import VIOLATION_EVENT
from trialway.vocabulary.who_masked import WHO_MASKED

VOCABULARIES: dict[str, Vocabulary] = {
    "identifiers.kind": IDENTIFIER_TYPE,
    "organisation.sponsor_class": SPONSOR_CLASS,
    "recruitment.status": STATUS,
    "recruitment.last_known": STATUS,
    "recruitment.expanded_access.status": STATUS,
    "responsible_party.kind": RESPONSIBLE_PARTY_TYPE,
    "lead_sponsor.sponsor_class": SPONSOR_CLASS,
    "collaborators.sponsor_class": SPONSOR_CLASS,
    "design.study_type": STUDY_TYPE,
    "design.phases": PHASE,
    "design.allocation": ALLOCATION,
    "design.intervention_model": INTERVENTION_MODEL,
    "design.purpose": PURPOSE,
    "design.observational_model": OBSERVATIONAL_MODEL,
    "design.time_perspective": TIME_PERSPECTIVE,
    "design.masking": MASKING,
    "design.who_masked": WHO_MASKED,
    "design.biospecimen_retention": BIOSPECIMEN_RETENTION,
    "arms.kind": ARM_TYPE,
    "interventions.kind": INTERVENTION_TYPE,
    "eligibility.sex": SEX,
    "eligibility.age_groups": AGE_GROUP,
    "eligibility.sampling_method": SAMPLING_METHOD,
    "central_contacts.role": PERSON_ROLE,
    "officials.role": PERSON_ROLE,
    "sites.status": STATUS,
    "sites.contacts.role": PERSON_ROLE,
    "references.kind": REFERENCE_TYPE,
    "data_sharing.decision": IPD_SHARING,
    "data_sharing.documents": IPD_DOCUMENT,
    "results_status.unposted_events.kind": UNPOSTED_EVENT,
    "results_status.violations.kind": VIOLATION_EVENT,
}
