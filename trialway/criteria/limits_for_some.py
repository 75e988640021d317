"""The limits of one measure for different people ─▶ **one: kept, failed or unknown** ─▶ exceptions."""

from trialway.criteria.expressions import All, AnyOf, Compare, Exists, Expr, Has, Unread, atoms_of


def variables_of_limits(expression: Expr) -> frozenset[str]:
    """What an expression measures; conditions such as "with liver metastases" are left out."""
    return frozenset(
        atom.variable for atom in atoms_of(expression) if not isinstance(atom, Exists | Has) and atom.variable
    )


def collect_limits(expression: Expr, limits: dict[str, list[Expr]]) -> None:
    """Adds every limit of an expression to those of its variable; a range is one limit."""
    variables = variables_of_limits(expression)
    if len(variables) == 1 and not _has_alternatives(expression):
        (variable,) = variables
        plain = _without_condition(expression)
        if variable in limits and plain not in limits[variable]:
            limits[variable].append(plain)
    elif isinstance(expression, All | AnyOf):
        for part in expression.parts:
            collect_limits(part, limits)


def _has_alternatives(expression: Expr) -> bool:
    if isinstance(expression, AnyOf):
        return True
    return isinstance(expression, All) and any(_has_alternatives(part) for part in expression.parts)


def _without_condition(expression: Expr) -> Expr:
    """ "With liver metastases, ≤ 5 × ULN" without its condition."""
    if not isinstance(expression, All):
        return expression
    parts = tuple(part for part in expression.parts if not isinstance(part, Exists | Has))
    return parts[0] if len(parts) == 1 else All(parts=parts)


def loosened(expression: Expr, limits: dict[str, list[Expr]], words: str) -> Expr:
    """The expression with every measure in ``limits`` judged by all its limits; without a second limit, or
    with two ends of a range, it is unread."""
    variables = variables_of_limits(expression)
    if variables == {"karnofsky", "lansky"}:
        # One scale for adults and one for children: that is said by "either" already.
        return expression
    if len(variables) > 1 and isinstance(expression, All | AnyOf):
        parts = tuple(loosened(part, limits, words) for part in expression.parts)
        return All(parts=parts) if isinstance(expression, All) else AnyOf(parts=parts)
    if not variables & limits.keys():
        return expression
    mine = tuple(limits[next(iter(variables))]) if len(variables) == 1 else ()
    if len(mine) < 2 or not _one_sided(mine):
        return Unread(words=words)
    # Yes where every limit is kept, no where every one is failed, else unknown.
    unknown = Unread(words=words)
    return AnyOf(parts=(All(parts=mine), *(All(parts=(unknown, limit)) for limit in mine)))


def _one_sided(limits: tuple[Expr, ...]) -> bool:
    """Whether several limits can be for different people: "> 18.5" and "< 35" are one range."""
    signs = {limit.sign[0] for limit in limits if isinstance(limit, Compare)}
    return len(signs) < 2
