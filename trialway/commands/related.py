"""`trialway related`: trials like one, with the reasons, on a terminal or as JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from trialway.commands.manners import DataOption, JsonOption, open_store
from trialway.errors import NotFound

if TYPE_CHECKING:
    from trialway.index.linked import Linked
    from trialway.index.related.neighbours import Neighbour

EXAMPLES = ("trialway related NCT04740918", "trialway related NCT04740918 --limit 3 --json")

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="A trial's registry number, in any case.")]
LimitOption = Annotated[int, typer.Option(metavar="N", min=1, max=50, help="How many of each kind.")]


def command(
    trial: IdArgument, limit: LimitOption = 8, data: DataOption = None, as_json: JsonOption = False
) -> None:
    """Print the trials most like one: those that recruit, those of any status, and studies linked by name.

    Ends with 1 when there is no such trial.
    """
    folder = open_store(data)

    from trialway.archive.trials import find_trial
    from trialway.index.identifiers import registry_number
    from trialway.index.related.found import related_to

    found = find_trial(registry_number(trial) or trial)
    if found is None:
        raise NotFound(f"There is no trial {trial!r} here; trialway search finds trials by their words.")
    related = related_to(folder.index, found, limit)
    if as_json:
        print(msgspec.json.encode(related).decode())
        return
    _print("Similar trials that are recruiting now", _lines(related.recruiting))
    _print("Similar trials, whatever their status", _lines(related.similar))
    _print("Linked studies", _named(related.linked))


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"{title}:")
    print("\n".join(lines) or "  none in this collection")
    print()


def _lines(found: "tuple[Neighbour, ...]") -> Iterable[str]:
    for one in found:
        why = "; ".join(f"{reason.label.lower()}: {', '.join(reason.names)}" for reason in one.reasons)
        yield f"  {one.card.record_id}  {one.card.title}\n               {why}"


def _named(found: "tuple[Linked, ...]") -> Iterable[str]:
    for one in found:
        yield f"  {one.record_id}  {one.card.title if one.card else 'not in this collection'}"
        if one.quote and one.quote != one.record_id:
            yield f"               “{one.quote}”"
