"""What the expert and the professional page share: head, banners, sections under each other."""

from msgspec import Struct

from trialway.presenters.expert.header import Header, header, page_title
from trialway.presenters.expert.results import ResultsBanner, results_banner
from trialway.presenters.expert.stopped import StoppedBanner, stopped_banner, withdrawn_banner
from trialway.presenters.registry_text import RegistryText
from trialway.presenters.source_reader import Section
from trialway.presenters.views import Tab, tabs
from trialway.trial import Trial


class RecordPage(Struct, frozen=True):
    slug: str
    tabs: tuple[Tab, ...]
    page_title: RegistryText
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
