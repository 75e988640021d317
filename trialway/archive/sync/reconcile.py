"""Who is there: the registry's numbers beside ours, when the counts do not agree.

What is missing is fetched singly; what seems gone is asked for by its number before anybody says so.
"""

from collections.abc import Iterator

from trialway.archive.models import Record
from trialway.archive.sync.staging import Staging, SyncRun
from trialway.registries.known import REGISTRIES
from trialway.registries.sync_source import SyncSource


def fetched_numbers(spool: Staging, registry: str) -> set[str]:
    """The numbers of all studies in the spool."""
    number_of = REGISTRIES[registry].number_of
    return {number_of(study) for study in spool.studies()} - {""}


def known_numbers(registry: str) -> set[str]:
    """The numbers that the store has and that are not withdrawn."""
    return set(Record.objects.filter(registry=registry, withdrawn=None).values_list("record_id", flat=True))


def missing(source: SyncSource, spool: Staging, state: SyncRun) -> set[str]:
    """The numbers that the store has and the registry seems not to have. Completes the spool on the way."""
    here = fetched_numbers(spool, state.registry)
    known = known_numbers(state.registry)
    candidates = known - here if state.kind == "full" else set[str]()
    if source.total(state.subset) == len(here if state.kind == "full" else here | known):
        return candidates
    there = set(_numbers(source, state))
    _fetch_singly(source, spool, sorted(there - (here if state.kind == "full" else here | known)))
    return known - there


def _numbers(source: SyncSource, state: SyncRun) -> Iterator[str]:
    number_of, token = REGISTRIES[state.registry].number_of, None
    while True:
        page = source.page_of_numbers(state.subset, token)
        yield from filter(None, map(number_of, page.studies))
        token = page.next_token
        if token is None:
            return


def _fetch_singly(source: SyncSource, spool: Staging, numbers: list[str]) -> None:
    found = [study for number in numbers if (study := source.study(number)) is not None]
    if found:
        spool.put_page("singly-00000", found)


def ask_for(source: SyncSource, spool: Staging, state: SyncRun, numbers: list[str]) -> None:
    """Ask for each number: gone, moved to another number, or there after all."""
    number_of = REGISTRIES[state.registry].number_of
    there_after_all = []
    for number in numbers:
        study = source.study(number)
        if study is None:
            state.gone.append(number)
        elif number_of(study) != number:
            state.moved[number] = number_of(study)
            there_after_all.append(study)
        else:
            there_after_all.append(study)
    if there_after_all:
        spool.put_page("singly-00001", there_after_all)
