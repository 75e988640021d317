"""Made records that between them reach every kind of sentence, and their texts written out line by line.

``python -m tests.plain.whole_texts`` writes ``whole_texts.txt`` anew; read what changed before it is kept.
"""

# ruff: noqa: E501 - a table is read best with one case on a line

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from trialway.plain import patient_text
from trialway.plain.statement import Statement
from trialway.record import (
    Arm,
    Contact,
    DataSharing,
    Dates,
    Design,
    Eligibility,
    Enrolment,
    ExpandedAccess,
    Intervention,
    Outcome,
    Outcomes,
    Oversight,
    Recruitment,
    Reference,
    ResultsStatus,
    Site,
    TrialRecord,
)
from trialway.trial import Source, Trial
from trialway.vocabulary.age import read_duration
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

FILE = Path(__file__).with_name("whole_texts.txt")
SEEN = dt.datetime(2026, 6, 18, tzinfo=dt.UTC)
# One status for each tense: "you will", "people do", "people did", "people were going to".
TENSES = {
    "future": "recruiting",
    "present": "active_not_recruiting",
    "past": "completed",
    "unheld": "withdrawn",
}
TO_JOIN = (
    "Inclusion Criteria:\n\n* Histologically confirmed breast cancer;\n* ECOG 0-1\n\n"
    "Exclusion Criteria:\n\n* HIV\n* Heart disease"
)


def code(name: str) -> Coded:
    return Coded(name, name.upper())


def blinded() -> dict[str, object]:
    """Two groups, a placebo, and nobody who knows."""
    return {
        "conditions": ("Breast Cancer", "Anaemia"),
        "brief_summary": "Possible side effects of Drug X are nausea and a rash on both of the hands.",
        "arms": (
            Arm(label="Drug X", kind=code("experimental"), description="Drug X 10 mg by mouth once daily until progression", interventions=("Drug: Drug X",)),
            Arm(label="Placebo", kind=code("placebo_comparator"), description="Once daily", interventions=("Drug: Placebo",)),
        ),
        "interventions": (Intervention(name="Drug X", kind=code("drug")), Intervention(name="Placebo", kind=code("drug"))),
        "design": Design(
            study_type=code("interventional"), allocation=code("randomised"), intervention_model=code("parallel"), purpose=code("treatment"),
            masking=code("triple"), who_masked=(code("participant"), code("care_provider"), code("outcomes_assessor")),
            enrolment=Enrolment(count=120, kind=code("estimated")),
        ),
        "eligibility": Eligibility(criteria=TO_JOIN, healthy_volunteers=False, sex=code("female"), minimum_age=read_duration("18 Years"), maximum_age=read_duration("65 Years")),
        "outcomes": Outcomes(primary=(Outcome(measure="Adverse events", time_frame="12 weeks."),)),
        "oversight": Oversight(has_monitoring_committee=True),
        "dates": Dates(start=StatedDate("2025-01-02", code("actual")), completion=StatedDate("2027-03", code("estimated")), results_expected=StatedDate("2027-05")),
        "data_sharing": DataSharing(decision=code("undecided")),
        "sites": (Site(facility="A", country="France", status=code("recruiting"), contacts=(Contact(phone="1"),)), Site(facility="B", country="Spain")),
        "central_contacts": (Contact(email="a@example.org"),),
    }  # fmt: skip


def open_groups() -> dict[str, object]:
    """Three groups that people know of, by what fits them; children; one of the groups has a placebo."""
    return {
        "conditions": ("Asthma",),
        "arms": (
            Arm(label="Exercise", kind=code("active_comparator"), interventions=("Behavioral: Exercise",)),
            Arm(label="Sham", kind=code("sham_comparator"), interventions=("Device: Sham light",)),
            Arm(label="Nothing", kind=code("no_intervention")),
        ),
        "interventions": (
            Intervention(name="Exercise", kind=code("behavioural")),
            Intervention(name="Sham light", kind=code("device")),
            Intervention(name="Placebo cream", kind=code("other")),
        ),
        "design": Design(
            study_type=code("interventional"), allocation=code("non_randomised"), intervention_model=code("sequential"), purpose=code("prevention"),
            masking=code("none"), enrolment=Enrolment(count=1, kind=code("actual")), target_duration=read_duration("6 Months"),
        ),
        "eligibility": Eligibility(criteria="", healthy_volunteers=True, sex=code("male"), minimum_age=read_duration("6 Months"), maximum_age=read_duration("12 Years")),
        "oversight": Oversight(has_monitoring_committee=False),
        "dates": Dates(start=StatedDate("2025-01"), completion=StatedDate("2026-01-05", code("actual")), delay_first_posted=StatedDate("2026-02-03")),
        "data_sharing": DataSharing(decision=code("yes")),
        "references": (Reference(citation="C", kind=code("result")), Reference(citation="D", kind=code("background"))),
        "sites": (Site(facility="A", country="France"),),
        "recruitment": Recruitment(expanded_access=ExpandedAccess(offered=True, record_id="NCT00000009")),
    }  # fmt: skip


def one_group() -> dict[str, object]:
    """One group; nothing is hidden, little is said."""
    return {
        "conditions": ("Gout",),
        "arms": (Arm(label="All", kind=code("experimental"), interventions=("Drug: Drug Y",)),),
        "interventions": (Intervention(name="Drug Y", kind=code("drug")),),
        "design": Design(study_type=code("interventional"), intervention_model=code("single_group"), masking=code("none"), enrolment=Enrolment(count=0)),
        "eligibility": Eligibility(criteria="* Willing to come", sex=code("all"), maximum_age=read_duration("80 Years")),
        "recruitment": Recruitment(expanded_access=ExpandedAccess(offered=False)),
        "results_status": ResultsStatus(posted=True),
        "data_sharing": DataSharing(decision=code("no")),
    }  # fmt: skip


def crossover() -> dict[str, object]:
    """Two groups one after the other, each person in both; the record does not say who knows."""
    return {
        "arms": (Arm(label="First"), Arm(label="Second", description="As above, later.")),
        "interventions": (Intervention(name="Vehicle", kind=code("drug")),),
        "design": Design(allocation=code("randomised"), intervention_model=code("crossover"), masking=code("double"), purpose=code("basic_science")),
        "eligibility": Eligibility(minimum_age=read_duration("50 Years")),
    }  # fmt: skip


def unequal() -> dict[str, object]:
    """Three groups of different size, of which the staff alone know nothing."""
    return {
        "official_title": "An official title",
        "detailed_description": "Participants are randomized 2:1:1.",
        "oversight": Oversight(has_monitoring_committee=True),
        "outcomes": Outcomes(primary=(Outcome(measure="Side effects"), Outcome(measure="Pain", time_frame="2 years"), Outcome(measure="Toxicity"))),
        "arms": (Arm(label="A"), Arm(label="B"), Arm(label="C")),
        "design": Design(allocation=code("randomised"), intervention_model=code("factorial"), masking=code("single"), who_masked=(code("investigator"),)),
    }  # fmt: skip


def watched() -> dict[str, object]:
    """A study that watches, and gives nothing."""
    return {
        "conditions": ("Stroke",),
        "arms": (Arm(label="Cohort", description="People after a stroke"), Arm(label="Others")),
        "design": Design(study_type=code("observational"), observational_model=code("cohort")),
    }  # fmt: skip


RECORDS = {made.__name__: made for made in (blinded, open_groups, one_group, crossover, unequal, watched)}


def record_of(name: str, tense: str) -> TrialRecord:
    parts = RECORDS[name]()
    access = getattr(parts.pop("recruitment", None), "expanded_access", None)
    recruitment = Recruitment(status=code(TENSES[tense]), expanded_access=access)
    return TrialRecord("ctgov", "NCT00000001", recruitment=recruitment, **parts)  # type: ignore[arg-type]


def lines(name: str, tense: str) -> Iterator[str]:
    """The text as it is read: each section with its question, each sentence with what it rests on."""
    text = patient_text(Trial(1, "a", 1, (Source(record_of(name, tense), SEEN, SEEN),)), SEEN.date())
    yield f"# {name}, {tense}"
    yield f"title: {sentence(text.title)}"
    yield f"summary: {sentence(text.summary)}"
    for section in text.sections:
        yield f"{section.id}: {section.question}"
        yield from (f"  {sentence(one)}" for one in section.statements)
        for group in section.groups:
            yield f"  {group.name}:"
            yield from (f"    {sentence(one)}" for one in group.statements)
            yield from (f"    “{one.text}” ({one.field})" for one in (group.quotation,) if one)
        yield from (f"  {sentence(one)}" for one in section.closing)
        yield from (f"  “{one.text}” ({one.field}, {one.title})" for one in section.quotations)
    yield ""


def sentence(one: Statement) -> str:
    """``[end-planned] It is due to end in ‹March 2027›. (dates.completion) ← 2027-03``: the record's own
    words are marked; behind it the fields, the words that it rests on, and how a number was worked out."""
    words = "".join(f"‹{piece.text}›" if piece.theirs else piece.text for piece in one.pieces)
    behind = f" ({', '.join(one.fields)})" if one.fields else " (of any trial)" if one.general else ""
    rests = f" ← {' | '.join(one.rests_on)}" if one.rests_on else ""
    return f"[{one.template}] {words}{behind}{rests}" + (f" by {one.derivation}" if one.derivation else "")


def every_line() -> list[str]:
    return [line for name in RECORDS for tense in TENSES for line in lines(name, tense)]


if __name__ == "__main__":
    FILE.write_text("\n".join(every_line()))
