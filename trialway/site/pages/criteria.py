"""Who can take part, as read: the JSON twin of the criteria on the expert page."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.presenters.criteria import criteria_to_json
from trialway.site.pages.trial import at_its_address
from trialway.trial import Trial


@require_safe
def criteria_json(request: HttpRequest, slug: str) -> HttpResponse:
    """Each criterion with its words and their place, what was read in it, and what was not."""

    def render(trial: Trial) -> HttpResponse:
        body = msgspec.json.encode(criteria_to_json(trial))
        return HttpResponse(body, content_type="application/json")

    return at_its_address(request, slug, "trial_criteria_json", render)
