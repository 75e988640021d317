"""Trial → its texts by search area (title, condition, intervention …), for the index and for snippets.

Their order is the order in which a hit explains itself. What is searched follows the registry's own basic
search; the long description is not in it there either (API v2 search areas, read 2026-11).
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from trialway.record import TrialRecord
from trialway.registry_text.repair import repair, unescape
from trialway.search.document.facets import of_all
from trialway.trial import Trial
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.purpose import PURPOSE
from trialway.vocabulary.study_type import STUDY_TYPE

# A record may hold a text of 200 MB; nobody is found by what stands behind the first 100,000 characters.
LONGEST_AREA = 100_000
# Names and titles are mended before they are indexed. To mend long texts too would double the time for the
# sake of very few words; an excerpt mends the text that it shows.
SHORT = 300
AreaTexts = Mapping[str, tuple[str, ...]]


class Area(Struct, frozen=True):
    """``field``: the engine's field for this area alone, None when it has none.

    ``boost``: how much more a word found there counts. ``everywhere``: whether words typed without an area
    look there; ``names``: whether only names of places, people and organisations stand there, in which a word
    that is understood as a condition or a treatment is not looked for: a heart trial at a Diabetes Centre is
    no trial for diabetes.
    """

    name: str
    label: str
    read: Callable[[TrialRecord], Iterable[str | None]]
    field: str | None = None
    boost: float = 0.0
    everywhere: bool = True
    names: bool = False


def _titles(record: TrialRecord) -> Iterable[str | None]:
    yield from (record.brief_title, record.acronym, record.official_title)


def _conditions(record: TrialRecord) -> Iterable[str | None]:
    yield from record.conditions
    yield from (term.name for term in record.condition_terms.terms)
    yield from record.keywords


def _interventions(record: TrialRecord) -> Iterable[str | None]:
    for item in record.interventions:
        yield from (item.name, *item.other_names)
    yield from (term.name for term in record.intervention_terms.terms)


def _broader(record: TrialRecord) -> Iterable[str | None]:
    yield from (term.name for term in record.condition_terms.ancestors)
    yield from (term.name for term in record.intervention_terms.ancestors)


def _groups(record: TrialRecord) -> Iterable[str | None]:
    for arm in record.arms:
        yield from (arm.label, arm.description)
    yield from (item.description for item in record.interventions)


def _outcomes(record: TrialRecord) -> Iterable[str | None]:
    for outcome in (*record.outcomes.primary, *record.outcomes.secondary, *record.outcomes.other):
        yield outcome.measure


def _sponsors(record: TrialRecord) -> Iterable[str | None]:
    yield record.lead_sponsor.name if record.lead_sponsor else None
    yield from (collaborator.name for collaborator in record.collaborators)
    yield record.organisation.name if record.organisation else None


def _people(record: TrialRecord) -> Iterable[str | None]:
    for official in record.officials:
        yield from (official.name, official.affiliation)
    if record.responsible_party:
        yield from (record.responsible_party.name, record.responsible_party.affiliation)


def _places(record: TrialRecord) -> Iterable[str | None]:
    for site in record.sites:
        yield site.facility
        yield _town(site.city, site.state, site.country)


@lru_cache(maxsize=20_000)
def _town(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _design(record: TrialRecord) -> Iterable[str | None]:
    yield from (PHASE.words(phase) for phase in record.design.phases)
    if record.design.study_type:
        yield STUDY_TYPE.words(record.design.study_type)
    if record.design.purpose:
        yield PURPOSE.words(record.design.purpose)


def _numbers(record: TrialRecord) -> Iterable[str | None]:
    yield record.record_id
    yield from (identifier.value for identifier in record.identifiers)


def _criteria(record: TrialRecord) -> Iterable[str | None]:
    yield from (record.eligibility.criteria, record.eligibility.population)


AREAS = (
    Area("title", "Title", _titles, "title", 3.0),
    Area("condition", "Conditions and keywords", _conditions, "condition", 2.5),
    Area("intervention", "Interventions", _interventions, "intervention", 2.0),
    Area("summary", "Summary", lambda record: (record.brief_summary,)),
    Area("groups", "Groups and treatments", _groups),
    Area("outcome", "What is measured", _outcomes, "outcome"),
    Area("sponsor", "Sponsor", _sponsors, "sponsor", names=True),
    Area("place", "Places", _places, "place", names=True),
    Area("people", "People", _people, names=True),
    Area("identifier", "Numbers", _numbers, "identifier"),
    Area("design", "Design", _design),
    Area("broader", "Broader terms", _broader),
    Area("eligibility", "Eligibility", _criteria, "eligibility", everywhere=False),
)


# Towns, hospitals, drugs and terms stand in many trials; a title stands in its card too.
mended = lru_cache(maxsize=100_000)(repair)


def area_texts(trial: Trial) -> AreaTexts:
    """What stands in each area, repaired, each text once; areas without any are left out."""
    found = {area.name: _once(of_all(trial, area.read)) for area in AREAS}
    return {name: tuple(map(_readable, _bounded(values))) for name, values in found.items() if values}


def _once(values: Iterable[str | None]) -> list[str]:
    return [value for value in dict.fromkeys(values) if value and not value.isspace()]


def _bounded(values: list[str]) -> Iterable[str]:
    if sum(map(len, values)) <= LONGEST_AREA:
        return values
    # Each text begins where those before it end.
    starts = accumulate(map(len, values), initial=0)
    return [
        value[: LONGEST_AREA - start]
        for value, start in zip(values, starts, strict=False)
        if start < LONGEST_AREA
    ]


def _readable(value: str) -> str:
    return mended(value) if len(value) <= SHORT else unescape(value)
