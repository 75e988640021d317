"""Which interventions are drugs, and which can be given at all: Intervention ─▶ **yes or no** ─▶ regimen."""

from trialway.plain.intervention_rules import INTERVENTION_WORDS
from trialway.plain.phrases import is_dummy
from trialway.record import Intervention

DRUGS = ("drug", "biological", "dietary_supplement", "combination_product", "genetic", "radiation")
# What is done to look, and not to treat: its days are days of checks.
_CHECKS = INTERVENTION_WORDS.any_of("intervention.check.")
# Names that stand for drugs which they do not name: what is said of one of them does not hold for all.
_SEVERAL_UNNAMED = INTERVENTION_WORDS.any_of("intervention.unnamed.")


def can_be_given(one: Intervention) -> bool:
    checks = one.kind is not None and one.kind.code == "diagnostic_test"
    return not checks and not _CHECKS.search(one.name or "") and not _SEVERAL_UNNAMED.search(one.name or "")


def is_drug(one: Intervention) -> bool:
    return bool(one.kind and one.kind.code in DRUGS) or is_dummy(one.name or "")
