"""How the study is built: allocation, model, purpose, masking, samples, follow-up."""

from trialway.presenters.expert.header import participants, phase_words
from trialway.presenters.registry_text import RegistryText, counted
from trialway.presenters.source_reader import RowsSection, SourceReader, rows
from trialway.record import Design
from trialway.trial import Chosen, Trial
from trialway.vocabulary.allocation import ALLOCATION
from trialway.vocabulary.biospecimen_retention import BIOSPECIMEN_RETENTION
from trialway.vocabulary.intervention_model import INTERVENTION_MODEL
from trialway.vocabulary.masking import MASKING
from trialway.vocabulary.observational_model import OBSERVATIONAL_MODEL
from trialway.vocabulary.purpose import PURPOSE
from trialway.vocabulary.sampling_method import SAMPLING_METHOD
from trialway.vocabulary.study_type import STUDY_TYPE
from trialway.vocabulary.time_perspective import TIME_PERSPECTIVE
from trialway.vocabulary.who_masked import WHO_MASKED


def design(trial: Trial) -> RowsSection | None:
    reading = SourceReader(trial)
    found = rows(
        ("Type of study", reading.coded(STUDY_TYPE, lambda record: record.design.study_type)),
        ("Phase", phase_words(reading) or _no_phase(reading)),
        ("Participants", participants(reading) or _placeholder(reading)),
        ("Allocation", reading.coded(ALLOCATION, lambda record: record.design.allocation)),
        (
            "Intervention model",
            reading.coded(INTERVENTION_MODEL, lambda record: record.design.intervention_model),
        ),
        ("About the model", reading.prose(lambda record: record.design.intervention_model_description)),
        ("Primary purpose", reading.coded(PURPOSE, lambda record: record.design.purpose)),
        ("Masking", reading.coded(MASKING, lambda record: record.design.masking)),
        (
            "Who does not know the group",
            reading.all_coded(WHO_MASKED, lambda record: record.design.who_masked),
        ),
        ("About the masking", reading.prose(lambda record: record.design.masking_description)),
        (
            "Observational model",
            reading.coded(OBSERVATIONAL_MODEL, lambda record: record.design.observational_model),
        ),
        ("Time perspective", reading.coded(TIME_PERSPECTIVE, lambda record: record.design.time_perspective)),
        ("Population studied", reading.prose(lambda record: record.eligibility.population)),
        ("Sampling", reading.coded(SAMPLING_METHOD, lambda record: record.eligibility.sampling_method)),
        ("Patient registry", reading.flag(lambda record: record.design.patient_registry)),
        ("Follow-up of each participant", _duration(reading.chosen(lambda record: record.design))),
        (
            "Samples kept",
            reading.coded(BIOSPECIMEN_RETENTION, lambda record: record.design.biospecimen_retention),
        ),
        ("About the samples", reading.prose(lambda record: record.design.biospecimen_description)),
        ("Expanded access for", _expanded_access(reading)),
        ("Studies that point to this one", _pointing(reading)),
    )
    if not found:
        return None
    return RowsSection(
        id="design",
        title="Study design",
        help="How groups are formed and compared, and who is kept from knowing which group is which.",
        template="expert/rows.jinja",
        rows=found,
        sources=reading.sources,
    )


def _no_phase(reading: SourceReader) -> RegistryText | None:
    return RegistryText("Not applicable") if reading.chosen(lambda record: record.design.phases) else None


def _placeholder(reading: SourceReader) -> RegistryText | None:
    """A stand-in such as 99999999 is no number of people."""
    found = reading.chosen(lambda record: record.design.enrolment)
    return (
        RegistryText("Not stated; the registry holds a placeholder") if found and found.value.stated else None
    )


def _duration(design: Chosen[Design] | None) -> RegistryText | None:
    target = design.value.target_duration if design else None
    return RegistryText(target.words) if target else None


def _expanded_access(reading: SourceReader) -> tuple[RegistryText, ...]:
    found = reading.chosen(lambda record: record.design.expanded_access_types)
    if found is None:
        return ()
    kinds = (
        (found.value.individual, "Individual patients"),
        (found.value.intermediate, "An intermediate-size population"),
        (found.value.treatment, "Treatment use by a large population"),
    )
    return tuple(RegistryText(words) for stated, words in kinds if stated)


def _pointing(reading: SourceReader) -> RegistryText | None:
    found = reading.chosen(lambda record: record.design.studies_pointing_here)
    return RegistryText(counted(found.value, "study", "studies")) if found else None
