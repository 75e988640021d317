"""What the tumour carries: "HER2-positive", "EGFR mutation", "PD-L1 ≥ 1 %", "ALK rearrangement",
"triple-negative"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, cue_positions
from trialway.criteria.expressions import Among
from trialway.criteria.readers.biomarker_medicine_rules import BIOMARKER_MEDICINES
from trialway.criteria.readers.biomarker_rules import BIOMARKERS
from trialway.criteria.readers.gene_rules import GENES

_CUE_WORDS = """
her her2 human egfr epide alk anapl ros1 brca brca1 brca2 kras nras ras braf met pd pdl1 progr er
estro oestr pr proge hormo hr tripl tnbc msi micro misma dmmr pmmr ret ntrk pik3c exon mss breas"""
CUES = tuple(_CUE_WORDS.split())

_GENE = GENES.any_of()
_START_WORDS = "hu he c ce er ep eg an al ro br kr k nr cm me re nt pi pd pr pg es oe ho hr tr tn mi ms dm pm"
_STARTS = frozenset(_START_WORDS.split())
# "anti-HER2 therapy", "EGFR-TKI", "PD-L1 inhibitor": a medicine, not the tumour.
_MEDICINE_BEFORE = BIOMARKER_MEDICINES.any_of("biomarker.medicine.before.")
_MEDICINE_AFTER = BIOMARKER_MEDICINES.any_of("biomarker.medicine.after.")
_TESTED_BEFORE = BIOMARKER_MEDICINES["biomarker.tested.before"]
_TESTED_AFTER = BIOMARKER_MEDICINES["biomarker.tested.after"]
_STATE_TESTED = BIOMARKER_MEDICINES["biomarker.tested.state"]
_PD_L1_TESTED = BIOMARKER_MEDICINES["biomarker.pd-l1-tested"]
_AFTER = BIOMARKERS.any_of("biomarker.state.")
_ALTERATION_OF = BIOMARKERS["biomarker.alteration-of"]
_NEGATED = BIOMARKERS.any_of("biomarker.negated.")
_STABLE = BIOMARKERS["biomarker.msi-stable"]
# "EGFR or ALK mutations", "ER, PR and HER2 are negative": one state for several.
_SHARED = BIOMARKERS["biomarker.shared-state"]
_EGFR_MUTATION = BIOMARKERS["biomarker.egfr-mutation"]
_EGFR_MEANT = BIOMARKERS["biomarker.egfr-meant"]


def read(text: str) -> Iterator[RuleMatch]:
    seen: set[str] = set()
    for match in cue_positions(_GENE, _STARTS, text):
        name = match.lastgroup or ""
        if name in seen or _is_medicine_or_test(text, match):
            continue
        state, end = _state(text, match, name)
        if state and not _STATE_TESTED.match(text[end : end + 18]):
            seen.add(name)
            yield _in_state(match.start(), end, name, state)
    mutation = _EGFR_MUTATION.search(text) if "egfr" not in seen and "her2" not in seen else None
    if mutation and _EGFR_MEANT.search(text):
        yield _in_state(mutation.start(), mutation.end(), "egfr", "positive")


def _in_state(start: int, end: int, name: str, state: str) -> RuleMatch:
    return RuleMatch(start, end, "biomarker", Among(kind="biomarker", variable=name, values=(state,)))


def _is_medicine_or_test(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 40]
    return bool(
        _MEDICINE_BEFORE.search(before)
        or _TESTED_BEFORE.search(before)
        or _TESTED_AFTER.match(after)
        or _MEDICINE_AFTER.match(after)
        or (match.lastgroup == "pd_l1" and _PD_L1_TESTED.search(after[:22]))
    )


def _state(text: str, match: re.Match[str], name: str) -> tuple[str, int]:
    """The state of a marker and where the words for it end; "" when the text names no state."""
    if name == "triple_negative":
        return "positive", match.end()
    if name == "msi":
        return ("negative" if _STABLE.search(match[0]) else "positive"), match.end()
    before = text[max(0, match.start() - 110) : match.start()]
    after = _AFTER.match(text, match.end())
    shared = None if after and not after["high"] else _SHARED.match(text, match.end())
    if shared:
        state = "negative" if shared["state"].startswith("negativ") else "positive"
        return _negated_or(state, before), shared.end()
    if after is None:
        return ("positive" if _ALTERATION_OF.search(before) else ""), match.end()
    if after["high"] and name != "pd_l1" and "%" not in after["high"] + text[after.end() : after.end() + 6]:
        return "", match.end()
    state = "low" if after["low"] else "negative" if after["negative"] else "positive"
    return _negated_or(state, before), after.end()


def _negated_or(state: str, before: str) -> str:
    """The state, or "negative" where the clause before a positive marker denies it."""
    clause = re.split(r"[;.:]", before)[-1]
    return "negative" if state == "positive" and _NEGATED.search(clause) else state
