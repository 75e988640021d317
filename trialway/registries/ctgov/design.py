"""The design module of a study → Design."""

from trialway.record import Design, Enrolment, ExpandedAccessTypes
from trialway.registries.ctgov import schema
from trialway.registries.field_reader import FieldReader
from trialway.vocabulary.allocation import ALLOCATION
from trialway.vocabulary.biospecimen_retention import BIOSPECIMEN_RETENTION
from trialway.vocabulary.intervention_model import INTERVENTION_MODEL
from trialway.vocabulary.masking import MASKING
from trialway.vocabulary.observational_model import OBSERVATIONAL_MODEL
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.purpose import PURPOSE
from trialway.vocabulary.stated_as import STATED_AS
from trialway.vocabulary.study_type import STUDY_TYPE
from trialway.vocabulary.time_perspective import TIME_PERSPECTIVE
from trialway.vocabulary.who_masked import WHO_MASKED

# Submitters who do not know the number of participants write nines; the largest studies have some millions.
_STAND_INS = frozenset({9_999_999, 99_999_999, 999_999_999})


def design(reading: FieldReader, module: schema.DesignModule) -> Design:
    """How the study is built, as far as the record states it."""
    info = module.design_info
    return Design(
        study_type=reading.coded(STUDY_TYPE, module.study_type),
        phases=reading.all_coded(PHASE, module.phases),
        allocation=reading.coded(ALLOCATION, info.allocation),
        intervention_model=reading.coded(INTERVENTION_MODEL, info.intervention_model),
        intervention_model_description=info.intervention_model_description,
        purpose=reading.coded(PURPOSE, info.primary_purpose),
        observational_model=reading.coded(OBSERVATIONAL_MODEL, info.observational_model),
        time_perspective=reading.coded(TIME_PERSPECTIVE, info.time_perspective),
        masking=reading.coded(MASKING, info.masking_info.masking),
        masking_description=info.masking_info.masking_description,
        who_masked=reading.all_coded(WHO_MASKED, info.masking_info.who_masked),
        enrolment=_enrolment(reading, module.enrollment_info),
        patient_registry=module.patient_registry,
        target_duration=reading.duration(
            "protocolSection.designModule.targetDuration", module.target_duration
        ),
        biospecimen_retention=reading.coded(BIOSPECIMEN_RETENTION, module.bio_spec.retention),
        biospecimen_description=module.bio_spec.description,
        expanded_access_types=_expanded_access_types(module.expanded_access_types),
        studies_pointing_here=module.n_ptrs_to_this_exp_acc_nct_id,
    )


def _enrolment(reading: FieldReader, stated: schema.EnrollmentInfo) -> Enrolment | None:
    if stated.count is None and stated.type is None:
        return None
    believable = stated.count is not None and stated.count >= 0 and stated.count not in _STAND_INS
    return Enrolment(
        count=stated.count if believable else None,
        kind=reading.coded(STATED_AS, stated.type),
        stated=stated.count,
    )


def _expanded_access_types(types: schema.ExpandedAccessTypes) -> ExpandedAccessTypes | None:
    if types == schema.ExpandedAccessTypes():
        return None
    return ExpandedAccessTypes(
        individual=types.individual, intermediate=types.intermediate, treatment=types.treatment
    )
