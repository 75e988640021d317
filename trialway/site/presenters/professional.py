"""The professional page: who can join, what is given and measured, where, whom to ask, the evidence."""

from collections.abc import Callable

from trialway.index.related.found import Related
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
from trialway.site.presenters.finder import Asked
from trialway.site.presenters.reading import Section
from trialway.site.presenters.record_page import RecordPage, record_page
from trialway.site.presenters.related import related_sections
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


def professional_page(trial: Trial, asked: Asked | None = None, related: Related | None = None) -> RecordPage:
    """``asked``: the place from which the sites are measured; ``related``: what the index finds beside it."""
    made = (sites.sites(trial, asked) if make is sites.sites else make(trial) for make in SECTIONS)
    filled = tuple(section for section in made if section is not None)
    return record_page(trial, "trial_professional", (*filled, *related_sections(trial, related)))
