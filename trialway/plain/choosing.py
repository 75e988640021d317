"""Which record of a trial is told: Trial ─▶ **one TrialRecord, part by part** ─▶ sections.

Each part ("design", "eligibility") comes whole from the first record that states it, so that no sentence
mixes two registries. Arms and interventions name each other, and come from the same record.
"""

from collections.abc import Mapping

import msgspec

from trialway.record import TrialRecord
from trialway.trial import Trial

_EMPTY = TrialRecord("", "")
_TOGETHER = {"interventions": "arms"}


def chosen_record(trial: Trial) -> tuple[TrialRecord, Mapping[str, str]]:
    """The record to tell, and for each of its parts the id of the record that it is from."""
    parts: dict[str, object] = {}
    taken: dict[str, str] = {}
    for field in TrialRecord.__struct_fields__:
        deciding = _TOGETHER.get(field, field)
        record = next((one.record for one in trial.sources if _states(one.record, deciding)), trial.main)
        parts[field] = getattr(record, field)
        taken[field] = record.record_id
    return msgspec.structs.replace(trial.main, **parts), taken


def _states(record: TrialRecord, field: str) -> bool:
    return bool(getattr(record, field) != getattr(_EMPTY, field))
