"""`/healthz`: whether this installation can answer, for load balancers and alarms."""

import time
from typing import Any

import msgspec
from django.conf import settings
from django.db.utils import Error
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from trialway.archive.models import Trial
from trialway.caches import statistics
from trialway.search.engine import generations
from trialway.site.search_index import IndexHealth, index_health


@require_safe
@never_cache
def healthz(_request: HttpRequest) -> JsonResponse:
    """`{"ok": true, "database": true, "trials": 373, "index": {"trials": 373, "age_seconds": 12}}`; with
    `"reason"` when it is not ok, and what the caches of this worker hold."""
    trials, health = count_trials(), index_health()
    reason = why_not_ok(trials, health)
    index = state_of_index() if health.engine else None
    answer = {
        "ok": not reason,
        "database": trials is not None,
        "trials": trials,
        "index": index,
        "caches": [msgspec.to_builtins(each) for each in statistics()],
    }
    if reason:
        return JsonResponse({**answer, "reason": reason}, status=503)
    return JsonResponse(answer)


def why_not_ok(trials: int | None, index: IndexHealth) -> str:
    """A sentence for operators; empty when the site can answer."""
    if trials is None:
        return "The database cannot be read; the server's log says why."
    # A new installation without trials needs no index to say that it has none.
    return index.reason if index.damaged or (trials and not index.engine) else ""


def count_trials() -> int | None:
    """None when the database cannot be asked."""
    try:
        return Trial.objects.count()
    except Error:
        return None


def state_of_index() -> dict[str, Any] | None:
    """How many trials the index in use holds, and how long ago it was written; None when there is none."""
    generation = generations.current(settings.DATA_FOLDER.index)
    state = generations.read_state(generation) if generation else None
    if generation is None or state is None:
        return None
    written = (generation / "index.json").stat().st_mtime
    return {"trials": state.trials, "age_seconds": max(0, round(time.time() - written))}
