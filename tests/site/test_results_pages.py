"""The results pages of every trial of the sample: nothing left out, nothing broken, nothing too large."""

import csv
import io
import json
import re
from html import unescape

import msgspec
import pytest

from tests.registries.ctgov.studies import sample
from tests.search.making import a_trial
from trialway.presenters.results.outcome import shown_outcome
from trialway.presenters.results.page import results_page, source_with_results
from trialway.presenters.results.tables import shown_table
from trialway.registries.ctgov.normalise import normalise
from trialway.registry_text import repair
from trialway.results.reported import reported

# Leaves that are not shown as they stand, with the reason.
NOT_SHOWN = {
    "groupId": "joins numbers to groups",
    "groupIds": "joins comparisons to groups",
    "id": "joins numbers to groups",
    "calculatePct": "percentages are worked out wherever they can be",
}
IN_OUR_WORDS = {
    "type",
    "paramType",
    "dispersionType",
    "assessmentType",
    "reportingStatus",
    "anticipatedPostingDate",
    "ciNumSides",
    "nonInferiorityType",
    "restrictionType",
    "testedNonInferiority",
    "piSponsorEmployee",
    "restrictiveAgreement",
}


def trials_with_results():
    for number, raw in enumerate(sample(), 1):
        trial = a_trial(number, normalise(raw))
        if reported(trial.main):
            yield trial


TRIALS = list(trials_with_results())


def leaves(node, name=""):
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, key)
    elif isinstance(node, list):
        for item in node:
            yield from leaves(item, name)
    else:
        yield name, node


def bare(text: object) -> str:
    return re.sub(r"\W+", "", str(text)).casefold()


def everything_shown(trial) -> str:
    """All words of the overview and of all pages behind it."""
    source, report = source_with_results(trial)
    record = source.record
    shown = [
        results_page(trial),
        *(
            shown_outcome(key, measure, place, record)
            for place, (key, measure) in enumerate(report.outcomes, 1)
        ),
        *(shown_table(table, record) for table in (*report.flow, *report.baseline, *report.events)),
    ]
    return bare(unescape(msgspec.json.encode(shown).decode().replace("\\n", " ")))


@pytest.mark.parametrize("trial", TRIALS[::4], ids=lambda trial: trial.slug)
def test_every_leaf_of_the_results_is_shown(trial):
    shown = everything_shown(trial)
    missing = {
        (name, value)
        for name, value in leaves(json.loads(bytes(trial.main.results)))
        if name not in NOT_SHOWN and name not in IN_OUR_WORDS and bare(repair(str(value))) not in shown
    }
    assert missing == set()


def test_the_sample_has_126_trials_with_results():
    assert len(TRIALS) == 126


def test_every_overview_answers_and_stays_small(site):
    for trial in TRIALS:
        answer = site.get(f"/trial/{trial.slug}/results")
        assert answer.status_code == 200, trial.slug
        assert len(answer.content) < 300_000, trial.slug
        for leak in (">None<", "{{", ", ,", "COUNT_OF_PARTICIPANTS", "NOT COMPLETED"):
            assert leak not in re.sub(r"<[^>]*data-registry-text[^>]*>[^<]*", "", answer.content.decode()), (
                leak
            )


def test_every_outcome_of_a_trial_has_a_page(site):
    trial = max(TRIALS, key=lambda trial: len(reported(trial.main).outcomes))
    for key, measure in reported(trial.main).outcomes[:40]:
        answer = site.get(f"/trial/{trial.slug}/results/{key}")
        assert answer.status_code == 200
        assert bare(repair(measure.title)) in bare(unescape(answer.content.decode()))


def test_a_table_reads_back_from_csv_and_json(site):
    trial = TRIALS[0]
    report = reported(trial.main)
    for table in (*report.flow, *report.events, report.table("outcome-1")):
        address = f"/trial/{trial.slug}/results/{table.key}"
        lines = list(csv.DictReader(io.StringIO(site.get(address + ".csv").content.decode())))
        cells = [cell for row in table.rows for cell in row.cells if cell]
        assert [line["Value"] for line in lines] == [cell.value.text for cell in cells]
        twin = site.get(address + ".json").json()
        assert len(twin["rows"]) == len(table.rows)


def test_unchanged_results_are_not_made_again(site):
    address = f"/trial/{TRIALS[0].slug}/results"
    tag = site.get(address)["ETag"]
    assert site.get(address, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("rest", ["results", "results/outcome-1", "results/outcome-1.csv", "results.json"])
def test_a_trial_without_results_says_so(site, rest):
    assert site.get(f"/trial/NCT04740918/{rest}").status_code == 404


def test_a_table_that_is_not_there_is_not_found(site):
    assert site.get(f"/trial/{TRIALS[0].slug}/results/outcome-9999").status_code == 404


def test_the_expert_page_leads_to_the_results(site):
    slug = TRIALS[0].slug
    assert f'href="/trial/{slug}/results"' in site.get(f"/trial/{slug}/expert").content.decode()
