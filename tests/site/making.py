"""Trials for the tests of pages, made from studies as the registry writes them."""

import datetime as dt
import json
from typing import Any

from trialway.registries.ctgov.normalise import normalise
from trialway.trial import Source, Trial

SEEN = dt.datetime(2026, 6, 18, tzinfo=dt.UTC)


def a_trial(**modules: dict[str, Any]) -> Trial:
    """``a_trial(statusModule={"overallStatus": "RECRUITING"})``; sections by their own names."""
    study: dict[str, Any] = {
        "protocolSection": {"identificationModule": {"nctId": "NCT00000001", "briefTitle": "A study"}}
    }
    for name, content in modules.items():
        if name.endswith("Section") or name == "hasResults":
            study[name] = content
        else:
            study["protocolSection"].setdefault(name, {}).update(content)
    record = normalise(json.dumps(study).encode())
    return Trial(1, record.record_id, 1, (Source(record, SEEN, SEEN),))
