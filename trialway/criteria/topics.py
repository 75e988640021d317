"""What a criterion is about, and how much it decides: findings and words ─▶ **topic and importance** ─▶
pages.

Pages group and order criteria by these; they take nothing from what the criterion says.
"""

from collections.abc import Sequence

from trialway.criteria.expressions import Has
from trialway.criteria.model import Finding, Importance, Topic
from trialway.criteria.section_headings import Side
from trialway.criteria.topic_rules import TOPIC_WORDS

_OF_KIND: dict[str, Topic] = {
    "biomarker": "stage and markers",
    "cancer spread": "stage and markers",
    "stage": "stage and markers",
    "measurable disease": "stage and markers",
    "prior treatment": "treatments before",
    "prior lines": "treatments before",
    "time window": "treatments before",
    "pregnancy": "pregnancy",
    "contraception": "pregnancy",
    "consent": "other",
    "language": "other",
    "other trial": "other",
    "compliance": "other",
}
# Of the kinds of a criterion the first here gives it its topic.
_FIRST = (
    "pregnancy", "contraception", "biomarker", "cancer spread", "stage", "prior lines", "prior treatment",
    "measurable disease", "condition", "time window", "medicine",
)  # fmt: skip
_FORMAL = frozenset(("consent", "language", "compliance", "judgement", "other trial", "contraception"))
_ANY = TOPIC_WORDS.any_of("topic.")
_OF_WORDS: dict[str, Topic] = {
    "pregnancy": "pregnancy",
    "treatments": "treatments before",
    "stage": "stage and markers",
    "health": "health and tests",
    "other": "other",
}
_DECIDES_MOST = ("illness", "stage and markers", "treatments before")


def topic_of(text: str, findings: Sequence[Finding], side: Side, heading: str = "") -> Topic:
    """The topic of a criterion's own words; of what was not read, by its words and the heading above it."""
    kinds = {one.kind for one in findings}
    for kind in _FIRST:
        if kind in kinds:
            return _named(kind, findings, side)
    if kinds - {"judgement"}:
        return next((_OF_KIND[kind] for kind in kinds if kind in _OF_KIND), "health and tests")
    match = _ANY.search(text) or (_ANY.search(heading) if heading else None)
    return _OF_WORDS[match.lastgroup or "other"] if match else "other"


def _named(kind: str, findings: Sequence[Finding], side: Side) -> Topic:
    if kind == "medicine":
        return "treatments before"
    if kind != "condition":
        return _OF_KIND[kind]
    return "illness" if side == "inclusion" and any(map(_is_asked_for, findings)) else "health and tests"


def _is_asked_for(finding: Finding) -> bool:
    """Whether an illness is named as one that somebody has, and not denied."""
    state = finding.expression
    return isinstance(state, Has) and finding.kind == "condition" and state.when != "unstated"


def importance_of(topic: Topic, findings: Sequence[Finding], side: Side) -> Importance:
    """How early pages show a criterion: ``first`` what decides most, ``last`` what every trial asks."""
    kinds = {one.kind for one in findings}
    if kinds and kinds <= _FORMAL:
        return "last"
    if topic in _DECIDES_MOST and side != "unstated":
        return "first" if side == "inclusion" or topic != "illness" else "middle"
    return "middle" if topic != "other" else "last"
