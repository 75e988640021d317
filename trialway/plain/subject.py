"""What a trial is of, and for which illness: names of the record, weighed against its title ─▶ title, about.

The first of a list of interventions is often a blood test, and the first of a list of conditions something
that is measured. The record's title says what the people who run the trial think it is about.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from trialway.arms import bare_name
from trialway.plain.phrases import is_dummy, is_health, is_nothing, line, short
from trialway.plain.subject_words import SUBJECT_WORDS
from trialway.record import TrialRecord

_WORD = re.compile(r"[^\W_]+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BEGINNING = 7
# A heading may lose so many words of a title, such as the name of the team.
_MOST_LOST = 2
_COMPARATORS = ("active_comparator", "placebo_comparator", "sham_comparator", "no_intervention")
_SMALL = {"of", "the", "and", "or", "in", "with", "to", "for", "a", "an", "by", "on", "type", "other", "due"}


def tested(record: TrialRecord) -> list[str]:
    """What is given or done to be tested, as far as names are short: those that the title names first.

    Without placebo and sham, tests, and what is only there to compare with, unless the title names them.
    """
    names = short(_may_be_tested(record))
    titled = [name for name in names if in_title(name, record)]
    return titled + [name for name in names if name not in titled]


def tested_count(record: TrialRecord) -> int:
    """How many things ``tested`` would name if no name were too long for a sentence."""
    return len({name.casefold() for name in _may_be_tested(record)})


def _may_be_tested(record: TrialRecord) -> list[str]:
    ills = {_alike(name) for name in conditions(record)}
    compared = _only_compared(record)
    return [
        name
        for one in record.interventions
        if (name := line(bare_name(one.name)))
        # Studies that watch list the condition as what is looked at: "Univentricular Hearts".
        and not is_dummy(name)
        and not is_nothing(name)
        and _alike(name) not in ills
        and (in_title(name, record) or not (is_beside(name) or name.casefold() in compared))
    ]


def _only_compared(record: TrialRecord) -> set[str]:
    """What only groups get that are there to compare with, where others are entered as experimental."""
    by_role: dict[bool, set[str]] = {True: set(), False: set()}
    for arm in record.arms:
        compares = arm.kind is not None and arm.kind.code in _COMPARATORS
        by_role[compares] |= {line(bare_name(name)).casefold() for name in arm.interventions}
    tested = any(arm.kind and arm.kind.code == "experimental" for arm in record.arms)
    return by_role[True] - by_role[False] if tested else set()


def checks(record: TrialRecord) -> list[str]:
    """What is done to look at people, as far as the title does not name it: blood samples, scans."""
    names = short([bare_name(one.name) for one in record.interventions if one.name])
    found = SUBJECT_WORDS["subject.check"]
    return [name for name in names if found.search(name) and not in_title(name, record)]


def is_beside(name: str) -> bool:
    """Whether a name is that of a test or of usual care."""
    return bool(SUBJECT_WORDS.any_of("subject.check", "subject.control").search(name))


def conditions(record: TrialRecord) -> list[str]:
    """Those that the title names first; ``Allergy;Food`` is two, written on one line."""
    each = [name for words in record.conditions for name in words.split(";")]
    names = [name for name in short(each) if not is_health(name)]
    return sorted(names, key=lambda name: not in_title(name, record))


def is_illness(condition: str) -> bool:
    """Whether it is more than a treatment, a method or a time of life that stands among conditions."""
    return not SUBJECT_WORDS["subject.no-illness"].search(condition)


def in_title(name: str, record: TrialRecord) -> bool:
    """Whether all words of a name stand in one of the record's titles, in any order and number."""
    # "Mild Cognitive Impairment (MCI)" need not be written out with its short form.
    wanted = _words(_IN_BRACKETS.sub("", name)) or _words(name)
    return bool(wanted) and any(wanted <= _words(title) for title in titles(record))


def is_narrowed(name: str, record: TrialRecord) -> bool:
    """Whether a title puts a word before it that makes it another illness: eosinophilic gastroenteritis."""
    own = _words(name)
    for title in titles(record):
        for match in re.finditer(rf"([^\W\d_]+)[ -]{re.escape(name)}\b", title, re.IGNORECASE):
            if SUBJECT_WORDS["subject.narrowing"].search(match[1]) and not _words(match[1]) <= own:
                return True
    return False


def in_summary(name: str, record: TrialRecord) -> bool:
    wanted = _words(name)
    return bool(wanted) and wanted <= _words(line(record.brief_summary))


def titles(record: TrialRecord) -> Sequence[str]:
    return [line(title) for title in (record.brief_title, record.official_title) if title]


def title_says_more(title: str, told: Sequence[str]) -> bool:
    """Whether a title compares, or names people, in words that none of the names ``told`` has."""
    said = " ".join(told).casefold()
    if SUBJECT_WORDS["subject.compared-with"].search(title):
        return True
    rest = _words(SUBJECT_WORDS["subject.neutral"].sub(" ", title)) - _words(" ".join(told))
    if len(rest) > _MOST_LOST:
        return True
    return any(match[0].casefold() not in said for match in SUBJECT_WORDS["subject.who"].finditer(title))


@lru_cache(maxsize=1 << 10)
def _words(text: str) -> frozenset[str]:
    """The words by their beginnings: ``herniated`` is ``herniation``, ``disk`` is ``disc``."""
    found = (word.casefold().removesuffix("s").replace("disk", "disc") for word in _WORD.findall(text))
    return frozenset(
        word.replace("ae", "e").replace("oe", "e")[:_BEGINNING] for word in found if word not in _SMALL
    )


def _alike(name: str) -> str:
    return name.casefold().removesuffix("s")
