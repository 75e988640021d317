"""The professional page: who can join, what is given and measured, where, whom to ask, the evidence."""

from collections.abc import Callable

from trialway.presenters.expert import (
    design,
    documents,
    groups,
    identifiers,
    outcomes,
    people,
    references,
    sites,
)
from trialway.presenters.nearest_sites import AskedPlace
from trialway.presenters.record_page import RecordPage, record_page
from trialway.presenters.related import related_sections
from trialway.presenters.rules_by_kind import rules_by_kind
from trialway.presenters.source_reader import Section
from trialway.search.related.related_trials import Related
from trialway.trial import Trial

SECTIONS: tuple[Callable[[Trial], Section | None], ...] = (
    rules_by_kind,
    groups.groups,
    outcomes.outcomes,
    sites.sites,
    people.sponsors,
    design.design,
    references.references,
    documents.documents,
    identifiers.identifiers,
)


def professional_page(
    trial: Trial, related: Related | None = None, asked: AskedPlace | None = None
) -> RecordPage:
    """``related``: what the index finds beside it, without an index nothing; ``asked``: the place from which
    the sites are measured."""
    every = (sites.sites(trial, asked) if make is sites.sites else make(trial) for make in SECTIONS)
    made = [section for section in every if section is not None]
    return record_page(trial, "trial_professional", (*made, *related_sections(trial, related, asked)))
