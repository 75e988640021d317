"""A history with changes in a real browser: no fault for axe, nothing wider than a telephone."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.archive.versions import a_study
from tests.browser.conftest import wait_for
from tests.browser.test_axe import AXE, RULES
from tests.site.test_history_page import CRITERIA, sites
from tests.test_serve import free_port

pytestmark = pytest.mark.browser

TRIALWAY = (sys.executable, "-m", "trialway")
PATH = "/trial/NCT00000001/history"


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> Iterator[str]:
    """The address of a site with one trial of which much has changed."""
    folder = tmp_path_factory.mktemp("changed")
    seen = (("2024-02-01", "NOT_YET_RECRUITING"), ("2024-03-01", "RECRUITING"))
    versions = [{"seen": day, "study": a_version(day, status)} for day, status in seen]
    (folder / "versions.jsonl").write_text("\n".join(map(json.dumps, versions)))
    trialway("load", str(folder / "versions.jsonl"), "--data", str(folder / "data"))
    port = free_port()
    command = [*TRIALWAY, "serve", "--data", str(folder / "data"), "--port", str(port), "--workers", "1"]
    server = subprocess.Popen(command, start_new_session=True)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def trialway(*arguments: str) -> None:
    """In a process of its own: while Playwright's loop runs, Django refuses to ask the database."""
    subprocess.run([*TRIALWAY, *arguments], check=True, capture_output=True, timeout=60)


def a_version(updated: str, status: str) -> dict:
    criteria = CRITERIA if status == "RECRUITING" else CRITERIA.replace("six", "ten")
    return a_study(
        updated=updated,
        statusModule={"overallStatus": status},
        eligibilityModule={"eligibilityCriteria": criteria, "maximumAge": f"{len(status)} Years"},
        contactsLocationsModule=sites(12, status),
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_history(visit, changed, scheme):
    page = visit(changed + PATH, color_scheme=scheme)
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RULES) == []
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("compared with")
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RULES) == []


def test_a_history_fits_a_telephone(visit, changed):
    page = visit(changed + PATH, viewport={"width": 320, "height": 700})
    for fold in page.locator("summary").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.get_by_text("Hospital 11, Lyon, France").is_visible()
