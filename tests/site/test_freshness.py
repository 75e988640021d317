"""When the data counts as old, and what makes an ETag change."""

import datetime as dt

from trialway.site.fingerprint import etag
from trialway.site.freshness import fresh_since

DAY = dt.date(2026, 6, 18)


def test_data_of_the_last_week_needs_no_warning():
    assert fresh_since(DAY, DAY, DAY + dt.timedelta(days=7), 7).warning == ""


def test_older_data_is_told_with_its_age():
    warning = fresh_since(DAY, DAY, DAY + dt.timedelta(days=8), 7).warning
    assert warning.startswith("What you see here is as the registries had it on 18 June 2026, 8 days ago.")


def test_one_new_record_makes_the_others_no_fresher():
    today = DAY + dt.timedelta(days=8)
    fresh = fresh_since(DAY, today, today, 7)
    assert fresh.words == "18 June 2026 to 26 June 2026"
    assert fresh.warning.startswith("Some of what you see here is as the registries had it on 18 June 2026")


def test_an_etag_changes_with_each_thing_that_it_is_made_of():
    tags = {etag("/a", 1), etag("/a", 2), etag("/b", 1), etag("/a", 1, None)}
    assert len(tags) == 4
    assert etag("/a", 1) == etag("/a", 1)
