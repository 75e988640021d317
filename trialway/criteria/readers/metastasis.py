"""How far a cancer has spread: "metastatic disease", "stage IV", "stage I to III", "no distant metastases".

Only whether there are distant metastases is read. Places of metastases, organs, and stages that mean other
things in other cancers stay unread.
"""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, with_negation
from trialway.criteria.expressions import Among

CUES = ("metas", "stage", "stages", "early", "dista", "nonme", "m1")

_CANCER = (
    r"(?:cancers?|carcinomas?|adenocarcinomas?|malignanc(?:y|ies)|neoplasms?|tumou?rs?|diseases?|melanomas?"
    r"|nsclc|solid tumou?rs?)"
)
# Words that may stand between "metastatic" and what is so: none names a place that it has spread to.
_BETWEEN = (
    r"(?:(?!bone|brain|cns|liver|lung|hepatic|spinal|visceral|setting|or |and |for |of |in |with |treat"
    r"|lesion)[a-z0-9+-]{2,20} ){0,4}?"
)
# "Chemotherapy for metastatic disease": what was done, not what somebody has.
_DONE = re.compile(
    r"(?:therap\w{1,4}|treat\w{1,5}|regimens?|lines?|agents?|drugs?|surgery|setting|received|\bresect(?:ion|ed)"
    r"|biops\w{1,4}|sites?|tissue|samples?|respon\w{1,4}|progress\w{1,4}|relaps\w{1,4}|naive)\b[^.;]{0,50}$"
)
_ADVANCED = re.compile(
    r"\b(?:advanced|recurrent|unresectable|non-?resectable|inoperable|relapsed|refractory|regional|incurable"
    r"|persistent|progressive|active|(?:stages? )?iii[abc]?)(?: \([^)]{1,30}\))?"
    r"(?:,? (?:or|and|and/or) |/|, )(?:(?:or|and|distant|stage|\w{1,14}) ){0,2}$"
)
_METASTATIC = re.compile(
    rf"\b(?P<non>non-? ?)?metastatic {_BETWEEN}(?P<noun>{_CANCER})\b"
    r"(?! (?:to|in|of|involv|within|progress|site|lesion))"
)
# "Metastases" alone, not "liver metastases" nor "metastases to the brain".
_METASTASES = re.compile(
    r"(?<![a-z] )(?P<plain>\b(?:any |known |evidence of |presence of |documented |existing |confirmed ){0,3})"
    r"metastas[ei]s(?: disease)?(?= ?(?:$|[.,;]))|\bdistant metasta(?:s[ei]s|tic disease)\b(?! (?:to|in|of) )"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:brain|cns|system|bone|liver|hepatic|lung|pulmonary|visceral|peritoneal|meningeal|spinal|skeletal"
    r"|nodes?|nodal|axillary|cerebral|intracranial|skin|cord|adrenal|pleural|asymptomatic|symptomatic|treated"
    r"|untreated)(?: \([a-z]{1,6}\))?(?: (?:or|and))? ?$|\b(?:e\.g\.,?|such as|like) $"
)
_ROMAN = r"(?:iv|iii|ii|i|ⅰ|ⅱ|ⅲ|ⅳ|[0-4])(?P<{0}>[abc]?)\d?"
_STAGE = re.compile(
    rf"\bstages? ?(?P<first>{_ROMAN.format('a')})\b"
    rf"(?:(?P<sep> ?- ?| to | through |, ?| or | and |/)(?:stages? )?(?P<last>{_ROMAN.format('b')})\b)?"
    r"(?P<more>(?:,? (?:or|and) |, ?|/)(?:stages? )?(?:iv|iii|ii|i|[0-4])[abc]?\b)?"
)
# "Patients enrolled in Stage 2 of Arm C": a stage of the trial.
_OF_THE_TRIAL = re.compile(r" (?:of|in) (?:the )?(?:arm|part|cohort|study|trial|phase)\b| (?:only|enrol)")
_ENROLLED = re.compile(r"\benrol\w{2,5} (?:in|into|to|for) (?:the )?$")
# Cancers in which stage IV, and only it, means distant metastases.
_STAGED = re.compile(r"\b(?:breast|lung|nsclc|colon|rectal|colorectal|prostate|melanoma|pancrea\w{1,5})\b")
_OTHER_STAGES = re.compile(
    r"\b(?:kidney|renal|ckd|hypertension|nyha|heart|head|neck|lymphoma|leuk|myeloma|ovar|fibrosis|pressure"
    r"|endometri|parkinson|disease stage|resource|tnm stage n)"
)
_EARLY = re.compile(
    r"\b(?P<way>(?:(?:inflammatory|locally advanced),? (?:or |and/or )?){0,2}early)(?:[ -]stage)?"
    r" (?:invasive )?breast cancers?\b"
)
_NAMED = (_METASTATIC, _METASTASES, _STAGE, _EARLY)
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
            yield _found(text, match.start(), match.end(), ("local",))
            continue
        advanced, more = _ADVANCED.search(before), _MORE_AFTER.match(text, match.end())
        if not advanced and _ANOTHER.search(before):
            continue
        start = match.start() - (len(before) - advanced.start() if advanced else 0)
        noun = match.groupdict().get("noun")
        end = more.end() if more else match.start() + len("metastatic") if noun else match.end()
        yield _found(text, start, end, ("metastatic", "advanced") if advanced or more else ("metastatic",))


# "Early or metastatic": another way that we have no name for.
_ANOTHER = re.compile(r"(?:\b(?:or|and/or)|/|[a-z],) ?(?:distant )?$")
_MORE_AFTER = re.compile(
    r"(?:,? (?:or|and/or) |/)(?:\w{1,12} ){0,2}(?:advanced|recurrent|unresectable|inoperable)"
)


def _staged(text: str) -> Iterator[RuleMatch]:
    early = _EARLY.search(text)
    if early:
        yield _found(text, early.start(), early.end("way"), ("local",))
    organ = _STAGED.search(text)
    if _OTHER_STAGES.search(text) or not (organ or "ajcc" in text):
        return
    for match in _STAGE.finditer(text):
        if _OF_THE_TRIAL.match(text, match.end()) or _ENROLLED.search(text, 0, match.start()):
            continue
        stages = _stages(match)
        if stages == {4} and organ and not (match["a"] or match["b"]):
            yield _found(text, match.start(), match.end(), ("metastatic",))
        elif stages and max(stages) < 4:
            yield _found(text, match.start(), match.end(), ("local",))
        else:
            yield _found(text, match.start(), match.end(), ("metastatic", "advanced"))


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


def _found(text: str, start: int, end: int, values: tuple[str, ...]) -> RuleMatch:
    return with_negation(
        text, start, end, "cancer spread", Among(kind="cancer spread", variable="spread", values=values)
    )
