"""What an expression hangs on, by the names under which answers are given: expression ─▶ **variables**."""

from trialway.criteria.expressions import Atom, Exists, Expr, Has, Within, atoms_of

# A man is not pregnant, whoever says so.
_SEX_TELLS = frozenset(("pregnant", "breastfeeding"))


def variable_of(atom: Atom) -> str:
    """``prior_treatment:trastuzumab``, ``days_since:stroke``, ``age``; "" when no answer can settle the
    atom."""
    match atom:
        case Exists(kind="prior treatment"):
            return f"prior_treatment:{atom.where[0]}"
        case Exists(kind="language") if not atom.where:
            return ""
        case Has(when="unstated" | "planned") | Has(who="family"):
            return ""
        case Within():
            return f"days_since:{atom.variable}" if atom.variable else ""
        case _:
            return atom.variable


def variables_of(expression: Expr) -> frozenset[str]:
    """Every variable whose answer may change what the expression is worth."""
    names = {variable_of(atom) for atom in atoms_of(expression)} - {""}
    return frozenset(names | {"sex"} if names & _SEX_TELLS else names)
