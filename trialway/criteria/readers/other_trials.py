"""Whether somebody takes part in another study, or takes a medicine under study."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, contains_any, with_negation
from trialway.criteria.expressions import Exists
from trialway.criteria.readers.other_trial_rules import OTHER_TRIALS
from trialway.criteria.readers.trial_medicine_rules import TRIAL_MEDICINES

CUES = ("trial", "trials", "study", "studi", "inves", "resea", "exper", "parti")

_NAMED = OTHER_TRIALS.any_of("other-trial.named.")
_NEEDLES = ("trial", "stud", "research", "protocol", "investigational", "experimental", "registered")
# "hypersensitivity to the investigational product": this study's own medicine.
_OWN_MEDICINE = TRIAL_MEDICINES.any_of("other-trial.own-medicine.")
_NOT_OWN = TRIAL_MEDICINES["other-trial.not-own"]
_USE = TRIAL_MEDICINES.any_of("other-trial.use.taking", "other-trial.use.joining")
_RECEIVED = TRIAL_MEDICINES["other-trial.use.received"]
_WHEN = TRIAL_MEDICINES["other-trial.use.when"]
_TIMED = OTHER_TRIALS["other-trial.timed"]
# "Willing to participate in a study": this one is meant.
_THIS_ONE = OTHER_TRIALS.any_of(
    "other-trial.this-one.ability", "other-trial.this-one.wish", "other-trial.this-one.hindrance"
)
_SAID_JUST_BEFORE = OTHER_TRIALS["other-trial.this-one.said-just-before"]
_THIS = OTHER_TRIALS["other-trial.this-one.said"]
_OF_ANOTHER = OTHER_TRIALS["other-trial.of-another"]
# Words that leave open which study is meant.
_VAGUE = ("an", "a", "any", "clinical", "drug", "interventional", "investigational")


def read(text: str) -> Iterator[RuleMatch]:
    for match in _NAMED.finditer(text) if contains_any(text, _NEEDLES) else ():
        if _is_other(text, match):
            yield with_negation(
                text,
                match.start(),
                match.end(),
                "other trial",
                Exists(kind="other trial", variable="other_trial"),
            )
            return


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether a study, or a medicine under study, is not this trial's own."""
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 110]
    if match["which"]:
        return _is_another_study(match, before)
    if _OF_ANOTHER.search(match[0]):
        return True
    if match[0].startswith("study"):
        return False
    if _OWN_MEDICINE.search(before) and not _NOT_OWN.search(before[-14:]):
        return bool(_RECEIVED.search(before) and _TIMED.search(after))
    used = _USE.search(before) or _WHEN.match(after)
    return bool(used and (_TIMED.search(before + after) or match[0].startswith("use")))


def _is_another_study(match: re.Match[str], before: str) -> bool:
    words, which = match[0], match["which"]
    if _SAID_JUST_BEFORE.search(words[: words.rfind(which)][-14:]) or _THIS.search(words):
        return False
    return not (which in _VAGUE and _THIS_ONE.search(before + words[:30]))
