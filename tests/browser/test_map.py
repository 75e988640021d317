"""The map: a picture first, one to move around in when asked; position only on a click."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NEAR = "/search?q=cancer&near=Basel&within=200km"


@pytest.mark.parametrize("path", [NEAR, "/trial/NCT04740918"])
def test_the_picture_becomes_a_map_with_points_that_tell_of_places(visit, path):
    page = visit(path)
    page.locator(".tw-map summary").click()
    expect(page.locator(".tw-map__picture")).to_be_visible()
    page.get_by_role("button", name="Move around in the map").click()
    points = page.locator(".tw-map__point")
    expect(points.first).to_be_visible()
    for _ in range(8):  # whatever is together comes apart by clicks
        if page.locator(".leaflet-popup").count():
            break
        points.first.click(force=True)
        page.wait_for_timeout(400)
    expect(page.locator(".leaflet-popup")).not_to_be_empty()


def test_the_map_is_fetched_only_when_asked_for(visit):
    page = visit("/about")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(NEAR)
    page.wait_for_load_state("networkidle")

    assert not [url for url in asked if "leaflet" in url or "countries" in url or "map.svg" in url]


def test_the_position_is_asked_for_on_a_click_and_rounded(visit):
    page = visit("/", geolocation={"latitude": 45.764043, "longitude": 4.835659}, permissions=["geolocation"])
    box = page.get_by_label("Where?")
    expect(box).to_have_value("")
    page.get_by_role("button", name="Use my position").click()

    expect(box).to_have_value("45.76, 4.84")
    page.get_by_role("button", name="Find trials").click()
    expect(page.get_by_text("Within 100 km of 45.76, 4.84").first).to_be_visible()


def test_without_a_script_place_and_distance_are_a_form_like_any_other(visit):
    page = visit("/", java_script_enabled=False)
    page.get_by_label("Where?").fill("Lyon")
    page.get_by_label("How far?").select_option("500km")
    page.get_by_role("button", name="Find trials").click()

    expect(page.get_by_text("Within 500 km of Lyon, France").first).to_be_visible()
    expect(page.get_by_role("button", name="Move around in the map")).to_be_hidden()
