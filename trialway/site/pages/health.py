"""`/healthz`: whether this installation can answer, for load balancers and alarms."""

import time
from typing import Any

from django.conf import settings
from django.db.utils import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from trialway.archive.models import Trial
from trialway.search.engine import generations


@require_safe
@never_cache
def healthz(_request: HttpRequest) -> JsonResponse:
    """`{"ok": true, "database": true, "trials": 373, "index": {"trials": 373, "age_seconds": 12}}`."""
    trials = count_trials()
    index = state_of_index()
    # A new installation without trials needs no index to say that it has none.
    ok = trials is not None and (trials == 0 or index is not None)
    answer = {"ok": ok, "database": trials is not None, "trials": trials, "index": index}
    return JsonResponse(answer, status=200 if ok else 503)


def count_trials() -> int | None:
    """None when the database cannot be asked."""
    try:
        return Trial.objects.count()
    except DatabaseError:
        return None


def state_of_index() -> dict[str, Any] | None:
    """How many trials the index in use holds, and how long ago it was written; None when there is none."""
    generation = generations.current(settings.DATA_FOLDER.index)
    state = generations.read_state(generation) if generation else None
    if generation is None or state is None:
        return None
    written = (generation / "index.json").stat().st_mtime
    return {"trials": state.trials, "age_seconds": max(0, round(time.time() - written))}
