"""Cancer that has spread to the brain, the spinal fluid or their linings."""

from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, with_negation
from trialway.criteria.expressions import Exists
from trialway.criteria.readers.cns_metastasis_rules import CNS_METASTASES

CUES = ("brain", "cns", "centr", "lepto", "menin", "intra", "cereb", "carci", "cance")

_CNS = CNS_METASTASES.any_of("cns.named.")
_NARROWED = CNS_METASTASES["cns.narrowed"]
_NARROWED_BEFORE = CNS_METASTASES["cns.narrowed-before"]
_OF_THE_LININGS = CNS_METASTASES["cns.of-the-linings"]


def read(text: str) -> Iterator[RuleMatch]:
    """The first mention; the exceptions that follow it stay unread."""
    first = _CNS.search(text)
    if first is None:
        return
    lead = _NARROWED_BEFORE.search(text[max(0, first.start() - 90) : first.start()])
    start = first.start() - (len(lead[0]) if lead else 0)
    where = tuple(match["word"] for match in _NARROWED.finditer(text[start : first.end()]))
    linings = _OF_THE_LININGS.search(first[0]) and "brain" not in first[0]
    variable = "leptomeningeal_disease" if linings else "cns_metastases"
    spread = Exists(kind="CNS metastases", variable=variable, where=where)
    yield with_negation(text, start, first.end(), "CNS metastases", spread)
