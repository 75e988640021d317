"""The check as people meet it: by keyboard, without JavaScript, on a phone, and with nothing left behind."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import wait_for
from tests.browser.test_axe import AXE, RULES
from tests.test_serve import free_port

pytestmark = pytest.mark.browser

SEARCH, KATE3 = "/fit?q=breast+cancer", "/fit?trial=NCT04740918"
A_FORM = '<form method="post"><input name="do" value="result"><button>Win a prize</button></form>'


def answer_age(page, age="62"):
    page.get_by_label("Number").fill(age)
    page.get_by_role("button", name="Continue").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_search_to_a_result(visit, javascript):
    page = visit("/search?q=breast+cancer", java_script_enabled=javascript)
    page.get_by_role("link", name="Which of these could fit me?").click()
    answer_age(page)
    page.get_by_role("radio", name="Female").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Show my result now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which trials could fit")
    expect(page.get_by_text("trials are not ruled out")).to_be_visible()
    page.get_by_role("button", name="Rule by rule").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Could this trial fit?")
    page.get_by_role("button", name="A summary for your doctor").click()
    expect(page.get_by_text("You are 62 years old")).to_be_visible()


def test_with_the_keyboard_alone(visit):
    page = visit(SEARCH)
    page.get_by_label("Number").focus()
    page.keyboard.type("62")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What is your sex?")
    page.get_by_role("radio", name="Female").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("What is your sex?")
    page.get_by_role("button", name="Back").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Female")).to_be_checked()


def steps(page):
    """The check's kinds of page, one after the other.

    A click does not wait for the page that it leads to, and scripts look at whatever stands there: so each
    page is known by something that is on it alone.
    """
    yield "question"
    answer_age(page, "old")
    expect(page.locator("#problem")).to_be_visible()
    yield "problem"
    answer_age(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What is your sex?")
    page.get_by_role("button", name="Show my result now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which trials could fit")
    yield "result"
    page.get_by_role("button", name="Rule by rule").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Could this trial fit?")
    yield "rules"
    page.get_by_role("button", name="A summary for your doctor").click()
    expect(page.get_by_text("You are 62 years old")).to_be_visible()
    yield "summary"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_step(visit, scheme):
    page = visit(SEARCH, color_scheme=scheme)
    for step in steps(page):
        page.evaluate(AXE.read_text("utf-8"))
        assert (step, page.evaluate(RULES)) == (step, [])


def test_nothing_is_cut_off_at_320_pixels(visit):
    page = visit(SEARCH, viewport={"width": 320, "height": 640})
    for step in steps(page):
        assert (step, page.evaluate("document.documentElement.scrollWidth")) == (step, 320)


def test_nothing_of_the_answers_is_in_an_address_or_the_browsers_stores(visit):
    page = visit(KATE3)
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    page.get_by_role("button", name="Skip this question").click()
    page.get_by_role("button", name="I don’t know").click()
    page.get_by_role("button", name="Show my result now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Could this trial fit?")
    kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length].join()")

    assert kept == ",0,0"
    assert not any("said" in each or "age" in each.split("?")[-1] for each in addresses)


def test_the_access_log_of_the_server_tells_nothing_of_the_answers(sample_folder, browser):
    """The same server program with its access log on, as somebody may run it."""
    port = free_port()
    command = ["-m", "granian", "--interface", "wsgi", "--access-log", "--port", str(port)]
    environment = {"TRIALWAY_DATA": str(sample_folder.root), "PATH": "/usr/bin:/bin"}
    server = subprocess.Popen(
        [sys.executable, *command, "trialway.wsgi:application"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}{SEARCH}")
        answer_age(page, "61.7")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.get_by_role("button", name="Show my result now").click()
        page.close()
    finally:
        server.terminate()
        log = server.communicate(timeout=20)[0]
    assert "POST /fit" in log
    assert "61.7" not in log


def test_a_form_of_another_site_is_refused_and_our_own_states_its_origin(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.route("http://elsewhere.test/", lambda route: route.fulfill(body=A_FORM, content_type="text/html"))
    page.goto("http://elsewhere.test/")
    page.evaluate("action => document.forms[0].action = action", f"{address}{SEARCH}")
    with page.expect_navigation() as refused:
        page.get_by_role("button").click()
    assert refused.value.status == 403
    assert "sent from another site" in page.content()

    page.goto(f"{address}{SEARCH}")
    page.get_by_label("Number").fill("62")
    with page.expect_navigation() as taken:
        page.get_by_role("button", name="Continue").click()
    assert taken.value.status == 200
    assert taken.value.request.all_headers()["origin"] == address
    context.close()
