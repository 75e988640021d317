"""The first page: one question, examples that work on what is loaded, how much there is and how fresh."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.presenters.home import CANDIDATES, Figures, home_page
from trialway.search.engine.base import Engine, MatchRequest
from trialway.search.query.query import Query, Text
from trialway.search.results.answer import answer
from trialway.site.index_state import index_state
from trialway.site.page_context import page_context, render_page, respond
from trialway.site.search_index import index_health


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    frame = page_context(request)

    def make() -> HttpResponse:
        return render_page(request, "home.jinja", frame, {"page": home_page(_figures())})

    return respond(request, make, index_state(), frame)


def _figures() -> Figures:
    """What the index says; no figures while it cannot be used."""
    engine = index_health().engine
    return _figures_of(engine) if engine else Figures()


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
