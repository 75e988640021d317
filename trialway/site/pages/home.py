"""The first page: one question, examples that work on what is loaded, how much there is and how fresh."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.errors import NotFound, StoreDamaged
from trialway.search.engine.base import Engine, MatchRequest
from trialway.search.engine.reader import open_index
from trialway.search.query.query import Query, Text
from trialway.search.results.answer import answer
from trialway.site.frame import frame_of, page, respond
from trialway.site.index_state import index_state
from trialway.site.presenters.home import CANDIDATES, Figures, home_page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    frame = frame_of(request)

    def make() -> HttpResponse:
        return page(request, "home.jinja", frame, {"page": home_page(_figures())})

    return respond(request, make, index_state(), frame)


def _figures() -> Figures:
    """What the index says; nothing is loaded while there is none."""
    try:
        engine = open_index(settings.DATA_FOLDER.index)
    except (NotFound, StoreDamaged):
        return Figures()
    return _figures_of(engine)


# An engine never changes, so neither does what it says: the examples are searched for once after an update.
@lru_cache(maxsize=1)
def _figures_of(engine: Engine) -> Figures:
    found = answer(engine, Query(), per_page=1, facets=("status", "country", "condition", "results"))
    counts = {facet.name: {choice.code: choice.count for choice in facet.choices} for facet in found.facets}
    return Figures(
        trials=found.total,
        recruiting=counts["status"].get("recruiting", 0),
        with_results=counts["results"].get("yes", 0),
        countries=len(counts["country"]),
        examples=_working_examples(engine),
    )


def _working_examples(engine: Engine) -> tuple[str, ...]:
    """The first three searches of CANDIDATES that find something."""
    found = engine.match_many([MatchRequest(Query(text=Text.read(words)), limit=1) for words in CANDIDATES])
    return tuple(words for words, one in zip(CANDIDATES, found, strict=True) if one.total)[:3]
