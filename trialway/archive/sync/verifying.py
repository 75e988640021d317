"""Whether a fetched pass may be published: it must not lose much, nor bring a flood of oddities.

What is held back stays in the spool until somebody accepts it or a better pass replaces it.
"""

import itertools

from trialway.archive.models import Oddity, Record
from trialway.archive.sync.staging import Staging, SyncRun
from trialway.errors import NotARecord
from trialway.registries.known import REGISTRIES

# A registry of 600,000 loses a handful of records in a day, and a new word appears in a few of them.
LOSS_SHARE, LOSS_COUNT = 0.01, 25
ODD_SHARE, ODD_COUNT = 0.05, 25
_LOOK_AT = 5000


def why_hold(spool: Staging, state: SyncRun, missing: int) -> str:
    """The reason in sentences; empty when the pass may be published."""
    reasons = [_short(state), _losing(state, missing), _unreadable(spool, state)]
    return " ".join(reason for reason in reasons if reason)


def _short(state: SyncRun) -> str:
    short = state.expected - state.fetched
    if short > max(LOSS_COUNT, LOSS_SHARE * state.expected):
        return f"The registry announced {state.expected:,} records and gave {state.fetched:,}."
    return ""


def _losing(state: SyncRun, missing: int) -> str:
    known = Record.objects.filter(registry=state.registry, withdrawn=None).count()
    if missing > max(LOSS_COUNT, LOSS_SHARE * known):
        return f"{missing:,} of {known:,} records would be lost."
    return ""


def _unreadable(spool: Staging, state: SyncRun) -> str:
    normalise = REGISTRIES[state.registry].normalise
    seen = refused = odd = 0
    for study in itertools.islice(spool.studies(), 0, None, max(1, state.fetched // _LOOK_AT)):
        seen += 1
        try:
            record = normalise(study)
        except NotARecord:
            refused += 1
        except Exception:  # noqa: BLE001 - what this program fails on is odd, and must not stop the others
            odd += 1
        else:
            odd += bool(record.unknown_values or record.left_out)
    if refused > max(ODD_COUNT, ODD_SHARE * seen):
        return f"{refused:,} of {seen:,} records looked at are no records."
    if odd > max(ODD_COUNT, (ODD_SHARE + _odd_share(state)) * seen):
        return f"{odd:,} of {seen:,} records looked at hold values that cannot be read."
    return ""


def _odd_share(state: SyncRun) -> float:
    """Records with odd values are no reason to hold a pass back when the store has as many."""
    records = Record.objects.filter(registry=state.registry).count()
    odd = Oddity.objects.filter(record__registry=state.registry).values("record").distinct().count()
    return odd / records if records else 0.0
