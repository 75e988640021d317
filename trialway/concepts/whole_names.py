"""A condition or treatment as a registry writes it ─▶ the **concepts** that it stands for, and how.

First the whole string, then without what stands in brackets, turned round at its comma, and without words
that say how severe, in whom or how much; then as a list of several names; last by its head, the name at the
end of its first part ("aspirin-exacerbated asthma"). What is left over must not turn the meaning round.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise, permutations

from trialway.concepts.concept import KINDS, How
from trialway.concepts.qualifier_rules import LABELS, compiled
from trialway.concepts.recognition import NamedSpan, Recogniser
from trialway.concepts.words import BREAK, Word, split_words

NEUTRAL, QUALIFIER, ASPECT = compiled("neutral."), compiled("qualifier."), compiled("aspect.")
BEFORE, PLACEBO = compiled("blocker.denial"), compiled("blocker.placebo")
JOINT, LINK = compiled("joint."), compiled("link.")
# What stands beside an illness in its own name and is not itself what a condition is about.
SIDE_KINDS = frozenset({"stage", "gene", "marker"})
ILLNESSES = frozenset({"condition", "symptom"})
TREATMENTS = frozenset({"medicine", "class"})
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_DASH = re.compile(r"\s+[-–]\s+")
_LABELS = [LABELS[row.id] for row in LABELS]
# "Type1 Diabetes".
_APART = re.compile(r"(?<=[a-z]{4})(?=\d{1,2}\b)")
_MARKS = {BREAK, ",", "/"}
_LINKING = {"of", "and", "or", "in", "with", "to", ",", "/", BREAK}
_DENIALS = frozenset({"no", "not", "without"})
MOST_TURNED = 4
# Sentences are about more than what they name.
MOST_UNKNOWN = 9
# Shorter words come apart in too many ways.
SHORTEST_CLOSED_UP = 8


class WholeNames:
    """Reads whole names with a recogniser."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser

    def read(self, text: str, kinds: Collection[str] | None) -> list[tuple[int, How]]:
        """(number of a concept, how), in the order of the string; empty when it stands for none for sure.

        First without stages, genes and markers, which may take a word of an illness ("advanced cancer")."""
        for label in _LABELS:
            text = label.sub("", text.strip(" .;,\t\n\"'"))
        text = _APART.sub(" ", text)
        if not text:
            return []
        main = frozenset(KINDS if kinds is None else kinds) - SIDE_KINDS
        found = self._exact(text, main) or self._exact(
            text, main | ({"gene", "marker"} & set(kinds or KINDS))
        )
        found = found or self._read(text, main) or self._read(text, kinds)
        if all(self._recogniser.names.concept(number).kind == "stage" for number, _ in found):
            return [(number, how) for number, how in found if how == "exact"]
        return found

    def _exact(self, text: str, kinds: Collection[str] | None) -> list[tuple[int, How]]:
        for form in dict.fromkeys((text, _DASH.sub("-", text))):
            if (whole := self._whole(form, split_words(form), kinds)) is not None:
                return [(whole, "exact")]
        return []

    def _read(self, text: str, kinds: Collection[str] | None) -> list[tuple[int, How]]:
        return self._exact(text, kinds) or self._without_brackets(text, kinds) or self._parts(text, kinds)

    def _whole(self, text: str, words: list[Word], kinds: Collection[str] | None) -> int | None:
        """The concept that all of these words name, in their order or turned round at commas."""
        if not words or any(word.form == BREAK for word in words):
            return None
        key = " ".join(word.form for word in words)
        start, end = words[0].start, words[-1].end
        if (number := self._recogniser.number(key, text, start, end, kinds)) is not None:
            return number
        for turned in _turned(key):
            if (number := self._recogniser.number(turned, text, start, end, kinds)) is not None:
                return number
        return None

    def _without_brackets(self, text: str, kinds: Collection[str] | None) -> list[tuple[int, How]]:
        """``Chronic Obstructive Pulmonary Disease (COPD)``: what is outside counts, when it is a whole name
        and what is inside is an abbreviation or names the same."""
        if not (inside := _BRACKETS.findall(text)):
            return []
        outside = _BRACKETS.sub(" ", text).strip()
        if not outside:
            return self._read(inside[0], kinds)
        if PLACEBO.search(" ".join(word.form for word in split_words(outside))) or not outside:
            return []
        found = self._read(outside, kinds)
        if not found:
            return (
                [(number, "within") for number, _ in self._parts(inside[0], kinds)]
                if _only_aspects(outside)
                else []
            )
        same = all(self._adds_nothing(part, found[0][0], kinds) for part in inside)
        return found if same else [(number, "within" if how == "exact" else how) for number, how in found]

    def _adds_nothing(self, part: str, number: int, kinds: Collection[str] | None) -> bool:
        words = split_words(part)
        inside = self._whole(part, words, kinds)
        if inside is not None:
            return inside == number
        return len(words) == 1 and (
            sum(map(str.isupper, part)) >= 2 or part.isupper() or bool(re.search(r"\d", part))
        )

    def _parts(self, text: str, kinds: Collection[str] | None) -> list[tuple[int, How]]:
        words = split_words(text)
        forms = [word.form for word in words]
        found = self._mentions(text, words, kinds)
        if any(PLACEBO.match(form) for form in forms):
            return self._placebo(forms, found)
        if explained := self._explained(text, words, kinds):
            return explained
        if not found:
            return self._closed_up(text, words, kinds)
        main = self._main_ones(found, kinds)
        rest = [form for index, form in enumerate(forms) if not _inside(index, found)]
        if all(NEUTRAL.match(form) or form in _MARKS for form in rest):
            return self._neutral(main, found, forms)
        if (short := self._without_qualifiers(text, words, kinds)) is not None:
            return [(short, "within")]
        if all(map(_plain_word, rest)):
            return [(one.number, "within") for one in self._last_ones(main, forms)]
        if sum(not _plain_word(form) for form in rest) > MOST_UNKNOWN:
            return []
        by_head = kinds is None or "condition" not in kinds
        return self._distributed(text, words, kinds) or self._headed(main, forms, by_head)

    def _explained(
        self, text: str, words: list[Word], kinds: Collection[str] | None
    ) -> list[tuple[int, How]]:
        """``HFpEF - Heart Failure With ...``: an abbreviation and what it is short for."""
        if len(words) < 3 or words[1].form != BREAK:
            return []
        first, rest = text[words[0].start : words[0].end], text[words[2].start :]
        if sum(map(str.isupper, first)) < 2 or rest[:1].lower() != first[:1].lower():
            return []
        return self._read(rest, kinds)

    def _closed_up(
        self, text: str, words: list[Word], kinds: Collection[str] | None
    ) -> list[tuple[int, How]]:
        """``Heartfailure``, ``Type2diabetes``: two names or words of one written together, in one way
        only."""
        if len(words) != 1 or len(words[0].form) < SHORTEST_CLOSED_UP:
            return []
        apart = re.sub(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])", " ", words[0].form)
        splits = (
            [apart] if " " in apart else [f"{apart[:at]} {apart[at:]}" for at in range(4, len(apart) - 3)]
        )
        start, end = words[0].start, words[0].end
        numbers = {self._recogniser.number(split, text, start, end, kinds) for split in splits} - {None}
        return [(number, "exact") for number in numbers if number is not None] if len(numbers) == 1 else []

    def _without_qualifiers(self, text: str, words: list[Word], kinds: Collection[str] | None) -> int | None:
        """``Metastatic Cancer Lung``: what is left without words of course and degree, in any order."""
        if any(BEFORE.match(word.form) for word in words):
            return None
        kept = [word for word in words if not (_plain_word(word.form) and word.form not in _LINKING)]
        if not 2 <= len(kept) < len(words) or len(kept) > MOST_TURNED:
            return None
        return self._whole(text, kept, kinds)

    def _mentions(self, text: str, words: list[Word], kinds: Collection[str] | None) -> list[NamedSpan]:
        """What is named, but for names that a word in front of them turns into something else."""
        found = []
        for one in self._recogniser.find(text, words, kinds):
            if one.first and BEFORE.match(words[one.first - 1].form):
                inner = list(self._recogniser.find(text, words[one.first + 1 : one.last], kinds))
                found += [
                    NamedSpan(each.number, each.first + one.first + 1, each.last + one.first + 1)
                    for each in inner
                ]
            elif not (self._is_salt(one, words) or _is_denied(one, words) or _is_code(one, words, text)):
                found.append(one)
        return found

    def _is_salt(self, one: NamedSpan, words: list[Word]) -> bool:
        """Sodium behind a name that the list does not have is no treatment by itself."""
        alone = one.last - one.first == 1 and bool(NEUTRAL.match(words[one.first].form))
        if not alone or not one.first:
            return False
        before = words[one.first - 1].form
        return not (JOINT.match(before) or _plain_word(before))

    def _placebo(self, forms: list[str], found: list[NamedSpan]) -> list[tuple[int, How]]:
        """A placebo of something is the placebo, where the list has that, and nothing else."""
        named = [one for one in found if any(map(PLACEBO.match, forms[one.first : one.last]))]
        if named:
            alone = len(found) == 1 and named[0].last - named[0].first == len(forms)
            return [(named[0].number, "exact" if alone else "within")]
        return []

    def _main_ones(self, found: list[NamedSpan], kinds: Collection[str] | None) -> list[NamedSpan]:
        """What the string is about: no stages, genes and markers beside other names; where illnesses are
        asked
        for, no treatments beside illnesses ("anaphylaxis exercise")."""
        main = [one for one in found if self._kind(one) not in SIDE_KINDS] or found
        if kinds is not None and "condition" not in kinds:
            return main
        return [one for one in main if self._kind(one) in ILLNESSES] or main

    def _neutral(
        self, main: list[NamedSpan], found: list[NamedSpan], forms: list[str]
    ) -> list[tuple[int, How]]:
        how: How = "exact" if len(main) == len(found) and self._all_joined(main, forms) else "within"
        if how == "within":
            main = self._last_ones(main, forms)
        return [(one.number, how) for one in main]

    def _all_joined(self, main: list[NamedSpan], forms: list[str]) -> bool:
        """Whether between each two names stands a word that lists them."""
        return all(
            any(JOINT.match(form) for form in forms[left.last : right.first])
            for left, right in pairwise(main)
        )

    def _last_ones(self, main: list[NamedSpan], forms: list[str]) -> list[NamedSpan]:
        """Of names that stand side by side without a joint the last, unless it is a medicine: in "cancer
        pain"
        pain is the illness."""
        kept: list[NamedSpan] = []
        for one in main:
            if (
                kept
                and self._kind(one) not in TREATMENTS
                and not any(
                    JOINT.match(form) or LINK.match(form) for form in forms[kept[-1].last : one.first]
                )
            ):
                if self._kind(kept[-1]) in TREATMENTS or self._recogniser.is_above(
                    one.number, kept[-1].number
                ):
                    continue
                kept.pop()
            elif kept and _linked(forms[kept[-1].last : one.first]):
                continue
            kept.append(one)
        return kept

    def _distributed(
        self, text: str, words: list[Word], kinds: Collection[str] | None
    ) -> list[tuple[int, How]]:
        """``Gastric or Gastroesophageal Cancer``: the end of the last name belongs to each."""
        forms = [word.form for word in words]
        joints = [index for index, form in enumerate(forms) if form in {"and", "or", "/", ","}]
        if not 1 <= len(joints) <= 4:
            return []
        parts = [words[a + 1 : b] for a, b in zip([-1, *joints], [*joints, len(words)], strict=True)]
        parts = [part for part in parts if part]
        if len(parts) < 2 or any(word.form == BREAK for part in parts for word in part):
            return []
        for count in (1, 2):
            tail = parts[-1][-count:]
            if len(parts[-1]) <= count:
                continue
            numbers = [self._whole_or(text, part, tail, kinds) for part in parts]
            if all(number is not None for number in numbers):
                return [(number, "exact") for number in dict.fromkeys(numbers) if number is not None]
        return []

    def _whole_or(
        self, text: str, part: list[Word], tail: list[Word], kinds: Collection[str] | None
    ) -> int | None:
        part = [word for word in part if not (NEUTRAL.match(word.form) or QUALIFIER.match(word.form))] or part
        if part[-len(tail) :] != tail:
            found = self._whole(text, [*part, *tail], kinds)
            if found is not None:
                return found
        return self._whole(text, part, kinds)

    def _headed(
        self, main: list[NamedSpan], forms: list[str], treatments_alone: bool
    ) -> list[tuple[int, How]]:
        """By the head: the name at the end of the first part, or behind words of care alone."""
        treatments = [one for one in main if self._kind(one) in TREATMENTS]
        if treatments and treatments_alone:
            return [(one.number, "within") for one in treatments]
        parts = _segments(forms)
        kept: list[tuple[int, How]] = []
        for first, last in parts:
            inside = [one for one in main if first <= one.first and one.last <= last]
            if inside and (
                _plain(forms[inside[-1].last : last]) or _adjectives(forms[inside[-1].last : last])
            ):
                kept.append((inside[-1].number, "within"))
            elif inside and _aspects(forms[inside[-1].last : last]):
                kept.append((inside[-1].number, "about"))
            elif not inside and _aspects(forms[first:last]):
                continue
            else:
                break
            if last < len(forms) and not JOINT.match(forms[last]):
                break
        return list(dict.fromkeys(kept))

    def _kind(self, one: NamedSpan) -> str:
        return self._recogniser.names.concept(one.number).kind


def _is_denied(one: NamedSpan, words: list[Word]) -> bool:
    """``no obstructive coronary artery disease``: denied over one word."""
    return one.first > 1 and words[one.first - 2].form in _DENIALS


def _is_code(one: NamedSpan, words: list[Word], text: str) -> bool:
    """``ABI-007``: letters that a number is tied to are a code, whatever else they may be short for."""
    if one.last >= len(words) or one.last - one.first > 1:
        return False
    tie = text[words[one.first].end : words[one.last].start]
    return tie == "-" and words[one.last].form.isdigit() and len(words[one.last].form) > 2


def _turned(key: str) -> Iterator[str]:
    """Other orders of the words: at commas, at "of", and the last word first ("Hypertension Arterial")."""
    groups = [part.strip() for part in key.split(",")]
    if 2 <= len(groups) <= 3 and all(groups):
        yield from (" ".join(order) for order in list(permutations(groups))[:0:-1])
    if len(groups) > 1:
        return
    head, of, whole = key.partition(" of ")
    words = key.split()
    if of and " of " not in whole:
        yield f"{whole.removeprefix('the ')} {head}"
    elif 2 <= len(words) <= 3 and "/" not in words:
        yield from (" ".join(order) for order in list(permutations(words))[1:])
    elif len(words) == 4 and "/" not in words:
        yield " ".join((words[-1], *words[:-1]))
        yield " ".join((*words[1:], words[0]))


def _inside(index: int, found: list[NamedSpan]) -> bool:
    return any(one.first <= index < one.last for one in found)


def _linked(forms: list[str]) -> bool:
    return any(LINK.match(form) and not JOINT.match(form) for form in forms)


def _segments(forms: list[str]) -> list[tuple[int, int]]:
    """Where parts begin and end: at marks, joints and links."""
    cuts = [
        index for index, form in enumerate(forms) if form in _MARKS or JOINT.match(form) or LINK.match(form)
    ]
    return [(a + 1, b) for a, b in zip([-1, *cuts], [*cuts, len(forms)], strict=True) if b > a + 1]


@lru_cache(maxsize=10_000)
def _plain_word(form: str) -> bool:
    return bool(NEUTRAL.match(form) or QUALIFIER.match(form)) or form in _MARKS


def _plain(forms: list[str]) -> bool:
    return all(map(_plain_word, forms))


def _aspects(forms: list[str]) -> bool:
    return all(_plain_word(form) or ASPECT.match(form) for form in forms)


_ADJECTIVE = re.compile(r"\w{3,}(?:al|ic|ive|ary|ou|ed|ar|iale|able|ible|ent|ant|oid)\Z")


def _adjectives(forms: list[str]) -> bool:
    """``Renal Artery Stenosis Atherosclerotic``: adjectives behind their noun, as indexes write."""
    return 1 <= len(forms) <= 2 and all(_ADJECTIVE.match(form) or _plain_word(form) for form in forms)


def _only_aspects(text: str) -> bool:
    return _aspects([word.form for word in split_words(text)])
