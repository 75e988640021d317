"""Places on pages: the nearest recruiting first, which Springfield, find a place near you, the map."""

import json
import xml.etree.ElementTree as ET

import pytest

from tests.site.lint import problems
from tests.site.making import a_trial
from trialway.places.lookup import find_place
from trialway.presenters.expert.sites import sites
from trialway.presenters.map_picture import picture
from trialway.presenters.map_points import LEGEND, MapPoint
from trialway.presenters.nearest_sites import AskedPlace

MANY_SITES = "/trial/NCT04740918"
PLACES = [
    {"facility": "Far", "city": "Paris", "country": "France", "geoPoint": {"lat": 48.85, "lon": 2.35}},
    {"facility": "Near", "city": "Lyon", "country": "France", "status": "RECRUITING"},
    {"facility": "Nowhere", "city": "Springfield", "country": "United States"},
]


def text(response) -> str:
    return response.content.decode()


def test_hits_near_a_place_show_it_with_its_status_and_how_old_that_is(site):
    page = text(site.get("/search?q=cancer&near=Lyon&within=100km"))

    assert "Near <strong>Lyon, France</strong>" in page
    assert "Recruiting at the place shown" in page
    assert "In this town" in page
    assert "when the sponsor last checked" in page
    assert 'href="/trial/NCT06330064?near=Lyon"' in page


def test_kilometres_and_miles_each_keep_their_unit(site):
    page = text(site.get("/search?q=cancer&near=Basel&within=60mi"))

    assert "Within 60 miles of Basel, Switzerland" in page
    assert " miles</strong>" in page
    assert "&amp;unit=mi" in page


def test_a_name_of_several_places_asks_which_one(site):
    page = text(site.get("/search?q=asthma&near=Springfield"))

    assert "There are 24 places called ‘Springfield’; choose the one you mean." in page
    assert "near=Springfield%2C+Illinois%2C+United+States&amp;within=100km" in page
    assert 'value="Springfield"' in page


def test_nothing_near_offers_a_wider_radius_and_the_nearest_beyond(site):
    page = text(site.get("/search?q=asthma&near=Basel&within=25km&site_status=recruiting"))

    assert "No trials within 25 km of Basel, Switzerland" in page
    assert "at any distance</a>" in page
    assert "The nearest farther away" in page


@pytest.mark.parametrize(
    "wrong",
    ["within=0", "within=-5", "within=99999", "within=abc", "near=Lyno", "near=95,4", "near=%00", "near=%ff"],
)
def test_bad_input_gets_a_sentence(site, wrong):
    response = site.get(f"/search?q=asthma&near=Lyon&{wrong}")

    assert response.status_code == 200
    assert "tw-banner--warning" in text(response)


@pytest.mark.parametrize("view", ["", "/professional", "/expert"])
def test_every_view_of_a_trial_sorts_its_places_by_distance(site, view):
    page = text(site.get(f"{MANY_SITES}{view}?near=Lyon"))

    assert "From <strong>Lyon, France</strong>" in page
    assert page.index("398 km") < page.index("528 km")
    assert "This trial was stopped. The places below took part, as the registry last listed them." in page


def test_an_unknown_place_on_a_trial_leaves_its_places_by_country(site):
    page = text(site.get(f"{MANY_SITES}?near=Lyno"))

    assert "‘Lyno’ is no place that is known here" in page
    assert '<a href="?near=Lyon%2C%20France#sites"' in page
    assert "data-filter-group" in page


def test_the_nearest_comes_first_and_what_nobody_can_place_last():
    trial = a_trial(contactsLocationsModule={"locations": PLACES})

    near = sites(trial, AskedPlace(find_place("Lyon"))).nearest

    assert [(each.name.text, each.distance) for each in near] == [
        ("Near", "In this town"),
        ("Far", "393 km"),
        ("Nowhere", "Distance not known"),
    ]
    assert near[0].placed == "Placed by us in this town; the registry gives no coordinates."
    assert near[1].placed == ""


def test_what_holds_for_every_place_is_said_once():
    bare = [{key: value for key, value in place.items() if key != "geoPoint"} for place in PLACES]
    shown = sites(a_trial(contactsLocationsModule={"locations": bare}), AskedPlace(find_place("Lyon")))

    assert [each.placed for each in shown.nearest] == ["", "", ""]
    assert "each place stands where the town is that it names" in shown.finder.centres


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/search?q=cancer&near=Lyon&within=100km",
        "/search?q=cancer&near=Lyon&within=60mi&country=FR&sort=relevance",
        "/search?q=asthma&near=Springfield",
        "/search?q=asthma&near=Basel&within=25km&site_status=recruiting",
        f"{MANY_SITES}?near=Lyon",
        f"{MANY_SITES}/expert?near=Neustadt",
    ],
)
def test_pages_with_places_read_well(site, address):
    assert problems(text(site.get(address))) == []


def test_a_map_has_every_place_that_the_registry_or_we_can_place(site):
    points = json.loads(site.get(f"{MANY_SITES}/places.json").content)

    assert sum(point["count"] for point in points) > 45
    assert {point["kind"] for point in points} == {"other"}
    assert all(point["name"] and point["lines"] for point in points)


def test_the_map_of_a_search_counts_places_under_its_filters(site):
    near = json.loads(site.get("/search/places.json?q=cancer&near=Lyon&within=100km").content)
    far = json.loads(site.get("/search/places.json?q=cancer").content)

    assert 0 < len(near) < len(far)
    assert "Lyon" in near[0]["name"]


def test_a_picture_of_the_map_is_drawn_without_a_script(site):
    response = site.get(f"{MANY_SITES}/map.svg")

    assert response["Content-Type"] == "image/svg+xml"
    assert len(response.content) < 80_000
    title = ET.fromstring(response.content)[0].text
    assert title.startswith("Map of ")


def test_each_kind_of_place_has_a_shape_of_its_own():
    points = [MapPoint(10.0 * n, 20.0 * n, kind, kind, 1, ()) for n, kind in enumerate(LEGEND)]

    drawn = ET.fromstring(picture(points, "Four kinds"))

    marks = {
        mark.get("class"): (mark.tag, mark.get("d", "")[-12:])
        for mark in drawn
        if "p " in mark.get("class", "")
    }
    assert len(set(marks.values())) == len(LEGEND)


def test_towns_that_would_hide_one_another_are_one_mark_of_the_best_kind():
    near = [MapPoint(45.7 + n / 1000, 4.8, f"Town {n}", "other", 2, ()) for n in range(50)]
    open_there = MapPoint(45.701, 4.801, "Lyon", "recruiting", 3, ())

    far = MapPoint(-33.0, 151.0, "Sydney", "other", 1, ())
    drawn = ET.fromstring(picture([*near, open_there, far], "Far apart"))

    marks = [mark for mark in drawn if "p " in mark.get("class", "")]
    assert sorted(mark.get("class") for mark in marks) == ["p other", "p recruiting"]
    assert {mark[0].text for mark in marks} == {"Lyon and 50 towns nearby", "Sydney"}


def test_a_picture_without_any_place_is_still_a_map():
    assert ET.fromstring(picture([], "Nowhere"))[0].text == "Nowhere"
