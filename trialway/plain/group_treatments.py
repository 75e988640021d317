"""What a group gets, may get, and what is withheld: Arm ─▶ **Treatments** ─▶ given_group."""

import re
from collections import Counter
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from trialway.arms import bare_name
from trialway.plain.attribute_text import find_names
from trialway.plain.dose_rules import DOSE_WORDS
from trialway.plain.group_role import GroupRoles, is_to_compare
from trialway.plain.group_words import GROUP_WORDS
from trialway.plain.named import Names
from trialway.plain.phrases import LONGEST_NAME, is_dummy, is_nothing, line, noun_of
from trialway.plain.prose import sentences_matching
from trialway.plain.regimen import Regimen, RegimenReader
from trialway.plain.rest_of_record import RestOfRecord
from trialway.record import Arm, Intervention, TrialRecord

# The strength in a name, as in Vericiguat (1.25 mg).
_STRENGTH = re.compile(r"\(?\s*\d[\d.,]*\s*(?:mg|mcg|µg|g|ml|iu|units?|%)(?:/\w+)?\s*\)?", re.IGNORECASE)
_CHOICE = GROUP_WORDS.any_of("group.choice.")
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:with or without|with/without|\+/-|±)\s", re.IGNORECASE)
_BETWEEN = 25
_NOT_CHOSEN = {"procedure", "diagnostic_test", "behavioural", "other", "device"}
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])|\n+")


class Treatments(Struct, frozen=True, kw_only=True):
    """``given``: told as given; ``possible``: names of what some of the group get.

    ``changes``: the group gets one thing and later another; ``withheld``: something that the registry lists
    for the group is not told, since the words on the group do not say that it gets it.
    """

    given: tuple[Regimen, ...] = ()
    possible: tuple[str, ...] = ()
    changes: bool = False
    withheld: bool = False

    @property
    def told(self) -> bool:
        return bool(self.given or self.possible)


class TreatmentReader:
    """What each group of one record gets; the words on interventions that groups share are read once."""

    def __init__(self, record: TrialRecord, roles: GroupRoles) -> None:
        self._pauses = [
            sentence.casefold() for sentence in sentences_matching(record, GROUP_WORDS["group.weeks-off"])
        ]
        # A study that watches gives nothing: what its groups take is not of its choosing.
        self._gives = noun_of(record) != "study"
        self._roles = roles
        self._regimens = RegimenReader(record)
        self._rest = RestOfRecord(record)

    def of(self, arm: Arm) -> Treatments:
        if not self._gives:
            return Treatments()
        found = tuple(
            self._rest.without_what_it_contradicts(self._without_a_pause(one))
            for one in self._regimens.of(arm)
            if not is_nothing(one.name)
        )
        if self._roles.is_dummy(arm):
            return _of_dummy_group(arm, found)
        if found and all(is_dummy(one.name) for one in found) and not _says_dummy(arm):
            return Treatments(withheld=True)
        if _WITHOUT.search(f"{line(arm.label)}. {line(arm.description)}") and len(found) > 1:
            return _of_some(arm, found)
        if (_is_choice(arm) or _joined_by_or(arm, found)) and len(found) > 1:
            return _of_choice(arm, found)
        optional = tuple(one for one in found if _is_optional(one.name, arm))
        kept = tuple(one for one in found if one not in optional and not _is_refused(one.name, arm))
        if is_to_compare(arm) and self._roles.is_listed_as_tested(arm) and line(arm.description):
            # Listed with what the tested group gets: its own words say whether it gets that too.
            words = f"{line(arm.label)}. {line(arm.description)}"
            kept = tuple(one for one in kept if _is_affirmed(one.name, words))
        return Treatments(
            given=_without_strengths(arm, kept),
            possible=_short_names(optional),
            withheld=len(kept) + len(optional) < len(found),
        )

    def _without_a_pause(self, one: Regimen) -> Regimen:
        """No "every day" where a sentence on the treatment speaks of weeks off."""
        first = one.name.casefold().partition(" ")[0]
        paused = len(first) > 3 and any(first in sentence for sentence in self._pauses)
        steady = any(not schedule.days for schedule in one.schedules)
        return replace(one, schedules=()) if paused and steady else one


def added_to(arm: Arm, treatments: Treatments) -> str:
    """What the treatment comes on top of, in the record's words; empty where the group's words name none, or
    say it of something that is not among what we tell."""
    names = Names([Intervention(name=one.name) for one in treatments.given if one.name])
    text = line(arm.description)
    match = GROUP_WORDS["group.added-to"].search(text)
    if match is None or not find_names(text[: match.start()], names):
        return ""
    what = match["what"].strip(" ,")
    is_care = GROUP_WORDS["group.background"].search(what)
    return what if is_care and not find_names(what, names) else ""


def names_more(arm: Arm, treatments: Treatments) -> bool:
    """Whether the group's words join something to what it gets that is not among what we tell."""
    names = Names([Intervention(name=one.name) for one in treatments.given if one.name])
    if not names.given or not line(arm.description):
        return False
    for text in (line(arm.label), *_SENTENCE.split(line(arm.description))):
        for joint in GROUP_WORDS["group.joint"].finditer(text):
            before, after = text[: joint.start()], text[joint.end() :]
            if bool(find_names(before, names)) != bool(find_names(after, names)):
                return True
    return False


def title_names_more(record: TrialRecord, treatments: Treatments) -> bool:
    """Whether a title joins something to what the only group gets that is not among what we tell."""
    names = Names([Intervention(name=one.name) for one in treatments.given if one.name])
    titles = [line(title) for title in (record.brief_title, record.official_title) if title]
    return any(
        bool(find_names(title[: joint.start()], names)) != bool(find_names(title[joint.end() :], names))
        for title in (titles if names.given else ())
        for joint in GROUP_WORDS["group.joint"].finditer(title)
    )


def _without_strengths(arm: Arm, found: tuple[Regimen, ...]) -> tuple[Regimen, ...]:
    """Tablets of two strengths are one treatment whose dose is put together of them, and a dose that is
    raised step by step in the group's words is not the one that stands elsewhere."""
    substances = Counter(_STRENGTH.sub("", one.name).strip().casefold() for one in found)
    steps = bool(DOSE_WORDS["dose.changes.steps"].search(line(arm.description)))
    return tuple(
        replace(one, dose="", route="", schedules=())
        if _OR.search(one.name)
        else replace(one, dose="", schedules=())
        if substances[_STRENGTH.sub("", one.name).strip().casefold()] > 1
        else replace(one, dose="")
        if steps and one.field != "arms.description"
        else one
        for one in found
    )


def _of_dummy_group(arm: Arm, found: tuple[Regimen, ...]) -> Treatments:
    """Of a placebo group only what its own words say that it gets, besides the placebo."""
    words = f"{line(arm.label)}. {line(arm.description)}"
    kept = tuple(one for one in found if one.name and (is_dummy(one.name) or _is_affirmed(one.name, words)))
    changes = bool(GROUP_WORDS["group.stages"].search(words))
    if changes and any(not is_dummy(one.name) for one in found):
        return Treatments(changes=True, withheld=True)
    return Treatments(given=kept, withheld=len(kept) < len(found))


def _says_dummy(arm: Arm) -> bool:
    """Whether a placebo that is listed alone may be believed: the group's type or its words speak of one."""
    typed = arm.kind is None or arm.kind.code not in ("experimental", "active_comparator")
    return typed or is_dummy(f"{line(arm.label)} {line(arm.description)}")


def _is_affirmed(drug: str, text: str) -> bool:
    """Whether a sentence names it, and does not say that it is left out or only looked like."""
    names = Names([Intervention(name=drug)])
    return any(
        not GROUP_WORDS.any_of("group.negated", "group.only-looks-like").search(sentence[:start])
        for sentence in _SENTENCE.split(text)
        for start, _ in find_names(sentence, names)
    )


def _is_refused(treatment: str, arm: Arm) -> bool:
    """Whether the group's words name it, and each time say that the group does not get it."""
    names = Names([Intervention(name=treatment)])
    told = [
        bool(GROUP_WORDS["group.refused"].search(sentence[:start]))
        for sentence in _SENTENCE.split(line(arm.description))
        for start, _ in (find_names(sentence, names) if treatment else ())
    ]
    return bool(told) and all(told)


def _is_optional(treatment: str, arm: Arm) -> bool:
    """Whether the group's words name it, and each time say that some of the group get it."""
    names = Names([Intervention(name=treatment)])
    told = [
        bool(GROUP_WORDS["group.optional"].search(sentence[:start]))
        for sentence in _SENTENCE.split(line(arm.description))
        for start, end in (find_names(sentence, names) if treatment else ())
    ]
    return bool(told) and all(told)


def _of_some(arm: Arm, found: tuple[Regimen, ...]) -> Treatments:
    """``X with or without Y``: what stands before it is given, what the words name only behind it may be."""
    words = f"{line(arm.label)}. {line(arm.description)}"
    firm = ". ".join(_WITHOUT.split(sentence)[0] for sentence in _SENTENCE.split(words))
    sure = tuple(one for one in found if one.name and _is_affirmed(one.name, firm))
    rest = tuple(one for one in found if one not in sure and one.name and _is_named(one.name, words))
    return Treatments(
        given=_without_strengths(arm, sure),
        possible=_short_names(rest),
        withheld=len(sure) + len(rest) < len(found),
    )


def _short_names(found: tuple[Regimen, ...]) -> tuple[str, ...]:
    names = (bare_name(one.name) for one in found if one.name)
    return tuple(dict.fromkeys(each for each in names if len(each) <= LONGEST_NAME))


def _is_choice(arm: Arm) -> bool:
    return bool(_CHOICE.search(f"{line(arm.label)} {line(arm.description)}"))


def _joined_by_or(arm: Arm, found: tuple[Regimen, ...]) -> set[str]:
    """The names that stand on the two sides of an "or", with nothing else between them."""
    given = [Intervention(name=one.name) for one in found if one.name]
    names, either = Names(given), set[str]()
    for sentence in _SENTENCE.split(f"{line(arm.label)}. {line(arm.description)}"):
        marks = [mark for mark in find_names(sentence, names) if mark[1] >= 0]
        for (first, one), (second, other) in pairwise(marks):
            name = given[one].name or ""
            between = sentence[first:second]
            if one != other and _OR.search(between) and len(between) <= len(name) + _BETWEEN:
                either |= {name, given[other].name or ""}
    return either


def _without_choices(sentence: str) -> str:
    """The words of a sentence that hold for everybody: those before ``either``, none beside ``and/or``."""
    if GROUP_WORDS["group.choice.around"].search(sentence):
        return ""
    match = GROUP_WORDS.any_of("group.choice.before", "group.choice.or").search(sentence)
    return sentence[: match.start()] if match else sentence


def _of_choice(arm: Arm, found: tuple[Regimen, ...]) -> Treatments:
    """What is named outside of a choice is given; the others each may be."""
    text = f"{line(arm.label)}. {line(arm.description)}"
    firm = ". ".join(map(_without_choices, _SENTENCE.split(text)))
    either = _joined_by_or(arm, found)
    sure = tuple(one for one in found if one.name and one.name not in either and _is_affirmed(one.name, firm))
    # A drug may stand behind the short name of a scheme; a scan that nobody names is no part of the choice.
    rest = tuple(
        one
        for one in found
        if one not in sure and one.name and (one.kind not in _NOT_CHOSEN or _is_named(one.name, text))
    )
    optional = tuple(one for one in sure if _is_optional(one.name, arm))
    return Treatments(
        given=tuple(one for one in sure if one not in optional),
        possible=_short_names((*rest, *optional)),
        withheld=len(sure) + len(rest) < len(found),
    )


def _is_named(treatment: str, text: str) -> bool:
    return bool(find_names(text, Names([Intervention(name=treatment)])))
