"""What the expert and the professional page share: head, banners, sections under each other."""

from msgspec import Struct

from trialway.site.presenters.expert.header import Header, header, page_title
from trialway.site.presenters.expert.results import ResultsBanner, results_banner
from trialway.site.presenters.expert.stopped import StoppedBanner, stopped_banner, withdrawn_banner
from trialway.site.presenters.reading import Section
from trialway.site.presenters.views import Tab, tabs
from trialway.site.presenters.words import Words
from trialway.trial import Trial


class RecordPage(Struct, frozen=True):
    slug: str
    tabs: tuple[Tab, ...]
    page_title: Words
    header: Header
    withdrawn: tuple[str, ...]
    results: ResultsBanner | None
    stopped: StoppedBanner | None
    sections: tuple[Section, ...]


def record_page(trial: Trial, route: str, sections: tuple[Section, ...]) -> RecordPage:
    """``route`` names the page's address, which is one of the tabs."""
    return RecordPage(
        slug=trial.slug,
        tabs=tabs(route),
        page_title=page_title(trial),
        header=header(trial),
        withdrawn=withdrawn_banner(trial),
        results=results_banner(trial),
        stopped=stopped_banner(trial),
        sections=sections,
    )
