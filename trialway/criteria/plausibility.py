"""Whether a criterion can mean what was read on the side where it stands.

Registries put demands among the exclusions ("Patients must not be pregnant", "HIV negative") and
exclusions among the demands. Taken literally these would exclude everybody, so such criteria stay unread.
"""

from collections.abc import Sequence

from trialway.criteria.cues import RuleMatch, contains_any
from trialway.criteria.expressions import All, Among, Compare, Exists, Expr, Not, Within, atoms_of
from trialway.language_rules import LanguageRule, RuleTable

DEMANDS = RuleTable(
    LanguageRule(
        "demand.words",
        r"\b(?:must|should|shall|has to|have to|need to|required to|are eligible|is eligible|will need)\b",
        "Something is asked for, though it stands among the exclusions.",
        example="patients must not be pregnant",
        counter_example="pregnant patients",
    )
)
_DEMANDS = DEMANDS["demand.words"]
# What a text must hold for the pattern to be worth a search.
_DEMANDING = ("must", "should", "shall", "has to", "have to", "need", "required to", "eligible")
# What nobody is kept out for lacking, and what nobody has to have.
_NOT_LACKED = frozenset(
    (
        "pregnancy",
        "infection",
        "CNS metastases",
        "other trial",
        "time window",
        "healthy volunteers",
        "cancer spread",
        "condition",
        "medicine",
        "procedure",
        "allergy",
    )
)
_WANTED = frozenset(("consent", "language", "contraception", "compliance"))


def is_plausible(text: str, found: Sequence[RuleMatch], *, excluding: bool) -> bool:
    """False when the words must mean the other side, or may."""
    expressions = [one.expression for one in found]
    if excluding:
        demands = contains_any(text, _DEMANDING) and _DEMANDS.search(text)
        return not demands and not any(_is_demand(expression) for expression in expressions)
    return not any(_is_exclusion(expression) for expression in expressions)


def _is_demand(expression: Expr) -> bool:
    """Something that only a demand says: consent given, no pregnancy, life expectancy of 3 months or more."""
    if isinstance(expression, Not):
        return any(atom.kind in _NOT_LACKED for atom in atoms_of(expression))
    for atom in atoms_of(expression):
        if isinstance(atom, Exists) and atom.kind in _WANTED:
            return True
        if isinstance(atom, Compare) and atom.kind == "life expectancy" and atom.sign in (">", ">="):
            return True
        if isinstance(atom, Among) and atom.kind == "performance status" and "0" in atom.values:
            return True
    return False


def _is_exclusion(expression: Expr) -> bool:
    """Something that only an exclusion says: consent refused, breast-feeding, another trial."""
    if isinstance(expression, Not):
        return any(atom.kind in _WANTED for atom in atoms_of(expression))
    if isinstance(expression, All):
        return any(_is_exclusion(part) for part in expression.parts)
    for atom in atoms_of(expression):
        if isinstance(atom, Exists) and atom.variable in (
            "breastfeeding",
            "planning_pregnancy",
            "other_trial",
        ):
            return True
        if isinstance(atom, Within) and atom.variable in ("investigational_treatment", "live_vaccine"):
            return True
    return False
