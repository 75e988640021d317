"""How far a cancer has spread: "metastatic disease", "stage IV", "stage I to III", "no distant metastases".

Only whether there are distant metastases is read. Places of metastases, organs, and stages that mean other
things in other cancers stay unread.
"""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, with_negation
from trialway.criteria.expressions import Among
from trialway.criteria.readers.spread_rules import SPREAD

CUES = ("metas", "stage", "stages", "early", "dista", "nonme", "m1")

_METASTATIC = SPREAD["spread.metastatic"]
# "Metastases" alone, not "liver metastases" nor "metastases to the brain".
_METASTASES = SPREAD.any_of("spread.metastases.")
_STAGE = SPREAD["spread.stage"]
_EARLY = SPREAD["spread.early"]
_NAMED = (_METASTATIC, _METASTASES, _STAGE, _EARLY)
# "Chemotherapy for metastatic disease": what was done, not what somebody has.
_DONE = SPREAD.any_of("spread.done.")
_ADVANCED = SPREAD["spread.advanced-before"]
_MORE_AFTER = SPREAD["spread.advanced-after"]
_ANOTHER = SPREAD["spread.another-before"]
_PLACE_BEFORE = SPREAD.any_of("spread.place-before.")
# "Patients enrolled in Stage 2 of Arm C": a stage of the trial.
_OF_THE_TRIAL = SPREAD["spread.trial-stage.after"]
_ENROLLED = SPREAD["spread.trial-stage.before"]
_STAGED = SPREAD["spread.staged-cancer"]
_OTHER_STAGES = SPREAD.any_of("spread.other-stages.")
_NUMBER = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4}


def read(text: str) -> Iterator[RuleMatch]:
    """One finding a criterion, and none where it names several ways of spreading, or what was done then."""
    named = (match for pattern in _NAMED for match in pattern.finditer(text))
    if any(_was_done(text, match) for match in named):
        return
    found = [*_metastatic(text), *_staged(text)]
    kinds = {one.expression for one in found}
    if found and len(kinds) == 1:
        yield from found


def _metastatic(text: str) -> Iterator[RuleMatch]:
    for match in (*_METASTATIC.finditer(text), *_METASTASES.finditer(text)):
        before = text[max(0, match.start() - 60) : match.start()]
        if _PLACE_BEFORE.search(before):
            continue
        if match.groupdict().get("non"):
            yield _spread_finding(text, match.start(), match.end(), ("local",))
            continue
        advanced, more = _ADVANCED.search(before), _MORE_AFTER.match(text, match.end())
        if not advanced and _ANOTHER.search(before):
            continue
        start = match.start() - (len(before) - advanced.start() if advanced else 0)
        noun = match.groupdict().get("noun")
        end = more.end() if more else match.start() + len("metastatic") if noun else match.end()
        yield _spread_finding(
            text, start, end, ("metastatic", "advanced") if advanced or more else ("metastatic",)
        )


def _staged(text: str) -> Iterator[RuleMatch]:
    early = _EARLY.search(text)
    if early:
        yield _spread_finding(text, early.start(), early.end("way"), ("local",))
    organ = _STAGED.search(text)
    if _OTHER_STAGES.search(text) or not (organ or "ajcc" in text):
        return
    for match in _STAGE.finditer(text):
        if _OF_THE_TRIAL.match(text, match.end()) or _ENROLLED.search(text, 0, match.start()):
            continue
        stages = _stages(match)
        if stages == {4} and organ and not (match["a"] or match["b"]):
            yield _spread_finding(text, match.start(), match.end(), ("metastatic",))
        elif stages and max(stages) < 4:
            yield _spread_finding(text, match.start(), match.end(), ("local",))
        else:
            yield _spread_finding(text, match.start(), match.end(), ("metastatic", "advanced"))


def _was_done(text: str, match: re.Match[str]) -> bool:
    return bool(_DONE.search(text, max(0, match.start() - 60), match.start()))


def _stages(match: re.Match[str]) -> set[int]:
    first = _number(match["first"])
    last = _number(match["last"]) if match["last"] else first
    if match["more"]:
        return {first, last, *(_number(word) for word in re.findall(r"iv|iii|ii|i|[0-4]", match["more"]))}
    through = match["sep"] and match["sep"].strip() in ("-", "to", "through")
    return set(range(first, last + 1)) if through else {first, last}


def _number(words: str) -> int:
    bare = words.rstrip("abc123") if not words[0].isdigit() else words[0]
    return _NUMBER.get(bare) or int(bare)


def _spread_finding(text: str, start: int, end: int, values: tuple[str, ...]) -> RuleMatch:
    return with_negation(
        text, start, end, "cancer spread", Among(kind="cancer spread", variable="spread", values=values)
    )
