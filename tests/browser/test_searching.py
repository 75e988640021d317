"""Suggestions, last searches and lists of values in a real browser, by keyboard, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_suggestion_is_chosen_by_keyboard(visit):
    page = visit("/")
    box = page.locator("#q")
    box.press_sequentially("heart att")
    expect(page.locator(".tw-combo__option").first).to_contain_text("heart attack")
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    chosen = page.locator(".tw-combo__option[aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    box.press("Enter")
    page.wait_for_url("**/search?q=heart+attack*")
    expect(page.get_by_text("myocardial infarction").first).to_be_visible()


def test_escape_closes_the_suggestions_and_enter_searches_for_what_was_typed(visit):
    page = visit("/")
    box = page.locator("#q")
    box.press_sequentially("asth")
    expect(page.locator(".tw-combo__option").first).to_be_visible()
    box.press("Escape")
    expect(page.locator(".tw-combo__list")).to_be_hidden()
    assert box.get_attribute("aria-expanded") == "false"
    box.press("Enter")
    page.wait_for_url("**/search?q=asth*")


def test_a_suggestion_can_be_clicked(visit):
    page = visit("/search")
    page.locator("#q").press_sequentially("xola")
    page.locator(".tw-combo__option").first.click()
    page.wait_for_url("**/search?q=Xolair*")


def test_last_searches_are_kept_here_cleared_and_turned_off(visit):
    page = visit("/search?q=asthma")
    page.goto("/search?q=gout")
    page.goto("/")
    recent = page.get_by_role("region", name="Your last searches")
    expect(recent.get_by_role("link")).to_have_text(["gout", "asthma"])
    recent.get_by_role("button", name="Clear the list").click()
    expect(recent).to_be_hidden()

    page.goto("/search?q=asthma")
    page.goto("/")
    recent.get_by_role("button", name="Do not keep my searches").click()
    page.goto("/search?q=gout")
    page.goto("/")
    expect(recent.get_by_role("link")).to_have_count(0)
    recent.get_by_role("button", name="Keep my searches in this browser").click()
    page.goto("/search?q=gout")
    page.goto("/")
    expect(recent.get_by_role("link")).to_have_text(["gout"])


def test_values_of_a_long_list_are_found_while_typing_and_ticks_stay(visit):
    page = visit("/search/filters?q=cancer")
    page.locator("#list-condition summary").click()
    box = page.get_by_label("Find a condition")
    box.press_sequentially("glio")
    page.get_by_role("checkbox", name=re.compile("^Glioma")).check()
    box.fill("asthma")
    expect(page.get_by_role("status").filter(has_text="with “asthma”")).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile("^Glioma"))).to_be_checked()
    page.get_by_role("button", name="Find trials").first.click()
    page.wait_for_url("**/search?*condition=D005910*")


def test_without_javascript_all_of_it_is_plain_forms(visit):
    page = visit("/search/filters?q=cancer&find=franc", java_script_enabled=False)
    page.get_by_label("France", exact=False).first.check()
    page.get_by_label("Age in years").fill("70")
    page.get_by_label("Title").fill("breast")
    page.get_by_role("button", name="Find trials").first.click()
    page.wait_for_url(re.compile(r"(?=.*country=FR)(?=.*age=70)"))
    expect(page.get_by_role("list", name="Filters in effect").get_by_role("link").nth(2)).to_be_visible()


@pytest.mark.parametrize("path", ["/search/filters?q=asthma", "/search?q=breast+cancer+recruiting+in+France"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_screen(visit, path, width):
    page = visit(path, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
