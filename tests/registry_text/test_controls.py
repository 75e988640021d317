"""Control characters of a record reach no page, no feed and no terminal; the archive keeps them."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as some

from trialway.registry_text.controls import without_controls, without_controls_utf8

BAD = "\x00\x08\x1b[31m\x1b]0;owned\x07\x7f\x9b2J"
NUMBER = "NCT09990001"


def controls_of(text: str) -> set[str]:
    return {char for char in text if (ord(char) < 32 and char not in "\t\n\r") or 127 <= ord(char) < 160}


@given(some.text())
def test_only_control_characters_are_taken_out(text):
    found = without_controls(text)

    assert not controls_of(found)
    assert found.replace("\r", "") == "".join(c for c in text if not controls_of(c)).replace("\r", "")


@given(some.text(some.characters(codec="utf-8")))
def test_the_bytes_of_a_text_are_cleaned_alike(text):
    assert without_controls_utf8(text.encode()).decode() == "".join(c for c in text if not controls_of(c))


@pytest.fixture
def hostile(data_folder, tmp_path):
    """A site with a record, and one more version of it, that has control characters in every text."""
    from trialway.archive.load import load_paths
    from trialway.commands.indexing import catch_up
    from trialway.data_folder import writing

    with writing(data_folder):
        for day, title in (("2026-01-01", "One"), ("2026-02-01", "Two")):
            file = tmp_path / f"{title}.json"
            file.write_text(json.dumps(a_study(f"{title}{BAD} trial", day)))
            load_paths(data_folder, [file])
        catch_up(data_folder)
    return data_folder


def a_study(title: str, day: str) -> dict:
    return {
        "protocolSection": {
            "identificationModule": {"nctId": NUMBER, "briefTitle": title, "officialTitle": f"{title} long"},
            "statusModule": {"lastUpdatePostDateStruct": {"date": day}, "overallStatus": f"ODD{BAD}"},
            "descriptionModule": {"briefSummary": f"Some{BAD} words", "detailedDescription": f"More{BAD}"},
            "conditionsModule": {"conditions": [f"Gout{BAD}"]},
            "armsInterventionsModule": {"interventions": [{"type": "DRUG", "name": f"Salt{BAD}"}]},
            "eligibilityModule": {"eligibilityCriteria": f"Inclusion Criteria:\n\n* Gout{BAD}"},
            "contactsLocationsModule": {"locations": [{"facility": f"House{BAD}", "city": f"Lyon{BAD}"}]},
        }
    }


def test_no_page_holds_them(hostile):
    views = ("", "/professional", "/expert", "/history", "/history.atom", "/sheet", "/related", "/map.svg")
    for address in (
        "/search",
        "/search.csv",
        "/search/filters",
        *(f"/trial/{NUMBER}{view}" for view in views),
    ):
        response = Client().get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content

        assert response.status_code == 200, address
        assert controls_of(content.decode()) == set(), address


def test_the_feed_is_xml_that_another_reader_takes(hostile):
    feed = ET.fromstring(Client().get(f"/trial/{NUMBER}/history.atom").content)

    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 2


@pytest.mark.parametrize(
    "words",
    [("show", NUMBER), ("show", NUMBER, "--patient"), ("show", NUMBER, "--criteria"), ("search", "gout"),
     ("changes", "--trial", NUMBER), ("check",)],
)  # fmt: skip
def test_no_command_prints_them(hostile, words):
    command = [sys.executable, "-m", "trialway", *words, "--data", str(hostile.root)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, env={"FORCE_COLOR": ""})

    assert result.stdout
    assert controls_of(result.stdout + result.stderr) == set()


def test_the_archive_keeps_them(hostile):
    from trialway.archive import compression
    from trialway.archive.models import Version

    version = Version.objects.order_by("pk").last()
    assert b"\\u001b[31m" in compression.decompress(bytes(version.blob), version.codec)
