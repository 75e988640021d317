"""Whether healthy people take part: "Healthy volunteers", "The subject is healthy"."""

from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Exists
from trialway.criteria.readers.healthy_volunteer_rules import HEALTHY_VOLUNTEERS

CUES = ("healthy",)

_HEALTHY = HEALTHY_VOLUNTEERS.any_of("healthy.named.")
_ORIGIN = HEALTHY_VOLUNTEERS["healthy.origin"]
_OTHER = HEALTHY_VOLUNTEERS.any_of("healthy.other.")
_PART_BEFORE = HEALTHY_VOLUNTEERS["healthy.part-before"]
_BUT_FOR = HEALTHY_VOLUNTEERS["healthy.but-for"]


def read(text: str) -> Iterator[RuleMatch]:
    for match in _HEALTHY.finditer(text):
        before = text[max(0, match.start() - 25) : match.start()]
        if _OTHER.search(before) and not _PART_BEFORE.search(before):
            continue
        if _BUT_FOR.search(match[0] + text[match.end() : match.end() + 8]):
            continue
        yield RuleMatch(
            match.start(),
            match.end(),
            "healthy volunteers",
            Exists(kind="healthy volunteers", variable="healthy_volunteer"),
            tuple(origin.span() for origin in _ORIGIN.finditer(text, match.start(), match.end())),
        )
        return
