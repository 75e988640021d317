"""What the expert page says of a trial, in plain values."""

from msgspec.structs import replace

from tests.site.making import SEEN, a_trial
from trialway.presenters.expert.documents import documents, size_words
from trialway.presenters.expert.eligibility import eligibility
from trialway.presenters.expert.groups import groups, interventions
from trialway.presenters.expert.header import header
from trialway.presenters.expert.identifiers import identifiers
from trialway.presenters.expert.other_names import split_names
from trialway.presenters.expert.page import expert_page
from trialway.presenters.expert.references import references, web_address
from trialway.presenters.expert.results import results_banner
from trialway.presenters.expert.sites import sites
from trialway.presenters.expert.stopped import stopped_banner, withdrawn_banner


def facts(trial):
    return {fact.term: (fact.value.text, fact.value.note) for fact in header(trial).facts}


def rows(section):
    return {row.term: [words.text for words in row.values] for row in section.rows}


def section(trial, name):
    return next(section for section in expert_page(trial).sections if section.id == name)


def test_dates_keep_their_precision_and_say_whether_they_happened():
    trial = a_trial(
        statusModule={
            "startDateStruct": {"date": "2021-06-07", "type": "ACTUAL"},
            "primaryCompletionDateStruct": {"date": "2024-03", "type": "ESTIMATED"},
            "completionDateStruct": {"date": "2025"},
        }
    )
    assert facts(trial) == {
        "Start": ("7 June 2021", "actual"),
        "Primary completion": ("March 2024", "estimated"),
        "Study completion": ("2025", ""),
    }


def test_enrolment_is_a_number_of_people_and_a_stand_in_is_none():
    stated = a_trial(designModule={"enrollmentInfo": {"count": 1234, "type": "ESTIMATED"}})
    stand_in = a_trial(designModule={"enrollmentInfo": {"count": 99999999, "type": "ESTIMATED"}})
    assert facts(stated)["Participants"] == ("1,234 people", "estimated")
    assert "Participants" not in facts(stand_in)
    assert rows(section(stand_in, "design"))["Participants"] == [
        "Not stated; the registry holds a placeholder"
    ]


def test_two_phases_are_said_in_one_line_and_no_phase_is_not_shown_as_one():
    two = a_trial(designModule={"studyType": "INTERVENTIONAL", "phases": ["PHASE1", "PHASE2"]})
    none = a_trial(designModule={"studyType": "INTERVENTIONAL", "phases": ["NA"]})
    assert [words.text for words in header(two).kinds] == ["Interventional", "Phase 1 and phase 2"]
    assert [words.text for words in header(none).kinds] == ["Interventional"]
    assert rows(section(none, "design"))["Phase"] == ["Not applicable"]


def test_a_value_that_no_vocabulary_knows_is_the_registrys_own_word():
    tag = header(a_trial(statusModule={"overallStatus": "SLEEPING_SOUNDLY"})).tag
    assert (tag.words.text, tag.words.own_word, tag.words.lang, tag.tone) == (
        "Sleeping soundly",
        True,
        "en",
        "done",
    )


def test_a_stopped_trial_says_why_in_the_registrys_words():
    banner = stopped_banner(
        a_trial(statusModule={"overallStatus": "TERMINATED", "whyStopped": "Slow accrual\\."})
    )
    assert (banner.heading, banner.reason.text, banner.reason.lang) == (
        "This trial stopped early",
        "Slow accrual.",
        "en",
    )


def test_a_stopped_trial_without_a_reason_says_so():
    banner = stopped_banner(a_trial(statusModule={"overallStatus": "WITHDRAWN"}))
    assert (banner.reason, banner.note) == (None, "ClinicalTrials.gov does not say why.")


def test_a_record_that_its_registry_withdrew_says_so():
    trial = a_trial()
    gone = replace(trial, sources=(replace(trial.sources[0], withdrawn=SEEN),))
    assert withdrawn_banner(trial) == ()
    assert withdrawn_banner(gone) == (
        "ClinicalTrials.gov withdrew its record NCT00000001 on 18 June 2026. This is its last version.",
    )


def test_a_running_trial_has_no_banner():
    assert stopped_banner(a_trial(statusModule={"overallStatus": "RECRUITING"})) is None


def test_the_results_banner_names_exactly_what_is_published():
    trial = a_trial(
        statusModule={"resultsFirstPostDateStruct": {"date": "2018-02-26", "type": "ACTUAL"}},
        resultsSection={"participantFlowModule": {}, "adverseEventsModule": {}},
    )
    banner = results_banner(trial)
    assert banner.parts == "Participant flow and adverse events"
    assert banner.posted.text == "26 February 2018"
    assert banner.link == "https://clinicaltrials.gov/study/NCT00000001?tab=results"


def test_results_that_are_posted_elsewhere_are_told_without_parts():
    assert results_banner(a_trial(hasResults=True)).parts == ""


def test_a_trial_without_results_has_no_results_banner():
    assert results_banner(a_trial()) is None
    assert results_banner(a_trial(hasResults=False)) is None


ARMS = {
    "armGroups": [
        {"label": "A", "type": "EXPERIMENTAL", "interventionNames": ["Drug: Kadcyla", "Drug: Lost"]},
        {"label": "B", "type": "NO_INTERVENTION"},
    ],
    "interventions": [
        {"type": "DRUG", "name": "Kadcyla", "armGroupLabels": ["A"], "otherNames": ["T-DM1, RO5304020"]},
        {"type": "OTHER", "name": "Placebo", "armGroupLabels": [], "otherNames": ["Sugar pill"]},
    ],
}


def test_groups_hold_their_interventions_and_what_answers_to_no_name():
    first, second = groups(a_trial(armsInterventionsModule=ARMS)).groups
    assert (first.label.text, first.kind.text) == ("A", "Experimental")
    assert [each.name.text for each in first.interventions] == ["Kadcyla"]
    assert [words.text for words in first.unmatched] == ["Lost"]
    assert (second.kind.text, second.interventions) == ("No intervention", ())


def test_other_names_stay_with_their_drug():
    found = interventions(a_trial(armsInterventionsModule=ARMS)).interventions
    assert {each.name.text: [name.text for name in each.other_names] for each in found} == {
        "Kadcyla": ["T-DM1", "RO5304020"],
        "Placebo": ["Sugar pill"],
    }


def test_a_list_in_one_name_is_split_only_where_that_is_safe():
    assert split_names(("Kadcyla, T-DM1",)) == ("Kadcyla", "T-DM1")
    for whole in ("2,4-D", "N,N-dimethyltryptamine", "Acid (a, b)", "Salt and pepper, ground", "a; b, c"):
        assert split_names((whole,)) == (whole,)
    assert split_names(("one, two", "three")) == ("one, two", "three")


def test_criteria_are_cut_at_the_registrys_own_headings():
    text = "Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria:\n\n* Life expectancy \\< 6 months"
    found = eligibility(
        a_trial(
            eligibilityModule={
                "eligibilityCriteria": text,
                "minimumAge": "18 Years",
                "maximumAge": "65 Years",
            }
        )
    )
    assert [(part.kind, part.heading.text, part.html) for part in found.criteria] == [
        ("inclusion", "Inclusion Criteria", "<ul><li>Adults</li></ul>"),
        ("exclusion", "Exclusion Criteria", "<ul><li>Life expectancy &lt; 6 months</li></ul>"),
    ]
    assert rows(found)["Age"] == ["18 to 65 years"]
    assert "Life expectancy < 6 months" in found.original


def test_sites_are_grouped_by_country_and_say_when_no_status_is_stated():
    found = sites(
        a_trial(
            contactsLocationsModule={
                "locations": [
                    {
                        "facility": "Sk?odowskiej-Curie",
                        "city": "Warsaw",
                        "country": "Poland",
                        "status": "RECRUITING",
                    },
                    {"facility": "Peking University", "city": "Beijing", "country": "China"},
                    {
                        "facility": "Beijing Cancer Hospital",
                        "city": "Beijing",
                        "state": "Beijing",
                        "country": "China",
                    },
                ]
            },
            derivedSection={"miscInfoModule": {"removedCountries": ["France"]}},
        )
    )
    assert found.count == "3 sites in 2 countries"
    assert [(country.name.text, country.count) for country in found.countries] == [
        ("China", "2 sites"),
        ("Poland", "1 site"),
    ]
    assert [site.place.text for site in found.countries[0].sites] == ["Beijing", "Beijing"]
    assert found.countries[0].sites[0].tag is None
    polish = found.countries[1].sites[0]
    assert (polish.name.text, polish.tag.words.text) == ("Skłodowskiej-Curie", "Recruiting")
    assert [name.text for name in found.removed] == ["France"]
    assert not found.folded


def test_documents_say_kind_date_and_size():
    found = documents(
        a_trial(
            documentSection={
                "largeDocumentModule": {
                    "largeDocs": [
                        {
                            "hasProtocol": True,
                            "hasSap": True,
                            "hasIcf": False,
                            "label": "Study Protocol and Statistical Analysis Plan",
                            "date": "2020-05-01",
                            "uploadDate": "2021-02-03T10:30",
                            "filename": "Prot_SAP_000.pdf",
                            "size": 1234567,
                        }
                    ]
                }
            }
        )
    )
    document = found.documents[0]
    assert document.link_words == "Study protocol and statistical analysis plan, dated 1 May 2020"
    assert document.details == "Uploaded 3 February 2021, 10:30, 1.2 MB"
    assert document.label is None
    assert document.url == "https://cdn.clinicaltrials.gov/large-docs/01/NCT00000001/Prot_SAP_000.pdf"


def test_sizes_are_said_as_people_count_them():
    assert [size_words(size) for size in (640, 850_000, 12_300_000)] == ["640 bytes", "850 kB", "12.3 MB"]


def test_identifiers_have_a_kind_and_an_issuer_where_stated():
    found = identifiers(
        a_trial(
            identificationModule={
                "orgStudyIdInfo": {"id": "MO42319"},
                "organization": {"fullName": "Hoffmann-La Roche"},
                "secondaryIdInfos": [{"id": "2020-002818-41", "type": "EUDRACT_NUMBER"}],
            }
        )
    )
    assert [
        (line.value.text, line.kind.text, line.issuer.text if line.issuer else None)
        for line in found.identifiers
    ] == [
        ("NCT00000001", "ClinicalTrials.gov number", "ClinicalTrials.gov"),
        ("MO42319", "Sponsor's own number", "Hoffmann-La Roche"),
        ("2020-002818-41", "EudraCT number", None),
    ]


def test_links_that_share_a_label_are_called_by_their_address():
    links = [{"label": "Related Info", "url": f"https://example.org/{number}"} for number in (1, 2)]
    found = references(
        a_trial(referencesModule={"seeAlsoLinks": [*links, {"label": "Home", "url": "https://e.org"}]})
    )
    assert [page.words.text for page in found.pages] == [
        "https://example.org/1",
        "https://example.org/2",
        "Home",
    ]


def test_only_addresses_of_the_web_are_followed():
    assert web_address("javascript:alert(1)") == ""
    assert web_address("https://e.org/?a=1&amp;b=2") == "https://e.org/?a=1&b=2"


def test_what_a_record_does_not_state_is_told_once_and_leaves_no_empty_section():
    page = expert_page(a_trial())
    assert [section.id for section in page.sections] == ["identifiers", "record"]
    assert page.sections[-1].quiet.startswith(
        "The record states nothing under: brief summary, detailed description,"
    )


def test_values_that_could_not_be_read_are_counted():
    page = expert_page(a_trial(designModule={"phases": "PHASE1"}))
    assert "1 value of the record could not be read and is left out here." in page.sections[-1].quiet
