"""A trial as an engine takes it in: Trial ─**document**▶ engine. Nothing here knows which engine."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from trialway.index.ages import Ages, ages
from trialway.index.areas import Texts, texts
from trialway.index.cards import Card, card
from trialway.index.days import Days, days, stated_days
from trialway.index.facets import FACETS
from trialway.index.identifiers import normal
from trialway.index.kin import Kin, kin
from trialway.index.naming import Names, names
from trialway.index.sites import IndexedSite, ShownSite, shown_sites, sites
from trialway.index.values import Value
from trialway.trial import Trial

# Raise it whenever documents or fields change: an index of another schema is made anew.
SCHEMA = 8


class Document(Struct, frozen=True):
    """``newest`` and ``updated`` are days as date.toordinal() counts them, 0 when none is stated.

    ``names``: what finds the trial when the whole of what was typed equals it, in the normal form of
    identifiers. ``said``: what its records call things, for suggestions and synonyms. ``sites`` and
    ``shown_sites`` have the same order.
    """

    number: int
    change: int
    names: tuple[str, ...]
    texts: Texts
    facets: Mapping[str, tuple[Value, ...]]
    newest: int
    updated: int
    card: Card
    kin: Kin
    sites: tuple[IndexedSite, ...]
    shown_sites: tuple[ShownSite, ...]
    days: Days = Days()
    ages: Ages = Ages()
    said: Names = Names()


def document(trial: Trial) -> Document:
    """The document of a trial."""
    return Document(
        number=trial.number,
        change=trial.change,
        names=_names(trial),
        texts=texts(trial),
        facets={facet.name: _once(facet.read(trial)) for facet in FACETS.values()},
        newest=_newest(trial),
        updated=_updated(trial),
        card=card(trial),
        kin=kin(trial),
        sites=sites(trial),
        shown_sites=shown_sites(trial),
        days=days(trial),
        ages=ages(trial),
        said=names(trial),
    )


def _once(values: Iterable[Value]) -> tuple[Value, ...]:
    """Each code once, with the label that came first."""
    first: dict[str, Value] = {}
    for value in values:
        first.setdefault(value.code, value)
    return tuple(first.values())


def _names(trial: Trial) -> tuple[str, ...]:
    records = [source.record for source in trial.sources]
    values = [trial.slug]
    for record in records:
        values += [
            record.record_id,
            *(identifier.value for identifier in record.identifiers),
            record.acronym or "",
        ]
    return tuple(dict.fromkeys(name for name in map(normal, values) if name))


def _newest(trial: Trial) -> int:
    """The day on which a registry first showed the trial."""
    return min(stated_days(trial, lambda dates: dates.first_posted or dates.first_submitted), default=0)


def _updated(trial: Trial) -> int:
    """The day on which a registry last changed what it says."""
    changed = stated_days(trial, lambda dates: dates.last_update_posted or dates.last_update_submitted)
    return max(changed, default=0)
