"""The whole expert page in order: Trial ─**expert_page**▶ head, banners, sections."""

from collections.abc import Callable

from msgspec import Struct

from trialway.site.presenters.expert import (
    about,
    design,
    documents,
    eligibility,
    groups,
    identifiers,
    outcomes,
    people,
    record_dates,
    references,
    results_history,
    sharing,
    sites,
)
from trialway.site.presenters.expert.header import Header, header, page_title
from trialway.site.presenters.expert.results import ResultsBanner, results_banner
from trialway.site.presenters.expert.stopped import StoppedBanner, stopped_banner, withdrawn_banner
from trialway.site.presenters.reading import Section
from trialway.site.presenters.views import Tab, tabs
from trialway.site.presenters.words import Words
from trialway.trial import Trial

# In the order of the page, with the name under which an empty one is told at its end ("" for what is
# quietly absent).
SECTIONS: tuple[tuple[str, Callable[[Trial], Section | None]], ...] = (
    ("Brief summary", about.summary),
    ("Detailed description", about.description),
    ("Conditions", about.conditions),
    ("Study design", design.design),
    ("Study groups", groups.groups),
    ("Interventions", groups.interventions),
    ("Outcome measures", outcomes.outcomes),
    ("Who can take part", eligibility.eligibility),
    ("Sponsors and researchers", people.sponsors),
    ("Sites", sites.sites),
    ("", results_history.results_history),
    ("Documents", documents.documents),
    ("Identifiers", identifiers.identifiers),
    ("Publications and links", references.references),
    ("Data sharing", sharing.sharing),
    ("Oversight", sharing.oversight),
)


class ExpertPage(Struct, frozen=True):
    slug: str
    tabs: tuple[Tab, ...]
    page_title: Words
    header: Header
    withdrawn: tuple[str, ...]
    results: ResultsBanner | None
    stopped: StoppedBanner | None
    sections: tuple[Section, ...]


def expert_page(trial: Trial) -> ExpertPage:
    made = [(name, make(trial)) for name, make in SECTIONS]
    not_stated = tuple(name for name, section in made if section is None and name)
    filled = tuple(section for _, section in made if section is not None)
    return ExpertPage(
        slug=trial.slug,
        tabs=tabs("trial_expert"),
        page_title=page_title(trial),
        header=header(trial),
        withdrawn=withdrawn_banner(trial),
        results=results_banner(trial),
        stopped=stopped_banner(trial),
        sections=(*filled, record_dates.record_dates(trial, not_stated)),
    )
