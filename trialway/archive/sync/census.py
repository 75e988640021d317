"""Who is there: the registry's numbers beside ours, when the counts do not agree.

What is missing is fetched singly; what seems gone is asked for by its number before anybody says so.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from trialway.archive.models import Record
from trialway.archive.sync.spool import Pass, Spool
from trialway.registries.ctgov.fetch import Source


class _About(Struct, rename="camel"):
    nct_id: str = ""


class _Protocol(Struct, rename="camel"):
    identification_module: _About = msgspec.field(default_factory=_About)


class _Study(Struct, rename="camel"):
    protocol_section: _Protocol = msgspec.field(default_factory=_Protocol)


_decode = msgspec.json.Decoder(_Study).decode


def number_of(study: bytes) -> str:
    """The number of a raw study; empty when it has none."""
    try:
        return _decode(study).protocol_section.identification_module.nct_id.strip().upper()
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ""


def fetched_numbers(spool: Spool) -> set[str]:
    """The numbers of all studies in the spool."""
    return {number_of(study) for study in spool.studies()} - {""}


def known_numbers(registry: str) -> set[str]:
    """The numbers that the store has and that are not withdrawn."""
    return set(Record.objects.filter(registry=registry, withdrawn=None).values_list("record_id", flat=True))


def missing(source: Source, spool: Spool, state: Pass) -> set[str]:
    """The numbers that the store has and the registry seems not to have. Completes the spool on the way."""
    here = fetched_numbers(spool)
    known = known_numbers(state.registry)
    candidates = known - here if state.kind == "full" else set[str]()
    if source.total(state.subset) == len(here if state.kind == "full" else here | known):
        return candidates
    there = set(_numbers(source, state))
    _fetch_singly(source, spool, sorted(there - (here if state.kind == "full" else here | known)))
    return known - there


def _numbers(source: Source, state: Pass) -> Iterator[str]:
    token = None
    while True:
        page = source.page_of_numbers(state.subset, token)
        yield from filter(None, map(number_of, page.studies))
        token = page.next_token
        if token is None:
            return


def _fetch_singly(source: Source, spool: Spool, numbers: list[str]) -> None:
    found = [study for number in numbers if (study := source.study(number)) is not None]
    if found:
        spool.put_page("singly-00000", found)


def ask_for(source: Source, spool: Spool, state: Pass, numbers: list[str]) -> None:
    """Ask for each number: gone, moved to another number, or there after all."""
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
