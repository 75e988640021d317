"""The changes of one trial as an Atom feed."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from trialway.archive.history import steps
from trialway.presenters.history.feed import Feed, feed
from trialway.site.page_context import PageContext, page_context
from trialway.site.pages.history import A_PAGE, Histories, at_its_address


@require_safe
def trial_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest versions; a reader that comes often misses none."""
    frame = page_context(request)

    def render(slug: str, records: Histories) -> HttpResponse:
        found = tuple((record, steps(record, record.versions[:A_PAGE])) for record in records)
        atom = _atom(feed(slug, frame.base, found), slug, frame)
        return HttpResponse(atom, content_type="application/atom+xml; charset=utf-8")

    return at_its_address(request, slug, "trial_feed", render, frame.base, frame.name)


def _atom(feed: Feed, slug: str, frame: PageContext) -> str:
    page = frame.base + reverse("trial_history", kwargs={"slug": slug})
    atom = Atom1Feed(
        title=feed.title,
        link=page,
        description=None,
        language="en",
        author_name=frame.name,
        feed_url=frame.base + reverse("trial_feed", kwargs={"slug": slug}),
        feed_guid=feed.id,
    )
    for entry in feed.entries:
        atom.add_item(
            title=entry.title,
            link=f"{page}#{entry.anchor}",
            description=entry.html,
            unique_id=entry.id,
            updateddate=entry.updated,
        )
    return atom.writeString("utf-8")
