"""Conditions without the answer key: subject headings hidden from the records, and asked for.

A trial is relevant when its record carries the heading. The headings are split in two; what is learned from
records is learned from those whose headings all lie in the other half. Asked by the heading itself (which the
hidden records say only where their own words do) and by the words that the lay list has for it.
"""

import hashlib
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from bench import machine
from bench.generator import SAMPLE
from bench.relevance.measures import gained, ndcg, recall
from tests.search.making import a_trial, bring
from trialway.archive.files.open_file import open_file
from trialway.errors import TrialwayError
from trialway.record import ConditionTerms, TrialRecord
from trialway.registries.ctgov.normalise import normalise
from trialway.search.document.names import trial_names
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index
from trialway.search.language.expansion import expand_query
from trialway.search.language.synonym_candidates import SynonymCandidates
from trialway.search.language.synonym_mining import SynonymMiner
from trialway.search.language.thesaurus import (
    Synonym,
    Thesaurus,
    curated_thesaurus,
    key,
)
from trialway.search.query.query import Query, Text
from trialway.trial import Trial

FEWEST = 3
Pairs = tuple[tuple[str, Synonym], ...]


def main(files: list[Path]) -> None:
    trials = [a_trial(number, record) for number, record in enumerate(_records(files or [SAMPLE]), start=1)]
    carries: dict[str, set[str]] = defaultdict(set)
    for trial in trials:
        for term in trial.main.condition_terms.terms:
            carries[term.name or ""].add(trial.slug)
    wanted = {
        name: slugs for name, slugs in carries.items() if name and len(slugs) >= FEWEST and _second(name)
    }
    print(f"{len(trials):,} trials, {len(wanted)} headings of {FEWEST} or more trials to ask for\n")
    with tempfile.TemporaryDirectory() as folder:
        bring(Path(folder) / "index", [_hidden(trial) for trial in trials])
        engine = open_index(Path(folder) / "index")
        _table(engine, "the heading", [(name, wanted[name]) for name in wanted], _learned(trials))
        _table(engine, "a lay word", list(_lay_asked(wanted)), _learned(trials))


def _records(files: Iterable[Path]) -> Iterator[TrialRecord]:
    for file in files:
        stream, _ = open_file(file)
        with stream:
            for line in stream:
                try:
                    yield normalise(line)
                except (TrialwayError, ValueError):
                    continue


def _second(heading: str) -> bool:
    return hashlib.blake2b(heading.encode()).digest()[0] % 2 == 1


def _hidden(trial: Trial) -> Trial:
    return a_trial(trial.number, replace(trial.main, condition_terms=ConditionTerms()))


def _learned(trials: list[Trial]) -> Pairs:
    learning = SynonymMiner()
    for trial in trials:
        if not any(_second(term.name or "") for term in trial.main.condition_terms.terms):
            titles = (trial.main.brief_title or "", trial.main.official_title or "")
            learning.take(trial_names(trial), titles)
    return tuple((each.asked, Synonym(each.form, each.source)) for each in learning.equations())


def _lay_asked(wanted: dict[str, set[str]]) -> Iterator[tuple[str, set[str]]]:
    by_key = {key(name): name for name in wanted}
    for asked, form in curated_thesaurus():
        if form.source == "lay" and key(form.words) in by_key:
            yield asked, wanted[by_key[key(form.words)]]


def _table(engine: Engine, what: str, asked: list[tuple[str, set[str]]], learned: Pairs) -> None:
    lay = tuple(pair for pair in curated_thesaurus() if pair[1].source == "lay")
    steps = (
        ("as typed", ()),
        ("lay list", lay),
        ("and glossary", curated_thesaurus()),
        ("and learned", (*curated_thesaurus(), *learned)),
    )
    rows, before = [], None
    for step, pairs in steps:
        words = engine.words
        known, topics = Thesaurus(pairs), words.vocabulary.topics
        words.__dict__["vocabulary"] = SynonymCandidates(known, words.trials, topics, len(engine))
        found = [(_ranked(engine, words), dict.fromkeys(slugs, 1)) for words, slugs in asked]
        scores = ([recall(*each) for each in found], [ndcg(*each) for each in found])
        means = [sum(each) / len(each) for each in scores]
        gains = [gained(old, new) for old, new in zip(before, scores, strict=True)] if before else ["", ""]
        rows.append((step, means[0], gains[0], means[1], gains[1]))
        before = scores
    head = (f"{len(asked)} searches by {what}", "recall@100", "gain (95 %)", "nDCG@10", "gain (95 %)")
    print(machine.table(head, rows) + "\n")


def _ranked(engine: Engine, words: str) -> list[str]:
    query = Query(text=Text.read(words.replace(",", " ")))
    return [hit.card.slug for hit in engine.match(expand_query(engine.words, query).query, limit=100).hits]
