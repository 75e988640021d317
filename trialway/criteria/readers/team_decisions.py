"""What the study team decides, and whether somebody will do what the trial asks: "willing to comply", "in the
opinion of the investigator"."""

from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, contains_any, find_negation
from trialway.criteria.expressions import Exists, Expr, Not
from trialway.criteria.readers.team_decision_rules import TEAM_DECISIONS

CUES = (
    "willi", "able", "abili", "agree", "unabl", "inabi", "unwil", "refus", "fail", "unlik", "likel",
    "poor", "low", "non", "nonco", "nonad", "compl", "adher", "opini", "judg", "judge", "discr", "deem",
    "consi", "inves", "physi", "would", "could", "may", "might", "inter", "prevent", "capab", "commi",
    "canno", "lack", "avail", "insuf", "inade",
)  # fmt: skip

_COMPLIANCE = TEAM_DECISIONS.any_of("compliance.")
_JUDGEMENT = TEAM_DECISIONS.any_of("judgement.")
# Letters of which some must be there for a search to be worth it.
_COMPLYING = (
    "compl", "adher", "follow", "cooperat", "attend", "return", "participate", "undergo", "perform",
    "keep", "abide",
)  # fmt: skip
_DECIDING = (
    "investigator", "physician", "doctor", "clinician", "sponsor", "team", "surgeon", "would", "could",
    "may", "might", "will", "can", "likely", "significantly",
)  # fmt: skip
_COMPLIES = Exists(kind="compliance", variable="compliance")
_COMPLIED = Exists(kind="compliance", variable="compliance", where=("before",))
_HINDERED = TEAM_DECISIONS["compliance-not.hindered"]
_DECIDES = Exists(kind="judgement", variable="")


def read(text: str) -> Iterator[RuleMatch]:
    if contains_any(text, _COMPLYING):
        for match in _COMPLIANCE.finditer(text):
            if match["poor"]:
                # Towards a medicine, perhaps, and long ago.
                yield RuleMatch(match.start(), match.end(), "compliance", Not(part=_COMPLIED))
                continue
            if _HINDERED.search(text, max(0, match.start() - 40), match.start()):
                continue
            denied = not match["able"] or find_negation(text, match.start()) is not None
            expression: Expr = Not(part=_COMPLIES) if denied else _COMPLIES
            yield RuleMatch(match.start(), match.end(), "compliance", expression)
    if contains_any(text, _DECIDING):
        for match in _JUDGEMENT.finditer(text):
            yield RuleMatch(match.start(match.lastgroup or 0), match.end(), "judgement", _DECIDES)
