"""The treatments that a phrase names, each with the noun that the list shares: phrase ─▶ **names** ─▶
prior_treatment.

"PI3K/AKT/mTOR inhibitors" are three treatments, "inhibitors" alone is none; a list with an illness in it
is no list of treatments.
"""

from collections.abc import Sequence

from trialway.concepts.concept import Kind
from trialway.concepts.concept_list import shipped_concepts
from trialway.criteria.readers.treatment_name_rules import TREATMENT_NAMES

_GENERIC = TREATMENT_NAMES["treatment.generic"]
_HEAD = TREATMENT_NAMES["treatment.head"]
_HEAD_BEFORE = TREATMENT_NAMES["treatment.head-before"]
_TARGET = TREATMENT_NAMES["treatment.target"]
_KIND = TREATMENT_NAMES["treatment.kind"]
_ORGAN = TREATMENT_NAMES["treatment.organ"]
_ILLNESSES: frozenset[Kind] = frozenset(("condition", "symptom"))


def whole_names(words: str, names: Sequence[str]) -> list[str]:
    """``names``, cut from ``words`` at the marks of a list: without general words ("inhibitors"), each with
    the noun that it shares with those behind it, or with one in front of "such as"."""
    kept = [name for name in names if not is_generic(name)]
    before = _head_before(words)
    whole: list[str] = []
    shared = ""
    for name in reversed(kept):
        found = _HEAD.search(name)
        if found:
            shared = name
            whole.append(name)
        elif _is_bare(name) and (shared or before):
            whole.append(_with_noun(name, shared, before))
            # "Inhibitors" of several are one inhibitor each.
            if shared in whole:
                whole[whole.index(shared)] = _singular(shared)
        else:
            whole.append(name)
    return list(dict.fromkeys(reversed(whole)))


def is_generic(name: str) -> bool:
    """Whether a name is a word for treatments of any kind."""
    return bool(_GENERIC.search(name))


def names_illness(names: Sequence[str]) -> bool:
    """Whether one of the names is an illness or a complaint by the list of concepts."""
    concepts = shipped_concepts()
    return any(concepts.exactly(name, _ILLNESSES) is not None for name in names)


def _is_bare(name: str) -> bool:
    return bool(_TARGET.search(name) or _KIND.search(name) or _ORGAN.search(name))


def _with_noun(name: str, shared: str, before: str) -> str:
    """ "Allogeneic" and "autologous bone marrow transplant" share three words, "heart" and "lung transplant"
    one."""
    found = _HEAD.search(shared)
    head = found["head"] if found else before
    first, _, rest = shared.partition(" ")
    alike = (_KIND.search(name) and _KIND.search(first)) or (_TARGET.search(name) and _TARGET.search(first))
    if found and alike:
        head = rest
    return f"{name} {_singular(head)}"


def _head_before(words: str) -> str:
    """The noun in front of "such as", "" without one: "inhibitors such as PI3K/AKT"."""
    found = _HEAD_BEFORE.search(words)
    return found["head"] if found else ""


def _singular(words: str) -> str:
    if words.endswith("ies"):
        return words[:-3] + "y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words
