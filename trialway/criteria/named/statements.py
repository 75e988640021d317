"""Names with the words around them ─▶ **findings**: "no history of severe asthma" is not(has(asthma), ever,
severe) ─▶ build_expression.

What is said of a name is known only where every word before it is: else the name is found, and stays open.
"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from trialway.criteria.cues import RuleMatch, clause_start
from trialway.criteria.expressions import Exists, Expr, Has, Kind, Not, atoms_of
from trialway.criteria.named.claims import CriterionWords, is_open
from trialway.criteria.named.leads import FARTHEST, LISTING, OR, Lead, read_lead
from trialway.criteria.named.mentions import Named
from trialway.criteria.named.tails import (
    end_of_denial,
    end_with_short_form,
    exceptions_in,
    is_beside,
    qualifier_behind,
    sentence_end,
)
from trialway.criteria.normalised_text import NormalisedText

When = Literal["now", "ever", "past", "planned", "unstated"]
IN_A_TIME = "within a time"
WITH_EXCEPTIONS = "with exceptions"
_OF_SPREAD = frozenset(
    f"stage:{name}"
    for name in ("0", "i", "ii", "iii", "iv", "early", "advanced", "metastatic", "locally-advanced")
)
_VACCINES = ("vaccin", "immunis", "immuniz")
_OWN_TIME = frozenset(("now", "ever", "past", "planned", "taking", "done"))


class _Said(Struct, frozen=True):
    """What the words around a name say of it; carried on to the next of a list, of ``where`` what is in
    ``carried``. ``end`` is where it ends."""

    end: int
    kind: Kind
    denied: bool
    when: When
    family: bool
    where: tuple[str, ...]
    perhaps: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    example: bool = False


def named_findings(
    source: str, folded: NormalisedText, named: Sequence[Named], others: Sequence[RuleMatch]
) -> list[RuleMatch]:
    """A finding for each name that no other reader took; ``others`` are what those found."""
    if not named:
        return []
    criterion = CriterionWords(
        source,
        folded,
        others,
        [(one.start, one.end) for one in others],
        [one.start for one in others if one.kind == "time window"],
        exceptions_in(folded.text),
        [place for word in _VACCINES if (place := folded.text.find(word)) >= 0],
    )
    found: list[RuleMatch] = []
    last: _Said | None = None
    spread = any(one.kind == "cancer spread" for one in others)
    for one in named:
        # Another word for the spread that was read: "stage IV (metastatic) breast cancer".
        if spread and one.concept in _OF_SPREAD:
            continue
        if (found and one.end <= found[-1].end) or _is_taken(one, criterion.taken):
            continue
        match, last = _finding(criterion, one, last)
        found.append(match)
    return found


def _is_taken(one: Named, taken: list[tuple[int, int]]) -> bool:
    for start, end in taken:  # noqa: SIM110 - a loop costs half of what any() does
        if one.start < end and start < one.end:
            return True
    return False


def _finding(criterion: CriterionWords, one: Named, last: _Said | None) -> tuple[RuleMatch, _Said]:
    text = criterion.folded.text
    before = _lead_start(criterion, one, last)
    lead = read_lead(text[before : one.start])
    beside = last if last and before == last.end else None
    known = lead.clean and not is_open(criterion, one, lead, (beside.end, beside.kind) if beside else None)
    said = _said(criterion, one, lead, beside, known=known)
    start = one.start + (lead.start if known else 0)
    narrowed, perhaps = (
        _narrowed(criterion, one, said.end) if criterion.windows or criterion.exceptions else ((), ())
    )
    atom = Has(
        kind=one.kind,
        variable=f"{one.kind}:{one.concept}" if one.concept and not lead.other_way else "",
        words=_words(criterion, one, start, lead),
        where=said.where + narrowed,
        perhaps=said.perhaps + perhaps,
        when=said.when,
        who="family" if said.family else "patient",
    )
    expression: Expr = Not(part=atom) if said.denied else atom
    return RuleMatch(start, said.end, one.kind, expression, () if known else ((one.start, one.end),)), said


def _lead_start(criterion: CriterionWords, one: Named, last: _Said | None) -> int:
    """Where the words begin that may be said of a name: behind the last name, finding or clause."""
    start = max(clause_start(criterion.folded.text, one.start), one.start - FARTHEST, last.end if last else 0)
    for _, end in criterion.taken:
        if start < end <= one.start:
            start = end
    return start


def _said(criterion: CriterionWords, one: Named, lead: Lead, last: _Said | None, *, known: bool) -> _Said:
    text = criterion.folded.text
    end = one.end if qualifier_behind(text, one.end) else end_with_short_form(text, one.end)
    denied, where = known and "no" in lead.classes, lead.words if known else ()
    when: When = _when(lead.classes, one.kind) if known else "unstated"
    family = "family" in lead.classes
    perhaps: tuple[str, ...] = ()
    if known and last and last.kind == one.kind and lead.joiner and last.when != "unstated":
        # The words before a list hold for all of it: "No history of severe asthma, COPD or stroke".
        own = not _OWN_TIME.isdisjoint(lead.classes)
        denied = denied or (last.denied and not (own and lead.joiner == "and"))
        when = when if own else last.when
        family = family or last.family
        perhaps = () if where else last.carried
    elif known and last and last.kind == "stage" and not lead.start:
        # "No history of metastatic breast cancer": what is said of the stage is said of the illness.
        denied, when, family = last.denied, last.when, last.family
    elif known and lead.joiner and not where:
        perhaps = _of_an_infection(criterion, one)
    if known and (behind := qualifier_behind(text, end)):
        word, end = behind
        where += (word,)
    if denial := end_of_denial(text, end):
        denied, end = not denied, denial
    carried = (lead.carried if known and lead.words else where) or perhaps
    example = _is_example(text[last.end : one.start], lead, last) if last else False
    if example and not denied:
        # It says what is meant, and asks for nothing itself.
        when = "unstated"
    return _Said(end, one.kind, denied, when, family, where, perhaps, carried, example)


def _is_example(between: str, lead: Lead, last: _Said) -> bool:
    """Whether the name is an example of the one before it, or goes on with its examples."""
    if lead.joiner and lead.joiner not in LISTING:
        return True
    return last.example and bool(lead.joiner) and ")" not in between


def _of_an_infection(criterion: CriterionWords, one: Named) -> tuple[str, ...]:
    """ "Active hepatitis B or tuberculosis": what narrows an infection that another reader took."""
    begin = _lead_start(criterion, one, None)
    before = [other for other in criterion.others if other.kind == "infection" and other.end == begin]
    atoms = [atom for other in before for atom in atoms_of(other.expression)]
    return tuple(word for atom in atoms if isinstance(atom, Exists) for word in atom.where)


def _when(classes: frozenset[str], kind: Kind) -> When:
    """When it is: a medicine or a procedure that is only named may be meant for any time."""
    if "may" in classes:
        return "unstated"
    if "planned" in classes:
        return "planned"
    if "ever" in classes or "past" in classes:
        return "past" if "ever" not in classes and kind == "condition" else "ever"
    if kind in ("condition", "stage"):
        return "now"
    if "done" in classes:
        return "ever"
    taken = classes & {"taking", "on"} or (kind == "medicine" and "needed" in classes)
    return "now" if taken else "unstated"


def _words(criterion: CriterionWords, one: Named, start: int, lead: Lead) -> str:
    """The name as the registry writes it, with the words before it that narrow it: "severe asthma"."""
    folded = criterion.folded
    first = one.start
    for word in (*lead.words, lead.other_way) if lead.other_way else lead.words:
        place = folded.text.find(word.split(OR)[0], start, one.start)
        if 0 <= place < first:
            first = place
    begin, end = folded.span(first, one.end)
    words = criterion.source[begin:end]
    return words if words.isalnum() else " ".join(words.split())


def _narrowed(
    criterion: CriterionWords, one: Named, said_until: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words for what narrows the name, and for what narrows its sentence and perhaps the name: a time, an
    exception behind it."""
    text = criterion.folded.text
    begin, end = clause_start(text, one.start), sentence_end(text, one.end)
    timed = [window for window in criterion.windows if begin <= window < end]
    excepted = any(one.end <= place < end for place, _ in criterion.exceptions)
    own = any(window >= one.end and is_beside(text[said_until:window]) for window in timed)
    perhaps = (IN_A_TIME,) if timed and not own else ()
    return (IN_A_TIME,) * own + (WITH_EXCEPTIONS,) * excepted, perhaps
