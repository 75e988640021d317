"""A trial as JSON: every linked record whole, with the days between which it was seen."""

import datetime as dt

from msgspec import Struct

from trialway.record import TrialRecord
from trialway.trial import Trial


class SourceJSON(Struct, frozen=True):
    registry: str
    record_id: str
    evidence: str
    first_seen: dt.datetime
    last_seen: dt.datetime
    withdrawn: dt.datetime | None
    record: TrialRecord


class TrialJSON(Struct, frozen=True):
    """``sources`` come in order of preference."""

    slug: str
    sources: tuple[SourceJSON, ...]


def trial_to_json(trial: Trial) -> TrialJSON:
    return TrialJSON(
        slug=trial.slug,
        sources=tuple(
            SourceJSON(
                registry=source.record.registry,
                record_id=source.record.record_id,
                evidence=source.evidence,
                first_seen=source.first_seen,
                last_seen=source.last_seen,
                withdrawn=source.withdrawn,
                record=source.record,
            )
            for source in trial.sources
        ),
    )
