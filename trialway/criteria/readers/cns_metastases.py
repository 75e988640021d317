"""Cancer that has spread to the brain, the spinal fluid or their linings."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, with_negation
from trialway.criteria.expressions import Exists

CUES = ("brain", "cns", "centr", "lepto", "menin", "intra", "cereb", "carci", "cance")

_PLACE = (
    r"(?:brain|cns|central nervous system(?: ?\(cns\))?|intracranial|cerebral|meningeal"
    r"|leptomeningeal|parenchymal|pia mater)"
)
_SPREAD = (
    r"(?:metasta(?:sis|ses|tic|zes)(?: disease| lesions?| tumou?rs?)?|mets\b|involvement|invasion"
    r"|dissemination)"
)
_CNS = re.compile(
    rf"\b(?P<place>{_PLACE})(?:(?:,| or| and|/|and/or| \(cns\)| brainstem| spinal cord| spinal"
    rf"| meningeal| leptomeningeal| tumou?r| parenchymal| or brainstem){{1,3}})? ?{_SPREAD}"
    rf"|\bmetasta\w{{1,4}} (?:to|in|of) (?:the )?{_PLACE}|\b(?:leptomeningeal"
    rf"|meningeal)(?: \w{{1,12}}){{0,1}} (?:disease|carcinoma\w{{0,5}}|spread|metasta\w{{1,4}}"
    rf"|dissemination)|\b(?:carcinomatous|cancerous|neoplastic|leukemic|lymphomatous) meningitis"
    rf"|\bmeningeal carcinomatosis"
    rf"|\b(?:active|asymptomatic|symptomatic|untreated|treated) (?:central nervous system \(cns\)"
    rf"|cns|brain) lesions?|\bcns(?: tumor)? involvement"
)
_NARROW = re.compile(
    r"\b(?P<word>asymptomatic|symptomatic|untreated|treated|active|unstable|stable|uncontrolled"
    r"|controlled|progressing|progressive|progression|uncontrollable)\b"
)


def read(text: str) -> Iterator[RuleMatch]:
    """The first mention; the exceptions that follow it stay unread."""
    first = _CNS.search(text)
    if first is None:
        return
    lead = re.search(
        r"(?:\b(?:asymptomatic|symptomatic|untreated|treated|active|actively|clinically|unstable"
        r"|stable|uncontrolled|controlled|progressing|progressive|previously|rapidly"
        r"|uncontrollable)\b(?:, ?(?:or|and)? ?| or | and |/| and/or | ){0,1}){1,5}$",
        text[max(0, first.start() - 90) : first.start()],
    )
    start = first.start() - (len(lead[0]) if lead else 0)
    where = tuple(match["word"] for match in _NARROW.finditer(text[start : first.end()]))
    variable = (
        "leptomeningeal_disease"
        if re.search(r"mening", first[0]) and "brain" not in first[0]
        else "cns_metastases"
    )
    yield with_negation(
        text,
        start,
        first.end(),
        "CNS metastases",
        Exists(kind="CNS metastases", variable=variable, where=where),
    )
