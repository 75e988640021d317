"""`trialway related`: trials like one, with the reasons, on a terminal or as JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from trialway.commands.common import (
    DataOption,
    JsonOption,
    open_store,
    print_notice,
)
from trialway.errors import NotFound, SettingError
from trialway.sample import TRIAL

if TYPE_CHECKING:
    from trialway.places.lookup import PlaceLookup
    from trialway.search.related.mentioned_trials import MentionedTrial
    from trialway.search.related.neighbours import Neighbour

EXAMPLES = (
    f"trialway related {TRIAL}",
    f"trialway related {TRIAL} --near Lyon --within 300km",
    f"trialway related {TRIAL} --limit 3 --json",
)
MOST = 50

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="A trial's registry number, in any case.")]
LimitOption = Annotated[int, typer.Option(metavar="N", help="How many of each kind, at most 50.")]
NearOption = Annotated[
    str,
    typer.Option(
        metavar="PLACE",
        help='A town, a postcode or "45.76, 4.83": of the recruiting ones the nearest first.',
        show_default=False,
    ),
]
WithinOption = Annotated[
    str,
    typer.Option(
        metavar="DISTANCE",
        help="Recruiting ones no farther than this, such as 300km or 200mi.",
        show_default=False,
    ),
]


def command(
    trial: IdArgument,
    near: NearOption = "",
    within: WithinOption = "",
    limit: LimitOption = 8,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the trials most like one: those that recruit, those of any status, and studies linked by name.

    Ends with 1 when there is no such trial.
    """
    if not 1 <= limit <= MOST:
        raise SettingError(f"--limit {limit} is not between 1 and {MOST}; choose such a number.")
    where = _place(near) if near else None
    km, unit = _radius(within, where)
    folder = open_store(data)

    from trialway.archive.trials import find_trial
    from trialway.search.document.identifiers import registry_number
    from trialway.search.related.related_trials import related_to

    found = find_trial(registry_number(trial) or trial)
    if found is None:
        raise NotFound(f"There is no trial {trial!r} here; trialway search finds trials by their words.")
    related = related_to(folder.index, found, limit, where.spot if where else None, km)
    if as_json:
        print(msgspec.json.encode(related).decode())
        return
    _print(
        "Similar trials that are recruiting now" + _so_near(where, km, unit), _lines(related.recruiting, unit)
    )
    _print("Similar trials, whatever their status", _lines(related.similar, unit))
    _print("Linked studies", _named(related.linked))


def _place(near: str) -> "PlaceLookup":
    from trialway.places.lookup import find_place

    where = find_place(near)
    choices = "; ".join(spot.ask for spot in where.others)
    if where.spot is None:
        raise SettingError(f"--near: {where.problem}" + (f" There are: {choices}." if choices else ""))
    if choices:
        print_notice(f"From {where.spot.label}. There are also: {choices}.")
    return where


def _radius(within: str, where: "PlaceLookup | None") -> tuple[float | None, str]:
    """Kilometres, None for any distance, and the unit to speak in."""
    if not within:
        return None, "km"
    if where is None:
        raise SettingError(f"--within {within} of what? Say a place with --near.")

    from trialway.places.distances import FARTHEST_KM, read_distance

    found = read_distance(within)
    if found is None:
        remedy = f"write one up to {FARTHEST_KM:,.0f}km, such as 100km or 60mi"
        raise SettingError(f"--within {within!r} is no distance; {remedy}.")
    return found


def _so_near(where: "PlaceLookup | None", km: float | None, unit: str) -> str:
    from trialway.places.distances import FARTHEST_KM, distance_words

    if where is None or where.spot is None:
        return ""
    if km is None or km == FARTHEST_KM:
        return f", the nearest to {where.spot.label} first"
    return f", within {distance_words(km, unit)} of {where.spot.label}"


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"{title}:")
    print("\n".join(lines) or "  none in this collection")
    print()


def _lines(found: "tuple[Neighbour, ...]", unit: str) -> Iterable[str]:
    from trialway.places.distances import distance_words

    for one in found:
        why = "; ".join(f"{reason.label.lower()}: {', '.join(reason.names)}" for reason in one.reasons)
        away = "" if one.km is None else f"nearest place {distance_words(one.km, unit)} away; "
        yield f"  {one.card.record_id}  {one.card.title}\n               {away}{why}"


def _named(found: "tuple[MentionedTrial, ...]") -> Iterable[str]:
    for one in found:
        yield f"  {one.record_id}  {one.card.title if one.card else 'not in this collection'}"
        if one.quote and one.quote != one.record_id:
            yield f"               “{one.quote}”"
