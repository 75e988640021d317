"""How the pages behave for people: with the keyboard, on a small screen, in the dark, on paper, without
JavaScript."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TRIAL = "/trial/NCT04740918/expert"
PATIENT, RESULTS = "/trial/NCT04740918", "/trial/NCT00089661/results"
WITH_EVENTS = "/trial/NCT01009918"
PAGES = ["/", "/search?q=breast+cancer", TRIAL, PATIENT, RESULTS, "/about", "/patterns"]


SHIFTS = """
() => new Promise((resolve) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach((entry) => { sum += entry.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 500);
})
"""


def test_from_the_question_to_a_trial_with_the_keyboard_alone(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    box = page.locator("#q")
    for _ in range(8):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    page.keyboard.type("trastuzumab emtansine atezolizumab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("trial")
    hit = page.get_by_role("heading", level=3).get_by_role("link").first
    hit.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/trial/NCT[0-9]+$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_focus_shows_on_every_stop(visit):
    page = visit("/")
    for _ in range(10):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "getComputedStyle(document.activeElement).outlineStyle + document.activeElement.tagName"
        )
        assert ring.startswith("solid") or ring.endswith("BODY"), ring


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_at_320_pixels(visit, path):
    """As on a wide screen at 400 %."""
    page = visit(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGES)
def test_a_first_visit_asks_no_other_host_and_is_small(browser, address, path):
    context = browser.new_context()
    page = context.new_page()
    asked, sizes = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(address + path, wait_until="networkidle")
    context.close()
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert sum(sizes) < 100_000


def test_the_page_does_not_move_while_it_loads(visit):
    page = visit(TRIAL)
    moved = page.evaluate(SHIFTS)
    assert moved < 0.02


def test_the_dark_theme_is_dark_and_the_light_one_light(visit):
    def lightness(scheme):
        colour = visit("/about", color_scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        return sum(map(int, re.findall(r"\d+", colour)))

    assert lightness("dark") < 150 < 700 < lightness("light")


def test_a_long_list_of_sites_can_be_narrowed_down(visit):
    page = visit(TRIAL)
    page.get_by_label("Find a site by name, town or country").fill("sao paulo")
    expect(page.get_by_text("Núcleo de Pesquisa São Camilo")).to_be_visible()
    expect(page.get_by_text("Peking University People's Hospital")).to_be_hidden()
    assert page.get_by_role("status").filter(has_text="sites match").count() == 1


def test_an_address_into_a_folded_part_opens_it(visit):
    page = visit("/patterns")
    page.evaluate("document.querySelector('details:not([open]) .tw-site').id = 'deep'")
    page.evaluate("location.hash = '#deep'")
    expect(page.locator("#deep")).to_be_visible()


def test_the_number_can_be_copied(visit):
    page = visit(TRIAL, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy number").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "NCT04740918"


def test_everything_can_be_read_and_searched_without_javascript(visit):
    page = visit("/", java_script_enabled=False)
    page.get_by_role("searchbox").fill("breast cancer")
    page.get_by_role("button", name="Find trials").click()
    page.get_by_role("link", name=re.compile("^Recruiting")).click()
    expect(page.get_by_role("link", name=re.compile("Remove Status"))).to_be_visible()
    page.goto(TRIAL)
    expect(page.get_by_role("button", name="Copy number")).to_be_hidden()
    page.get_by_text("China", exact=True).first.click()
    expect(page.get_by_text("Peking University People's Hospital")).to_be_visible()


def test_paper_shows_what_is_folded(visit):
    page = visit(TRIAL)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_text("Peking University People's Hospital")).to_be_visible()
    expect(page.get_by_role("navigation", name="On this page")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_both_numbers_of_a_group_are_seen_side_by_side(visit, width):
    page = visit(WITH_EVENTS, viewport={"width": width, "height": 800})
    table = page.get_by_role("table", name="How many people had an event, by group")
    frame = table.locator("xpath=..")
    serious, other = table.get_by_role("row").nth(1).get_by_role("cell").all()

    assert serious.bounding_box()["y"] == other.bounding_box()["y"]
    assert frame.evaluate("one => one.scrollWidth - one.clientWidth") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
