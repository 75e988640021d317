"""Findings of the normalised text ─▶ **their words as the registry writes them** ─▶ own_words."""

from msgspec import structs

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import AnyOf, Expr, Has, Not
from trialway.criteria.normalised_text import NormalisedText


def in_source_words(source: str, folded: NormalisedText, one: RuleMatch) -> RuleMatch:
    """A finding of the normalised text with its words as the registry writes them."""
    if one.kind != "allergy":
        return one
    return structs.replace(one, expression=_rewritten(source, folded, one, one.expression))


def _rewritten(source: str, folded: NormalisedText, one: RuleMatch, expression: Expr) -> Expr:
    match expression:
        case Not(part=part):
            return Not(part=_rewritten(source, folded, one, part))
        case AnyOf(parts=parts):
            return AnyOf(parts=tuple(_rewritten(source, folded, one, part) for part in parts))
        case Has(words=words) if (place := folded.text.find(words, one.start, one.end)) >= 0:
            begin, end = folded.span(place, place + len(words))
            return structs.replace(expression, words=" ".join(source[begin:end].split()))
        case _:
            return expression
