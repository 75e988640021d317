"""One record never stops the others: what is beyond all sense is left out, and what fails is set aside."""

import datetime as dt
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from typer.testing import CliRunner

from tests.archive.versions import a_study, load
from tests.registries.ctgov.studies import sample
from trialway.archive import compression, preparing
from trialway.archive.models import Link, Oddity, Quarantine, Refusal, Slug, Version
from trialway.archive.prefetch import FEW, prefetch_in_process
from trialway.archive.stored import StoredSource, StoredTrial
from trialway.archive.trials import find_trial
from trialway.cli import app
from trialway.commands.indexing import catch_up
from trialway.pipeline import documents, quarantine
from trialway.pipeline.documents import Made, read_document
from trialway.record import Enrolment
from trialway.registries.ctgov.normalise import normalise
from trialway.results.reported import reported
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.engine.reader import open_index
from trialway.search.related import build as related
from trialway.search.tantivy_engine.schema import to_tantivy
from trialway.vocabulary.stated_as import STATED_AS

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ENORMOUS = {
    "an age of 400 digits": ("eligibilityModule", {"minimumAge": "9" * 400 + " Years"}),
    "an age of 21 digits": ("eligibilityModule", {"minimumAge": "9" * 21 + " Years"}),
    "an upper age of 400 digits": ("eligibilityModule", {"maximumAge": "9" * 400 + " Months"}),
    "more participants than people": ("designModule", {"enrollmentInfo": {"count": 10**30}}),
    "a duration of 400 digits": ("designModule", {"targetDuration": "9" * 400 + " Days"}),
    "a year of five digits": ("statusModule", {"startDateStruct": {"date": "20211-01-01"}}),
    "a year zero": ("statusModule", {"startDateStruct": {"date": "0000-01-01"}}),
}


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


def found(folder) -> int:
    return len(open_index(folder.index))


@pytest.mark.parametrize("case", ENORMOUS)
def test_a_value_beyond_all_sense_is_left_out_and_counted(data_folder, tmp_path, case):
    module, stated = ENORMOUS[case]
    studies = tmp_path / "studies.jsonl"
    lines = [a_study(1, **{module: stated}), a_study(2)]
    studies.write_text("\n".join(map(json.dumps, lines)))

    assert run("load", studies).exit_code == 0
    assert run("index", "--rebuild").exit_code == 0

    assert found(data_folder) == 2
    assert Oddity.objects.filter(record__record_id="NCT00000001", what="left out").count() == 1
    assert not Quarantine.objects.exists()
    assert run("check").exit_code == 0


@pytest.mark.parametrize(
    ("stated", "kept"),
    [(999_999_998, 999_999_998), (0, 0), (10**10, 10**10), (10**10 + 1, None), (-(10**10) - 1, None)],
)
def test_a_number_of_participants_is_kept_as_far_as_it_can_be_meant(stated, kept):
    study = a_study(1, designModule={"enrollmentInfo": {"count": stated, "type": "ACTUAL"}})

    enrolment = normalise(json.dumps(study).encode()).design.enrolment

    assert enrolment == Enrolment(kept, STATED_AS.read("ctgov", "ACTUAL"), kept)


def numbers_in(node, path=()):
    """Where a study states numbers, ages and dates."""
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from numbers_in(value, (*path, key))
    elif not isinstance(node, bool) and any(letter.isdigit() for letter in str(node)[:4]):
        yield path


def with_results() -> dict:
    studies = (json.loads(raw) for raw in sample())
    return min((study for study in studies if "resultsSection" in study), key=lambda each: len(str(each)))


STUDY = with_results()
PLACES = [path for path in numbers_in(STUDY) if "nctId" not in path]
NUMBERS = some.one_of(
    some.integers(-(10**40), 10**40),
    some.integers(2**31 - 2, 2**31 + 2) | some.integers(2**63 - 2, 2**64 + 2),
    some.floats(allow_nan=False, allow_infinity=False),
    some.integers(1, 450).map(lambda digits: "9" * digits),
    some.integers(1, 450).map(lambda digits: "9" * digits + " Years"),
    some.integers(-400, 400).map(lambda power: f"1e{power}"),
    some.integers(0, 99999).map(lambda year: f"{year:04}-12-31"),
    some.sampled_from(["-1", "+5", "٩٩٩ Years", "0.0000000001 Minutes", "9999-12-31T23:59", "1,000,000"]),
)


def stored(raw: bytes) -> StoredTrial:
    codec = compression.codec_of("ctgov")
    source = StoredSource(1, "ctgov", compression.compress(raw, codec), codec, NOW, NOW, "", None)
    return StoredTrial(1, "NCT00000001", 1, (source,))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=some.dictionaries(some.sampled_from(PLACES), NUMBERS, min_size=1, max_size=6))
def test_a_document_is_made_whatever_numbers_a_record_states(tmp_path, changes):
    study = json.loads(json.dumps(STUDY))
    for path, value in changes.items():
        node = study
        for key in path[:-1]:
            node = node[key]
        node[path[-1]] = value

    made = read_document(stored(json.dumps(study).encode()))

    assert isinstance(made, Made), made
    to_tantivy(made.document, FacetCodes(tmp_path / "codebook.jsonl"))
    reported(normalise(json.dumps(study).encode()))


@pytest.fixture
def failing(monkeypatch):
    """Makes the program fail on studies with this title, until it is another program."""

    def fail_on(title: str) -> None:
        make = documents.document

        def fails(trial):
            if trial.main.brief_title == title:
                raise OverflowError("cannot convert float infinity to integer")
            return make(trial)

        monkeypatch.setattr(documents, "document", fails)

    return fail_on


def test_a_trial_that_no_document_can_be_made_of_is_set_aside_and_named(data_folder, failing):
    failing("Study 2")
    load(data_folder, "2024-02-01", a_study(1), a_study(2), a_study(3))

    first, again = catch_up(data_folder), catch_up(data_folder)
    anew = catch_up(data_folder, rebuild=True)

    assert (first.taken, first.total, again.taken, again.rebuilt, anew.total) == (2, 2, 0, None, 2)
    assert found(data_folder) == 2
    checked = run("check")
    assert checked.exit_code == 0
    assert (
        "Warning: NCT00000002 cannot be found by searching, because this program fails on its record "
        "(OverflowError: cannot convert float infinity to integer). Please report it; it is tried again when "
        "the record or the program changes." in checked.stdout
    )


def test_it_leaves_an_index_that_it_was_in(data_folder, failing):
    load(data_folder, "2024-02-01", a_study(1), a_study(2))
    catch_up(data_folder)
    failing("A title that fails")
    load(
        data_folder,
        "2024-03-01",
        a_study(1, "2024-02-20", identificationModule={"briefTitle": "A title that fails"}),
    )

    built = catch_up(data_folder)

    assert (built.taken, built.total, built.rebuilt) == (0, 1, None)
    assert run("check").exit_code == 0


def test_it_is_tried_again_when_its_record_changes(data_folder, failing):
    failing("Study 2")
    load(data_folder, "2024-02-01", a_study(1), a_study(2))
    catch_up(data_folder)
    load(data_folder, "2024-03-01", a_study(2, "2024-02-20", identificationModule={"briefTitle": "Mended"}))

    built = catch_up(data_folder)

    assert (built.taken, built.total, built.rebuilt) == (1, 2, None)
    assert not Quarantine.objects.exists()


def test_it_is_tried_again_by_another_program(data_folder, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(documents, "document", lambda trial: 1 / 0)
        load(data_folder, "2024-02-01", a_study(1), a_study(2))
        assert catch_up(data_folder).total == 0
    assert catch_up(data_folder).taken == 0, "the same program does not try again and again"
    monkeypatch.setattr(quarantine, "build_id", lambda: "another program")

    built = catch_up(data_folder)

    assert (built.taken, built.total, built.rebuilt) == (2, 2, None)
    assert not Quarantine.objects.exists()


def test_a_version_with_damaged_bytes_does_not_stop_the_others(data_folder):
    load(data_folder, "2024-02-01", a_study(1), a_study(2))
    damaged = Version.objects.get(record__record_id="NCT00000001")
    damaged.blob = b"no frame of zstandard"
    damaged.save()

    assert catch_up(data_folder).total == 1
    assert "NCT00000001: its version cannot be read" in run("check").stdout


def test_a_trial_without_address_or_record_does_not_stop_the_others(data_folder):
    load(data_folder, "2024-02-01", a_study(1), a_study(2), a_study(3))
    find = {slug: find_trial(slug).number for slug in ("NCT00000001", "NCT00000002")}
    Slug.objects.filter(trial=find["NCT00000001"]).delete()
    Link.objects.filter(trial=find["NCT00000002"]).delete()

    built = catch_up(data_folder)

    assert (built.total, built.rebuilt) == (1, None)
    assert sorted(Quarantine.objects.values_list("reason", flat=True)) == [
        "LookupError: it has no address",
        "LookupError: it has no record",
    ]


def test_the_second_process_goes_on_too(data_folder):
    good, bad = sample()[0], b"{}"  # what is no record at all, as if an older version had let it in
    trials = [
        StoredTrial(number, "NCT00000001", number, stored(bad if number == FEW + 70 else good).sources)
        for number in range(1, FEW + 200)
    ]
    read = list(prefetch_in_process(read_document, trials, lambda _: 1))

    assert [each.number for each in read if not isinstance(each, Made)] == [FEW + 70]


def test_a_trial_that_cannot_be_compared_does_not_stop_the_others(data_folder, monkeypatch):
    load(data_folder, "2024-02-01", *map(a_study, range(1, 6)))
    make = related.condition_headings
    with monkeypatch.context() as patch:

        def fails(kin, conditions, learned):
            if "fails" in conditions:
                raise ZeroDivisionError("a fault of ours")
            return make(kin, conditions, learned)

        patch.setattr(related, "condition_headings", fails)
        load(data_folder, "2024-03-01", a_study(6, conditionsModule={"conditions": ["fails"]}))

        assert catch_up(data_folder).total == 6
    assert "NCT00000006 is not compared with other trials" in run("check").stdout
    monkeypatch.setattr(quarantine, "build_id", lambda: "another program")
    catch_up(data_folder)
    assert not Quarantine.objects.exists()


def test_a_record_that_cannot_be_described_is_refused(data_folder, monkeypatch):
    registry = preparing.REGISTRIES["ctgov"]
    describe = registry.describe

    def fails(raw: bytes):
        if b"NCT00000001" in raw:
            raise ZeroDivisionError("a fault of ours")
        return describe(raw)

    monkeypatch.setattr(registry, "describe", fails)

    loaded = load(data_folder, "2024-02-01", a_study(1), a_study(2))

    assert (loaded.new, loaded.refused) == (1, 1)
    assert Refusal.objects.get().reason.startswith("this program fails on it (ZeroDivisionError")


def test_many_that_fail_are_counted_and_the_first_are_named(data_folder, monkeypatch):
    monkeypatch.setattr(documents, "document", lambda trial: 1 / 0)
    load(data_folder, "2024-02-01", *map(a_study, range(1, 26)))
    catch_up(data_folder)

    told = quarantine.warnings()

    assert len(told) == 21
    assert told[-1] == "5 more trials are left out for such reasons."
