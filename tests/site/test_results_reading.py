"""Sixty outcomes drawn at random, each number read from the raw record by itself, and looked for where people
see it: on its page, in the CSV, in the picture, in the sentences."""

import csv
import io
import json
import random
import re
from collections import Counter
from decimal import ROUND_HALF_EVEN, Decimal
from html import unescape

import pytest

from tests.registries.ctgov.studies import sample as studies

DRAWN = 60


def drawn():
    """(study, place of the outcome, the outcome) for sixty of all outcomes of the sample."""
    every = []
    for raw in studies():
        study = json.loads(raw)
        results = study.get("resultsSection", {}).get("outcomeMeasuresModule", {})
        slug = study["protocolSection"]["identificationModule"]["nctId"]
        every += [(slug, place, one) for place, one in enumerate(results.get("outcomeMeasures", ()), 1)]
    return random.Random(7).sample(every, DRAWN)


def values_in(outcome) -> list[str]:
    """Every measured value as the record writes it; an empty one is no value."""
    return [
        measured["value"].strip()
        for part in outcome.get("classes", ())
        for category in part.get("categories", ())
        for measured in category.get("measurements", ())
        if measured.get("value", "").strip()
    ]


def people_in(outcome) -> set[Decimal]:
    """Every number of people analysed that the record states, for the outcome or a part of it."""
    places = (outcome, *outcome.get("classes", ()))
    counts = (one for place in places for denom in place.get("denoms", ()) for one in denom["counts"])
    return {Decimal(one["value"]) for one in counts}


def shown_values(page: str) -> list[str]:
    found = re.findall(r'<span class="tw-result__value"[^>]*>(.*?)</span>', page, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", each)).strip() for each in found]


@pytest.mark.parametrize(("slug", "place", "outcome"), drawn())
def test_the_numbers_are_the_same_wherever_they_are_shown(site, slug, place, outcome):
    address = f"/trial/{slug}/results/outcome-{place}"
    wanted = Counter(values_in(outcome))
    page = site.get(address).content.decode()
    table = list(csv.DictReader(io.StringIO(site.get(f"{address}.csv").content.decode().lstrip("\ufeff"))))

    on_page = Counter(value for value in shown_values(page) if value)
    in_csv = Counter(row["Value"].strip() for row in table if row["Value"].strip())

    assert not wanted - on_page
    assert in_csv == wanted
    picture = site.get(f"{address}.svg")
    if picture.status_code == 200:
        check_picture(picture.content.decode(), outcome)
    if outcome.get("type") == "PRIMARY":
        check_sentences(site.get(f"/trial/{slug}").content.decode(), outcome)


def check_picture(svg: str, outcome) -> None:
    """Each point says its value; it is one of the record's, or the share of people that it makes."""
    points = re.findall(r'aria-label="(?:[^"]*; )?value: ([−-]?[\d.,]+(?:e-?\d+)?)', svg)
    numbers = {number(value) for value in values_in(outcome)}
    shares = {
        (100 * one / people).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
        for one in numbers
        for people in people_in(outcome)
        if people
    }
    assert len(points) == len(values_in(outcome))
    assert {number(point) for point in points} <= numbers | shares


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("−", "-"))


def check_sentences(page: str, outcome) -> None:
    """What the patient page says of this outcome names only numbers of the record."""
    start = page.find('id="found"')
    section = page[start : page.find("<section", start)] if start >= 0 else ""
    title = " ".join(outcome["title"].split())
    part = re.search(rf"<h3>[^\n]*{re.escape(title)}.*?</ul>", unescape(section), re.DOTALL)
    for sentence in re.findall(r"<li>(.*?)</li>", part[0], re.DOTALL) if part else ():
        words = re.sub(r"<[^>]+>", "", sentence)
        if " of " in words and "people" in words:
            counted = re.search(r"([\d,]+) of ([\d,]+) people", words)
            assert counted[1] in values_in(outcome)
            assert Decimal(counted[2].replace(",", "")) in people_in(outcome)
        elif " was " in words:
            assert re.search(r" was (-?[\d.,]+)", words)[1].rstrip(".,") in values_in(outcome)
