"""The main rules of the section ``join``, in the tense of the text: criteria ─▶ **rules in plain words**."""

import re
from collections.abc import Iterable, Iterator

from trialway.criteria import Criteria, Criterion
from trialway.criteria.conflicts import IN_TEXT
from trialway.plain.readability import passes
from trialway.plain.rule_words import RULE_WORDS
from trialway.plain.tense import Voice
from trialway.record import TrialRecord

MOST = 8
# What a reader can check alone comes first. Age, sex and health are told from fields of their own.
_ORDER = (
    "pregnancy",
    "performance status",
    "infection",
    "CNS metastases",
    "NYHA class",
    "BMI",
    "cancer spread",
    "biomarker",
    "LVEF",
    "life expectancy",
    "HbA1c",
    "kidney function",
    "laboratory value",
    "measurable disease",
    "language",
    "consent",
)
# Kinds that were measured to be misread more often than once in twenty (bench.criteria, 2026-11): their
# readings are shown to experts, beside the words, and told to nobody else.
# Those without enough labelled criteria to measure them are among them.
_UNSURE = {
    "contraception", "prior treatment", "time window", "other trial", "condition", "medicine", "procedure",
    "stage", "allergy", "compliance", "judgement", "blood pressure", "CTCAE grade",
    "Child-Pugh class",
}  # fmt: skip
# A scale is told only where the record names it, and a class of heart failure where it names that illness.
_NAMED_BY = {"NYHA class": "rules.heart-failure", "performance status": "rules.performance-scale"}
_IN_FIELDS = {"age", "sex", "healthy volunteers"}
_PAST = (
    (r"^You must not be (.+)$", r"People could not join if they were \1"),
    (r"^You must not have (.+)$", r"People could not join if they had \1"),
    (r"^You must (?!not)(.+)$", r"People had to \1"),
    (r"^You cannot join if you (.+)$", r"People could not join if they \1"),
    (r"^Women and men can join", "Women and men could join"),
    (r"^Healthy volunteers can join", "Healthy volunteers could join"),
)
_ASKS = ("You must be ", "You must have ")
_REFUSES = ("You cannot join", "You must not ")
_FRAME = re.compile(r"^You (?:must(?: not)? (?:be|have)|cannot join if you (?:are|have)) (?:an? )?")
_VERBS = (
    ("are", "were"),
    ("have", "had"),
    ("do", "did"),
    ("can", "could"),
    ("take", "took"),
    ("use", "used"),
    ("understand", "understood"),
    ("agree", "agreed"),
)
_THEIRS = (
    ("has been explained to you", "had been explained to them"),
    ("to you", "to them"),
    ("yourself", "themselves"),
    ("your", "their"),
    ("you", "they"),
)


def main_rules(criteria: Criteria) -> list[Criterion]:
    """At most ``MOST`` criteria that were read whole, say something that the fields do not, and are not
    contradicted by another."""
    chosen: list[Criterion] = []
    sentences: set[str] = set()
    withheld = {one.start for one in criteria.conflicts if one.field in IN_TEXT}
    able = [one for one in every_criterion(criteria) if _tells(one) and one.start not in withheld]
    opposed = _contradicted(able)
    for one in _by_use(able):
        if one.sentence not in sentences and _core(one) not in opposed and len(chosen) < MOST:
            chosen.append(one)
            sentences.add(one.sentence)
    return sorted(chosen, key=lambda one: one.start)


def holds_by_group(record: TrialRecord) -> bool:
    """Whether criteria have headings for some of the people: what stands below does not hold for all."""
    text = record.eligibility.criteria or ""
    return len(record.arms) != 1 and bool(RULE_WORDS["rules.group-heading"].search(text))


def _contradicted(criteria: list[Criterion]) -> set[str]:
    """What one rule asks for and another rules out."""
    asked = {_core(one) for one in criteria if one.sentence.startswith(_ASKS)}
    refused = {_core(one) for one in criteria if one.sentence.startswith(_REFUSES)}
    return asked & refused


def _core(one: Criterion) -> str:
    """``You must be pregnant.`` and ``You cannot join if you are pregnant.`` → ``pregnant``."""
    return _FRAME.sub("", one.sentence).rstrip(".").casefold()


def every_criterion(criteria: Criteria) -> Iterator[Criterion]:
    """All criteria, with those below a heading that asks for all of them."""
    for one in criteria.criteria:
        yield one
        if one.join == "all":
            yield from one.children


def _tells(one: Criterion) -> bool:
    kinds = {finding.kind for finding in one.findings}
    readable = (
        one.reading == "whole" and one.sentence != one.text and not one.children and not one.alternative
    )
    # An age beside something else is that of a rule for some: who signs the consent.
    if not readable or one.scope or not kinds - _IN_FIELDS or is_unsure(one) or "age" in kinds:
        return False
    if RULE_WORDS["rules.measurable-or"].search(one.text):
        return False
    if any(not RULE_WORDS[row].search(one.text) for kind, row in _NAMED_BY.items() if kind in kinds):
        return False
    return all(passes(sentence) for sentence in split_sentences(one.sentence))


def is_unsure(one: Criterion) -> bool:
    """Whether a criterion is of kinds that are not told in words of ours. An illness is told beside what is
    asked of it: "heart failure of NYHA class II"."""
    kinds = {finding.kind for finding in one.findings}
    unsure = kinds & _UNSURE
    beside = one.side == "inclusion" and kinds - _IN_FIELDS != {"condition"}
    return bool(unsure) and not (unsure == {"condition"} and beside)


def _by_use(criteria: Iterable[Criterion]) -> list[Criterion]:
    return sorted(criteria, key=_use)


def _use(one: Criterion) -> int:
    kinds = [finding.kind for finding in one.findings if finding.kind not in _IN_FIELDS]
    return min(_ORDER.index(kind) if kind in _ORDER else len(_ORDER) for kind in kinds)


def split_sentences(text: str) -> list[str]:
    """``You must … . You must … .`` as two."""
    return [part if part.endswith(".") else part + "." for part in re.split(r"(?<=\.)\s+(?=[A-Z])", text)]


def in_tense(sentence: str, voice: Voice) -> list[str]:
    """The sentences of a rule in the tense of the text: to the reader, or about people."""
    tell = str if voice.reader else _of_people if voice.tense == "present" else _in_past
    return [tell(one) for one in split_sentences(sentence)]


def _of_people(sentence: str) -> str:
    rewritten = re.sub(r"^You (must|cannot)\b", r"People \1", sentence)
    return rewritten[:1] + _theirs(rewritten[1:])


def _in_past(sentence: str) -> str:
    for pattern, replacement in _PAST:
        rewritten = re.sub(pattern, replacement, sentence)
        if rewritten != sentence:
            head, joint, clause = rewritten.partition(" if they ")
            return _theirs(head + joint + _verbs_past(clause)) if joint else _theirs(rewritten)
    return sentence


def _verbs_past(clause: str) -> str:
    for verb, past in _VERBS:
        clause = re.sub(rf"(^|\bor ){verb}\b", rf"\1{past}", clause)
    return clause


def _theirs(words: str) -> str:
    for yours, theirs in _THEIRS:
        words = re.sub(rf"\b{yours}\b", theirs, words)
    return words
