"""Descriptions of patients as searches (SIGIR 2016): what each step of reading them brings.

A description is no search that anybody types; it is the hardest text that a search can get. The steps are
tried in BM25 of our own over title and summary, all that most of these records hold; parameters are chosen on
every other topic, the first among them, and told for the rest and for all.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import zstandard
from scipy.sparse import csr_matrix

from bench import machine
from bench.relevance.measures import gained, ndcg, precision, recall
from trialway.plain.glossary import nci_terms
from trialway.search.language.analysis import analyse, terms
from trialway.search.language.thesaurus import Thesaurus, build_thesaurus, key
from trialway.search.query.parser import STOP_WORDS
from trialway.vocabulary.age import read_duration

K1, B = 1.2, 0.75
_NEGATED = re.compile(
    r"\b(?:denies|denied|no|not|without|negative for|absence of|never)\b[^.;,]*(?:,[^.;,]*\bor\b[^.;,]*)?",
    re.IGNORECASE,
)
_RELATIVES = re.compile(
    r"[^.;]*\b(?:family history|mother|father|brother|sister)\b[^.;]*[.;]?", re.IGNORECASE
)
_AGE = re.compile(
    r"(\d{1,3})[\s-]*(year|yr|month|week|day)s?[\s-]*(?:old)?|(\d{1,3})\s*(?:yo|y/o)\b", re.IGNORECASE
)
_FEMALE = re.compile(r"\b(?:female|woman|girl|she|her|lady|gravida)\b", re.IGNORECASE)
_MALE = re.compile(r"\b(?:male|man|boy|he|his|gentleman)\b", re.IGNORECASE)
Weights = dict[str, float]


class Steps(NamedTuple):
    """Which steps are taken, each with its parameter; 0 is none."""

    keywords: float = 0.0
    negation: bool = False
    others: float = 0.0
    demographics: bool = False
    feedback: float = 0.0


class Corpus:
    """The trials, their terms, and BM25."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            lines = zstandard.ZstdDecompressor().stream_reader(file).read().splitlines()
        rows = [json.loads(line) for line in lines]
        self.slugs = [row["nct_id"] for row in rows]
        self.basic: list[dict[str, Any]] = [row.get("basic") or {} for row in rows]
        words = [
            analyse(f"{row.get('title') or ''} {row.get('summary') or ''}").split() for row in self.basic
        ]
        known = sorted({term for each in words for term in each})
        self.place = {term: at for at, term in enumerate(known)}
        self.terms = known
        pairs = [(number, self.place[term]) for number, each in enumerate(words) for term in each]
        rows_, columns = zip(*pairs, strict=True)
        counts = csr_matrix((np.ones(len(pairs)), (rows_, columns)), shape=(len(rows), len(known)))
        self.counts = counts
        lengths = np.asarray(counts.sum(axis=1)).ravel()
        frequency = np.asarray((counts > 0).sum(axis=0)).ravel()
        self.idf = np.log(1 + (len(rows) - frequency + 0.5) / (frequency + 0.5))
        norm = K1 * (1 - B + B * lengths / lengths.mean())
        weighed = counts.tocoo()
        data = weighed.data * (K1 + 1) / (weighed.data + norm[weighed.row]) * self.idf[weighed.col]
        self.bm25 = csr_matrix((data, (weighed.row, weighed.col)), shape=counts.shape)

    def scores(self, weights: Weights) -> Any:
        query = np.zeros(len(self.terms))
        for term, weight in weights.items():
            if term in self.place:
                query[self.place[term]] += weight
        return self.bm25 @ query


def main(corpus_path: Path, topics_path: Path, qrels_path: Path) -> None:
    corpus = Corpus(corpus_path)
    topics = {topic["_id"]: topic["text"] for topic in json.loads(topics_path.read_text("utf-8"))}
    judged = _judged(qrels_path)
    names = [name for name in topics if name in judged]
    tuning, held_out = names[::2], names[1::2]
    chosen = Steps()
    rows: list[tuple[object, ...]] = []
    before: dict[str, list[float]] = {}
    for step, choices in _choices():
        tried = [choice(chosen) for choice in choices]
        best = max(tried, key=lambda steps: np.mean(_ndcg(corpus, topics, judged, tuning, steps)))
        found = {"held out": held_out, "all": names}
        now = {which: _ndcg(corpus, topics, judged, some, best) for which, some in found.items()}
        gains = [gained(before[which], now[which]) if before else "" for which in found]
        ranked = [(_ranked(corpus, topics[name], best), judged[name]) for name in names]
        means = [float(np.mean(now[which])) for which in found]
        early = float(np.mean([precision(*each) for each in ranked]))
        late = float(np.mean([recall(*each) for each in ranked]))
        rows.append((step, means[0], gains[0], means[1], gains[1], early, late))
        chosen, before = best, now
    head = (
        "step",
        "nDCG@10, held out",
        "gain (95 %)",
        "nDCG@10, all",
        "gain (95 %)",
        "P@10, all",
        "R@100, all",
    )
    print(f"{len(corpus.slugs):,} trials, {len(names)} descriptions, {len(tuning)} of them to choose by")
    print(f"chosen: {chosen}\n")
    print(machine.table(head, rows))


def _choices() -> Iterator[tuple[str, list[Callable[[Steps], Steps]]]]:
    """Each step with what is tried for it; a step that brings nothing is not taken."""
    yield "all words (BM25)", [lambda steps: steps]
    yield "medical words before others", [_setting("keywords", value) for value in (0.0, 0.5, 0.7, 0.85, 1.0)]
    yield "without what is denied, and relatives", [_setting("negation", value) for value in (False, True)]
    yield "other words for the same thing", [_setting("others", value) for value in (0.0, 0.1, 0.3, 0.6)]
    yield "age and sex", [_setting("demographics", value) for value in (False, True)]
    yield "words of the first hits (RM3)", [_setting("feedback", value) for value in (0.0, 0.2, 0.4, 0.6)]


def _setting(name: str, value: float) -> Callable[[Steps], Steps]:
    return lambda steps: steps._replace(**{name: value})


def _judged(path: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for line in path.read_text("utf-8").splitlines():
        topic, slug, gain = line.split("\t")
        if gain.isdigit():
            found[topic][slug] = int(gain)
    return dict(found)


def _ndcg(
    corpus: Corpus,
    topics: Mapping[str, str],
    judged: Mapping[str, dict[str, int]],
    names: list[str],
    steps: Steps,
) -> list[float]:
    return [ndcg(_ranked(corpus, topics[name], steps), judged[name]) for name in names]


def _ranked(corpus: Corpus, text: str, steps: Steps) -> list[str]:
    weights = _weights(text, steps)
    admitted = np.array([not steps.demographics or _admits(basic, text) for basic in corpus.basic])
    scores = corpus.scores(weights) * admitted
    if steps.feedback:
        scores = corpus.scores(_with_feedback(corpus, weights, scores, steps.feedback)) * admitted
    order = np.argsort(-scores, kind="stable")[:100]
    return [corpus.slugs[at] for at in order if scores[at] > 0]


def _weights(text: str, steps: Steps) -> Weights:
    """Each different term once: what is said twice in a description is not sought twice."""
    if steps.negation:
        text = _RELATIVES.sub(" ", _NEGATED.sub(" ", text))
    words = [word for word in re.findall(r"[\w'’-]+", text) if word.lower() not in STOP_WORDS]
    runs = [
        tuple(words[at : at + length]) for length in (4, 3, 2, 1) for at in range(len(words) - length + 1)
    ]
    weights = dict.fromkeys(terms_of(words), 1.0 - steps.keywords)
    for run in runs:
        found = key(" ".join(run))
        if found in _medical() or _known().forms(found):
            weights |= dict.fromkeys(found, 1.0)
            for form in _known().forms(found) if steps.others else ():
                for term in terms(form.words):
                    weights[term] = max(weights.get(term, 0.0), steps.others)
    return weights


def terms_of(words: list[str]) -> list[str]:
    return [term for word in words for term in terms(word)]


@cache
def _known() -> Thesaurus:
    return build_thesaurus(())


@cache
def _medical() -> frozenset[tuple[str, ...]]:
    """What the glossary explains is a medical word."""
    return frozenset(key(term.name) for term in nci_terms())


def _admits(basic: dict[str, Any], text: str) -> bool:
    sex = (basic.get("gender") or "").lower()
    female, male = len(_FEMALE.findall(text)), len(_MALE.findall(text))
    if (sex == "female" and male > female) or (sex == "male" and female > male):
        return False
    stated = _AGE.search(text)
    age = (
        read_duration(f"{stated[1] or stated[3]} {(stated[2] or 'year').replace('yr', 'year')}s")
        if stated
        else None
    )
    least, most = read_duration(basic.get("min_age") or ""), read_duration(basic.get("max_age") or "")
    return age is None or (
        (least is None or least.days <= age.days) and (most is None or age.days <= most.days + 365)
    )


def _with_feedback(
    corpus: Corpus, weights: Weights, scores: Any, share: float, hits: int = 10, most: int = 30
) -> Weights:
    """The query's words and those that the first hits share."""
    first = np.argsort(-scores, kind="stable")[:hits]
    belief = scores[first] / max(scores[first].sum(), 1e-9)
    counts = corpus.counts[first]
    likely = (
        np.asarray(counts.multiply(1 / np.maximum(counts.sum(axis=1), 1)).T @ belief).ravel() * corpus.idf
    )
    best = np.argsort(-likely)[:most]
    total, asked = max(likely[best].sum(), 1e-9), max(sum(weights.values()), 1e-9)
    mixed = {term: (1 - share) * weight / asked for term, weight in weights.items()}
    for at in best:
        term = corpus.terms[at]
        mixed[term] = mixed.get(term, 0.0) + share * likely[at] / total
    return mixed
