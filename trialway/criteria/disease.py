"""The markers and the spread that an inclusion criterion asks for ─▶ **one expression** ─▶ build_expression.

"Histologically confirmed HER2-positive locally advanced or metastatic breast cancer" has words that are
not read, but all of them only narrow: whoever has another marker does not fit, whatever they mean. Where a
word could open another way in, nothing is concluded from the rest.
"""

from collections.abc import Sequence
from itertools import pairwise

from trialway.criteria.cues import RuleMatch
from trialway.criteria.disease_rules import DISEASE_RULES
from trialway.criteria.expressions import All, Among, AnyOf, Expr, Not
from trialway.criteria.stop_words import STOP_WORDS, word_spans

DISEASE = frozenset(("biomarker", "cancer spread"))
_FAMILIES = {"er": "receptor", "pr": "receptor", "hormone_receptor": "receptor"}
_FAMILIES |= dict.fromkeys(("her2", "triple_negative", "pd_l1", "msi", "brca", "spread"), "")
# Words of a diagnosis: each of them only narrows. Between those of the first line "or" may stand.
_SETTING_WORDS = """advanced metastatic recurrent unresectable inoperable relapsed locally early invasive
inflammatory histologically histological cytologically cytological pathologically pathological
histopathologically ductal lobular fish ish ihc immunohistochemistry stage stages i ii iii iv iia iib iiia
iiib iiic women men female male females males"""
_DIAGNOSIS_WORDS = """cancer cancers carcinoma carcinomas adenocarcinoma tumor tumors tumour tumours
malignancy neoplasm disease breast lung colon rectal colorectal prostate gastric ovarian melanoma nsclc cell
non-small-cell non-small squamous non-squamous bc mbc labc tnbc primary infiltrating newly unilateral
confirmed diagnosis histology pathology hybridization fluorescence situ solid adult clinical ajcc tnm uicc
edition manual staging"""
_SETTING = frozenset(_SETTING_WORDS.split())
_NARROWING = STOP_WORDS | _SETTING | frozenset(_DIAGNOSIS_WORDS.split())
# Before what was found they only address the reader; after it they ask more of those who have it.
_ADDRESSING = frozenset(("must", "should", "will", "shall", "who", "whose", "which", "that", "you", "adults"))
_DENYING = frozenset(("no", "not", "without", "absence"))
_OR = frozenset(("or", "and/or"))
_EDITION = DISEASE_RULES["disease.edition"]
_TESTED = DISEASE_RULES.any_of("disease.tested.")
_CLAUSE = DISEASE_RULES.any_of("disease.clause.")
_WIDENS = DISEASE_RULES.any_of("disease.widens.")
_SPREADS = DISEASE_RULES["disease.other-spread"]
_DEMANDS_MORE = DISEASE_RULES["disease.demands-more"]
_NONE = DISEASE_RULES["disease.none"]
_POSITIVE = DISEASE_RULES["disease.positive"]


def only_of_some(text: str, found: Sequence[RuleMatch]) -> bool:
    """Whether more is asked only of those with the disease: "Patients with HER2-positive tumours must have
    an LVEF ≥ 50 %"."""
    return any(one.kind in DISEASE and _DEMANDS_MORE.search(text, one.end) for one in found)


def only_narrowed(text: str, found: Sequence[RuleMatch]) -> bool:
    """Whether all words around the findings on a disease can only narrow it."""
    ordered = sorted(found, key=lambda one: one.start)
    ends = [0, *(one.end for one in ordered)]
    starts = [*(one.start for one in ordered), len(text)]
    pieces = [text[end : max(end, start)] for end, start in zip(ends, starts, strict=True)]
    if any(is_vague(text, one) for one in found):
        return False
    if any(one.kind == "cancer spread" for one in found) and any(map(_SPREADS.search, pieces)):
        return False
    last = _CLAUSE.search(pieces[-1])
    if last:
        if _WIDENS.search(pieces[-1], last.start()):
            return False
        pieces[-1] = pieces[-1][: last.start()]
    first, *rest = (word_spans(_TESTED.sub(" ", piece)) for piece in pieces)
    # "No" is in what was found: "EGFR-negative".
    passed = _ADDRESSING if any(map(_is_positive, found)) else _ADDRESSING | _DENYING
    return _narrow([word for word in first if word not in passed]) and all(
        set(words) <= _JOINING or _narrow(words) for words in rest
    )


def is_vague(text: str, one: RuleMatch) -> bool:
    """Whether the threshold for positive is left open: "PD-L1 expression ≥ 50 %"."""
    return _variable(one) == "pd_l1" and not _POSITIVE.search(text, one.start, one.end)


_JOINING = _OR | {"and", "+", "&"}


def _narrow(words: list[str]) -> bool:
    """Whether words only narrow; "or" is allowed between two words for the state of a cancer."""
    others = (word for word in words if word not in _OR and word != "and")
    return not _opens(words) and all(
        (word in _NARROWING and word not in _ADDRESSING) or _EDITION.fullmatch(word) for word in others
    )


def _opens(words: list[str]) -> bool:
    """Whether there is an "or" other than between two words for the state of a cancer."""
    places = (place for place, word in enumerate(words) if word in _OR)
    return any(
        len(near := words[max(0, place - 1) : place + 2]) < 3 or not _SETTING.issuperset((near[0], near[-1]))
        for place in places
    )


def disease_of(text: str, found: Sequence[RuleMatch]) -> Expr | None:
    """Markers and spread as one expression; None when it is unclear how they are joined.

    "ER+ and/or PR+, HER2-" asks for one receptor, and for no HER2; "EGFR mutation and ALK rearrangement"
    may mean either.
    """
    groups: list[list[RuleMatch]] = [[found[0]]]
    for left, right in pairwise(found):
        gap = text[left.end : max(left.end, right.start)]
        same_family = _family(left) == _family(right)
        either = _opens(word_spans(_TESTED.sub(" ", gap)))
        if either and not same_family:
            return AnyOf(parts=tuple(one.expression for one in found)) if _is_list(text, found) else None
        listed = "," in gap and "and" not in word_spans(gap)
        if (same_family and either) or (
            (same_family or listed) and _is_positive(left) and _is_positive(right)
        ):
            groups[-1].append(right)
        else:
            groups.append([right])
    parts = tuple(_either(text, group) for group in groups)
    return parts[0] if len(parts) == 1 else All(parts=parts)


def _is_list(text: str, found: Sequence[RuleMatch]) -> bool:
    gaps = (text[left.end : max(left.end, right.start)] for left, right in pairwise(found))
    return all(set(word_spans(gap)) <= _OR for gap in gaps)


def _either(text: str, group: list[RuleMatch]) -> Expr:
    expressions = tuple(dict.fromkeys(one.expression for one in group))
    if len(expressions) == 1:
        return expressions[0]
    # "No EGFR mutation or ALK rearrangement": neither.
    neither = _NONE.search(text, 0, group[0].start + 4) and not any(map(_is_positive, group))
    return All(parts=expressions) if neither else AnyOf(parts=expressions)


def _family(one: RuleMatch) -> str:
    name = _variable(one)
    # Genes that drive a tumour are listed as alternatives.
    return _FAMILIES.get(name, "driver") or name


def _variable(one: RuleMatch) -> str:
    state = one.expression.part if isinstance(one.expression, Not) else one.expression
    return state.variable if isinstance(state, Among) else ""


def _is_positive(one: RuleMatch) -> bool:
    return isinstance(one.expression, Among) and one.expression.values == ("positive",)
