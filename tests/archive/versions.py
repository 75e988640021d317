"""Versions of made-up studies, loaded as snapshots of days."""

import datetime as dt
import json

from trialway.archive.load import Loaded, at_midnight, load_paths
from trialway.data_folder import DataFolder


def a_study(number: int = 1, updated: str = "2024-01-01", **modules) -> dict:
    """``updated`` is the registry's date; modules by their own names."""
    status = {"lastUpdatePostDateStruct": {"date": updated}, **modules.pop("statusModule", {})}
    about = {"nctId": f"NCT{number:08}", "briefTitle": f"Study {number}"}
    return {
        "protocolSection": {
            "identificationModule": {**about, **modules.pop("identificationModule", {})},
            "statusModule": status,
            **modules,
        }
    }


def load(folder: DataFolder, seen: str, *studies: dict) -> Loaded:
    """Load the studies as the registry had them on the day ``seen``."""
    path = folder.root / "snapshot.jsonl"
    path.write_text("\n".join(json.dumps(study) for study in studies))
    return load_paths(folder, [path], seen=at_midnight(dt.date.fromisoformat(seen)))


def with_status(status: str, updated: str = "2024-01-01", number: int = 1) -> dict:
    """A study of which only the status matters."""
    return a_study(number, updated, statusModule={"overallStatus": status})
