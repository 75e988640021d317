"""Which interventions are drugs, and which can be given at all: Intervention ─▶ **yes or no** ─▶ regimen."""

import re

from trialway.plain.phrases import is_dummy
from trialway.record import Intervention

DRUGS = ("drug", "biological", "dietary_supplement", "combination_product", "genetic", "radiation")
# What is done to look, and not to treat: its days are days of checks.
_CHECKS = re.compile(
    r"\b(?:samples?|sampling|scores?|questionnaires?|assess\w*|measure\w*|scans?|imaging|mri|pet|ct"
    r"|echocardio\w*|tests?|biops\w*|withdrawal|analys[ei]s|surveys?|interviews?|monitor\w*|diar\w+"
    r"|visits?|tubes?|pumps?|catheters?)\b",
    re.IGNORECASE,
)


# Names that stand for drugs which they do not name: what is said of one of them does not hold for all.
_SEVERAL_UNNAMED = re.compile(
    r"\b(?:standard|usual|conventional|routine|background|concomitant|guideline[- ]directed|optimal|best)\b"
    r"[^,;]{0,25}\b(?:care|therap(?:y|ies)|treatments?|medications?|medicines?|management)\b"
    r"|^(?:soc|gdmt|omt)\b|^(?:the )?controls?(?: group| arm)?$|\bno (?:additional |further )?treatment\b",
    re.IGNORECASE,
)


def can_be_given(one: Intervention) -> bool:
    checks = one.kind is not None and one.kind.code == "diagnostic_test"
    return not checks and not _CHECKS.search(one.name or "") and not _SEVERAL_UNNAMED.search(one.name or "")


def is_drug(one: Intervention) -> bool:
    return bool(one.kind and one.kind.code in DRUGS) or is_dummy(one.name or "")
