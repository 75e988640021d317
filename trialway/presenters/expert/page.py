"""The whole expert page in order: Trial ─**expert_page**▶ head, banners, sections."""

from collections.abc import Callable

from trialway.presenters.expert import (
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
from trialway.presenters.nearest_sites import AskedPlace
from trialway.presenters.record_page import RecordPage, record_page
from trialway.presenters.related import related_sections
from trialway.presenters.source_reader import Section
from trialway.search.related.related_trials import Related
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


def expert_page(trial: Trial, related: Related | None = None, asked: AskedPlace | None = None) -> RecordPage:
    """``related``: what the index finds beside it, without an index nothing; ``asked``: the place from which
    the sites are measured."""
    made = [
        (name, sites.sites(trial, asked) if make is sites.sites else make(trial)) for name, make in SECTIONS
    ]
    not_stated = tuple(name for name, section in made if section is None and name)
    filled = tuple(section for _, section in made if section is not None)
    last = record_dates.record_dates(trial, not_stated)
    return record_page(trial, "trial_expert", (*filled, last, *related_sections(trial, related, asked)))
