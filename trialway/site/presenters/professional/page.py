"""The professional page: who can join, what is given and measured, where, whom to ask, the evidence."""

from collections.abc import Callable

from msgspec import Struct

from trialway.site.presenters.expert import (
    design,
    documents,
    eligibility,
    groups,
    identifiers,
    outcomes,
    people,
    references,
    sites,
)
from trialway.site.presenters.expert.header import Header, header, page_title
from trialway.site.presenters.expert.results import ResultsBanner, results_banner
from trialway.site.presenters.expert.stopped import StoppedBanner, stopped_banner, withdrawn_banner
from trialway.site.presenters.reading import Section
from trialway.site.presenters.views import Tab, tabs
from trialway.site.presenters.words import Words
from trialway.trial import Trial

SECTIONS: tuple[Callable[[Trial], Section | None], ...] = (
    eligibility.eligibility,
    groups.groups,
    outcomes.outcomes,
    sites.sites,
    people.sponsors,
    design.design,
    references.references,
    documents.documents,
    identifiers.identifiers,
)


class ProfessionalPage(Struct, frozen=True):
    slug: str
    tabs: tuple[Tab, ...]
    page_title: Words
    header: Header
    withdrawn: tuple[str, ...]
    results: ResultsBanner | None
    stopped: StoppedBanner | None
    sections: tuple[Section, ...]


def professional_page(trial: Trial) -> ProfessionalPage:
    made = (make(trial) for make in SECTIONS)
    return ProfessionalPage(
        slug=trial.slug,
        tabs=tabs("trial_professional"),
        page_title=page_title(trial),
        header=header(trial),
        withdrawn=withdrawn_banner(trial),
        results=results_banner(trial),
        stopped=stopped_banner(trial),
        sections=tuple(section for section in made if section is not None),
    )
