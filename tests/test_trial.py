"""A trial of several records: whose value it gives, and when two registries say the same."""

import pytest

from tests.plain.reading import SEEN
from tests.registries import second
from trialway.record import Eligibility, Recruitment, Site, TrialRecord
from trialway.registries.known import preference
from trialway.trial import Source, Trial, agree
from trialway.trial_sites import is_one_site, trial_sites
from trialway.vocabulary.age import Duration
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

OPEN, SHUT = Coded("recruiting", "RECRUITING"), Coded("completed", "beendet")


def of(*records: TrialRecord) -> Trial:
    return Trial(1, "NCT00000001", 1, tuple(Source(record, SEEN, SEEN) for record in records))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OPEN, Coded("recruiting", "offen")),
        (Coded(None, "halb offen"), Coded(None, "halb offen")),
        (Duration(18, "year", "18 Years"), Duration(18, "year", "18 Jahre")),
        (StatedDate("2024-01"), StatedDate("2024-01-15")),
        ((OPEN, SHUT), (SHUT, OPEN)),
        (True, True),
    ],
)
def test_the_same_in_another_form_is_no_disagreement(one, other):
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OPEN, SHUT),
        (OPEN, Coded(None, "RECRUITED")),
        (Duration(18, "year", ""), Duration(18, "month", "")),
        (StatedDate("2024-01"), StatedDate("2024-02-01")),
        ((OPEN,), (OPEN, SHUT)),
        (True, False),
    ],
)
def test_another_value_is_a_disagreement(one, other):
    assert not agree(one, other)
    assert not agree(other, one)


def test_a_value_comes_with_its_record_and_with_what_the_others_say():
    trial = of(
        TrialRecord("ctgov", "NCT00000001"),
        TrialRecord("testreg", "TR-000001", recruitment=Recruitment(status=OPEN)),
        TrialRecord("testreg", "TR-000002", recruitment=Recruitment(status=SHUT)),
    )
    status = trial.choose(lambda record: record.recruitment.status)

    assert (status.value, status.source.record.record_id) == (OPEN, "TR-000001")
    assert [claim.source.record.record_id for claim in status.disagreeing] == ["TR-000002"]


def test_the_rules_are_read_from_the_first_record_that_has_them_as_text():
    with_text = TrialRecord("testreg", "TR-000001", eligibility=Eligibility(criteria="Adults"))

    assert of(TrialRecord("ctgov", "NCT00000001"), with_text).eligibility.record == with_text
    assert of(TrialRecord("ctgov", "NCT00000001")).eligibility.record.record_id == "NCT00000001"


def test_which_record_leads_is_one_order(monkeypatch):
    second.registered(monkeypatch)
    records = [
        ("testreg", "TR-000001", False),
        ("ctgov", "NCT00000009", False),
        ("ctgov", "NCT00000001", True),
        ("unheard-of", "A-1", False),
        ("ctgov", "NCT00000002", False),
    ]

    assert [number for _, number, _ in sorted(records, key=lambda each: preference(*each))] == [
        "NCT00000002",
        "NCT00000009",
        "TR-000001",
        "A-1",
        "NCT00000001",
    ]


def a_site(facility: str | None, city: str | None, country: str = "FR", **parts: object) -> Site:
    return Site(facility=facility, city=city, country_code=country, **parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (a_site("Hôpital St. Louis", "Paris"), a_site("HOPITAL SAINT-LOUIS", "paris")),
        (a_site("Charité", "Berlin", "DE"), a_site(None, "Berlin", "DE")),
        (a_site("Klinikum", "Munich", "DE"), a_site("Klinikum", "München", "DE")),
        (
            Site(facility="A", city="B", country="Elsewhere"),
            Site(facility="A", city="B", country="elsewhere"),
        ),
    ],
)
def test_two_records_can_mean_one_site(one, other):
    assert is_one_site(one, other)
    assert is_one_site(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (a_site("Hôpital Saint-Louis", "Paris"), a_site("Hôpital Cochin", "Paris")),
        (a_site("Saint Mary", "London", "GB"), a_site("Saint Mary", "London", "CA")),
        (a_site("Saint Mary", "Paris"), a_site("Saint Mary", "Lyon")),
        (a_site("Saint Mary", None), a_site("Saint Mary", None)),
        (Site(facility="A", city="B"), Site(facility="A", city="B")),
    ],
)
def test_these_are_two_sites(one, other):
    assert not is_one_site(one, other)


def test_a_site_takes_from_other_records_only_what_the_preferred_one_leaves_out():
    first = a_site("Charité", "Berlin", "DE", status=SHUT)
    again = a_site("Charite", "Berlin", "DE", status=OPEN, postcode="10117")
    trial = of(TrialRecord("ctgov", "N", sites=(first,)), TrialRecord("testreg", "T", sites=(again,)))
    (site,) = trial_sites(trial)

    assert (site.site.facility, site.site.status, site.site.postcode) == ("Charité", SHUT, "10117")
    assert [claim.value for claim in site.claims] == [first, again]


def test_what_one_record_lists_twice_stays_twice_and_meets_another_once():
    ward = a_site("Charité", "Berlin", "DE")
    trial = of(
        TrialRecord("ctgov", "N", sites=(ward, ward)), TrialRecord("testreg", "T", sites=(ward, ward, ward))
    )

    assert [len(each.claims) for each in trial_sites(trial)] == [2, 2, 1]
