"""Whether somebody uses contraception or abstains, or agrees to."""

from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Exists, Not
from trialway.criteria.readers.contraception_rules import CONTRACEPTION

CUES = ("contr", "abst", "absti", "absta", "birth", "condo", "repro", "steri", "vasec", "conce")

_MEANS = CONTRACEPTION["contraception.means"]
_REFUSES = CONTRACEPTION["contraception.refuses"]
_OTHER = CONTRACEPTION.any_of(
    "contraception.not.medicine", "contraception.not.menopause", "contraception.not.investigator"
)
_MEDICINE = CONTRACEPTION["contraception.not.followed-by-medicine"]
_HABITS = CONTRACEPTION["contraception.not.of-habits"]


def read(text: str) -> Iterator[RuleMatch]:
    """One finding a criterion: the first method named stands for all."""
    for match in _MEANS.finditer(text):
        before = text[max(0, match.start() - 110) : match.start()]
        if _OTHER.search(before) or _MEDICINE.match(text[match.end() : match.end() + 20]):
            continue
        if match[0].startswith("abst") and _HABITS.search(text[match.start() : match.end() + 25]):
            continue
        uses = Exists(kind="contraception", variable="contraception")
        refuses = _REFUSES.search(before[-70:])
        yield RuleMatch(match.start(), match.end(), "contraception", Not(part=uses) if refuses else uses)
        return
