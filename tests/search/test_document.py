"""What the index takes in of a trial."""

import hashlib

import msgspec
import pytest

from tests.search.making import a_trial
from trialway.record import (
    ConditionTerms,
    Design,
    Eligibility,
    Enrolment,
    Identifier,
    Intervention,
    MeshTerm,
    Organisation,
    Recruitment,
    Site,
    TrialRecord,
)
from trialway.search.document.areas import AREAS
from trialway.search.document.dates import DateFields
from trialway.search.document.document import SCHEMA, Document, document
from trialway.search.document.encode_document import LARGEST_NUMBER, EncodedDocument, StoredDocument, sort_key
from trialway.search.document.facet_codes import FacetValue
from trialway.search.document.facets import FACETS
from trialway.search.document.result_summary import ResultSummary
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

RECORD = TrialRecord(
    "ctgov",
    "NCT00000001",
    brief_title="Salt \\> sugar",
    acronym="SALTY",
    identifiers=(Identifier(value="2010-019256-37", role="secondary"),),
    recruitment=Recruitment(status=Coded("recruiting", "RECRUITING")),
    lead_sponsor=Organisation(name="Salt Works", sponsor_class=Coded(None, "SALT_MINE")),
    brief_summary="A summary. " * 60,
    conditions=("Gout",),
    design=Design(
        study_type=Coded("interventional", "INTERVENTIONAL"),
        phases=(Coded("2", "PHASE2"), Coded("3", "PHASE3")),
        enrolment=Enrolment(count=40, kind=Coded("actual", "ACTUAL")),
    ),
    interventions=(Intervention(name="Salt", kind=Coded("drug", "DRUG"), other_names=("NaCl",)),),
    eligibility=Eligibility(
        criteria="No sugar.", healthy_volunteers=False, age_groups=(Coded("adult", "ADULT"),)
    ),
    sites=(
        Site(city="Lyon", country="France", country_code="FR"),
        Site(city="Paris", country="France", country_code="FR"),
        Site(city="Belgrade", country="Serbia and Montenegro"),
    ),
    condition_terms=ConditionTerms(terms=(MeshTerm(id="D006073", name="Gout"),)),
)


@pytest.fixture
def made():
    return document(a_trial(1, RECORD))


def test_facets_have_codes_and_labels(made):
    assert made.facets["status"] == (FacetValue("recruiting", "Recruiting"),)
    assert made.facets["phase"] == (FacetValue("2", "Phase 2"), FacetValue("3", "Phase 3"))
    assert made.facets["condition"] == (FacetValue("D006073", "Gout"),)
    assert made.facets["country"] == (
        FacetValue("FR", "France"),
        FacetValue("raw:Serbia and Montenegro", "Serbia and Montenegro"),
    )
    assert made.facets["results"] == (FacetValue("no", "No"),)
    assert made.facets["healthy_volunteers"] == (FacetValue("no", "No"),)
    assert made.facets["intervention_type"] == (FacetValue("drug", "Drug"),)
    assert made.facets["sex"] == ()


def test_a_value_that_no_vocabulary_knows_has_a_code_of_its_own(made):
    assert made.facets["sponsor_class"] == (FacetValue("raw:SALT_MINE", "Salt mine"),)


def test_a_record_without_mesh_terms_is_found_by_its_own_words():
    record = TrialRecord("ctgov", "NCT00000001", conditions=("Vim  and Vigour ", "VIM and vigour"))

    assert document(a_trial(1, record)).facets["condition"] == (
        FacetValue("text:vim and vigour", "Vim and Vigour"),
    )


def test_a_record_without_mesh_terms_has_the_headings_that_its_conditions_are_known_by():
    record = TrialRecord(
        "isrctn", "ISRCTN00000001", conditions=("Obesity and Type 2 Diabetes", "gout, acute")
    )
    found = document(a_trial(1, record))

    assert set(found.facets["condition"]) == {
        FacetValue("D009765", "Obesity"),
        FacetValue("D003924", "Type 2 diabetes"),
        FacetValue("D006073", "Gout"),
    }


def test_a_heading_is_called_as_people_say_it():
    heading = MeshTerm(id="D003924", name="Diabetes Mellitus, Type 2")
    record = TrialRecord("ctgov", "NCT00000001", condition_terms=ConditionTerms(terms=(heading,)))

    assert document(a_trial(1, record)).facets["condition"] == (FacetValue("D003924", "Type 2 diabetes"),)


def test_numbers_and_acronym_are_names(made):
    assert made.names == ("NCT00000001", "201001925637", "SALTY")


def test_texts_are_repaired_and_come_once(made):
    assert made.texts["title"] == ("Salt > sugar", "SALTY")
    assert made.texts["condition"] == ("Gout",)
    assert made.texts["place"] == ("Lyon, France", "Paris, France", "Belgrade, Serbia and Montenegro")
    assert made.texts["eligibility"] == ("No sugar.",)
    assert "outcome" not in made.texts


def test_the_card_says_what_a_list_shows(made):
    card = made.card

    assert (card.slug, card.title, card.acronym) == ("NCT00000001", "Salt > sugar", "SALTY")
    assert (card.sites, card.countries, card.enrolment) == (3, 2, 40)
    assert (card.sponsor, card.conditions, card.interventions) == ("Salt Works", ("Gout",), ("Salt",))
    assert card.summary.endswith("A summary. A …")
    assert len(card.summary) <= 302


def test_a_record_that_states_nothing_makes_a_document():
    empty = document(a_trial(1, TrialRecord("ctgov", "NCT00000001")))

    assert empty.card.title == "NCT00000001"
    assert (empty.newest, empty.updated) == (0, 0)


def test_texts_of_endless_length_are_cut():
    record = TrialRecord(
        "ctgov", "NCT00000001", brief_summary="x " * 10_000_000, conditions=("y" * 60_000,) * 3
    )

    texts = document(a_trial(1, record)).texts

    assert all(sum(map(len, values)) <= 100_000 for values in texts.values())


def test_a_thousand_sites_are_one_country():
    sites = tuple(
        Site(facility=f"Clinic {n}", city="Lyon", country="France", country_code="FR") for n in range(1000)
    )

    made = document(a_trial(1, TrialRecord("ctgov", "NCT00000001", sites=sites)))

    assert made.facets["country"] == (FacetValue("FR", "France"),)
    assert len(made.texts["place"]) == 1001


def test_every_sample_record_makes_a_document_that_can_be_written(sample):
    for trial in sample:
        assert msgspec.json.encode(document(trial))


def test_trials_are_sorted_by_day_and_then_by_the_smaller_number_up_to_the_greatest():
    order = [(2, 0), (2, 1), (2, LARGEST_NUMBER), (1, 0), (1, LARGEST_NUMBER), (0, 0)]
    keys = [sort_key(day, number) for day, number in order]

    assert keys == sorted(set(keys), reverse=True)
    with pytest.raises(AssertionError):
        sort_key(1, 2**32)


def test_whoever_changes_the_shape_of_documents_raises_the_schema():
    """An older program's index would not fit: raise SCHEMA in document.py, then write the new pair here."""
    shape = [
        [
            each.__struct_fields__
            for each in (
                Document,
                EncodedDocument,
                DateFields,
                ResultSummary,
                StoredDocument,
                Coded,
                StatedDate,
            )
        ],
        [(area.name, area.field, area.everywhere, area.names) for area in AREAS],
        list(FACETS),
    ]

    assert (SCHEMA, hashlib.sha256(msgspec.json.encode(shape)).hexdigest()[:12]) == (10, "d034c0cd576e")
