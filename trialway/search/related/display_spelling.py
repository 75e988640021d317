"""Names as records spell them → one spelling to compare and show.

A record without headings still says ``Metastatic urothelial cancer`` or ``HS-20093 (Phase Ia: escalation)``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from trialway.registry_text.comparable import comparable
from trialway.search.language.analysis import terms

# Under these very different things are done or given.
_NO_TREATMENT = {
    "placebo", "placebos", "control", "controls", "standard of care", "standard care", "standard treatment",
    "usual care", "treatment as usual", "no intervention", "observation", "intervention", "experimental",
    "chemotherapy", "vaccine", "saline", "normal saline", "questionnaire", "questionnaires", "survey",
    "blood sample", "blood samples", "blood sampling", "blood draw", "blood test", "blood tests", "biopsy",
    "biospecimen collection", "quality-of-life assessment", "questionnaire administration",
    "laboratory biomarker analysis", "education", "data collection", "surgery", "sham", "sham control",
    "sham procedure", "device", "drug", "group a", "group b", "group 1", "group 2", "group 3",
    "not applicable", "none", "follow-up", "diagnostic test", "hematologic tests",
    "surveys and questionnaires", "blood specimen collection", "specimen handling", "therapeutics",
    "pharmaceutical preparations", "methods", "counseling", "population groups", "echocardiography",
    "transthoracic echocardiography", "electrocardiography", "electrocardiogram", "ecg",
    "magnetic resonance imaging", "mri", "cardiac mri", "computed tomography",
    "positron-emission tomography", "exercise test", "cardiopulmonary exercise test", "ultrasonography",
    "self assessment score", "quality of life", "telephone", "interviews as topic",
    "diagnostic techniques and procedures",
}  # fmt: skip
_BEHIND = re.compile(
    r"\s*[(\[,:;].*$|\s+\d[\d.,]*\s*(?:mg|mcg|µg|ug|g|kg|ml|iu|u|du|units?|%)(?!\w).*$|[®™©]",
    re.IGNORECASE | re.DOTALL,
)
# How far a disease has gone; what is left is the disease.
_HOW_FAR = re.compile(
    r"\b(?:acute|chronic|locally|advanced|metastatic|recurrent|relapsed|refractory|unresectable|resectable|early"
    r"|(?:mild|moderate|severe)(?:[- ](?:to|and)[- ](?:moderate|severe))?|(?:stage|grade) \S+|newly|diagnosed"
    r"|untreated|adult|high-risk)\b[- ]*",
    re.IGNORECASE,
)
_CANCER = {"cancer", "carcinoma", "neoplasm", "tumor", "malign"}
LONGEST = 120
# The trial that is asked for is compared with each of the others.
MOST_KEPT = 2000


@lru_cache(maxsize=MOST_KEPT)
def treatments(names: tuple[str, ...]) -> Mapping[str, str]:
    """Each treatment's name made alike → as the record has it, without dose and remarks."""
    shown = (_BEHIND.sub("", name[:LONGEST]).strip() for name in names)
    alike = ((comparable(name), name) for name in shown)
    return {key: name for key, name in alike if len(key) > 2 and tells(key)}


def tells(treatment: str) -> bool:
    """Whether two trials of a treatment of this name have more in common than that."""
    return treatment.casefold() not in _NO_TREATMENT


@lru_cache(maxsize=MOST_KEPT)
def conditions(names: tuple[str, ...]) -> Mapping[tuple[str, ...], str]:
    """Each condition's terms in any order → as the record has it."""
    return dict(_keyed(part for name in names for part in _parts(name[:LONGEST])))


@lru_cache(maxsize=MOST_KEPT)
def kinds_of_condition(names: tuple[str, ...]) -> Mapping[tuple[str, ...], str]:
    """The same without how far the disease has gone."""
    return dict(
        _keyed(_HOW_FAR.sub("", part).strip(" ,-") for name in names for part in _parts(name[:LONGEST]))
    )


def _parts(name: str) -> Iterator[str]:
    """``TNBC - Triple negative breast cancer`` and ``Heart failure (HF)`` are two names each."""
    yield from (part for part in re.split(r"\s-\s|[()]", name) if part.strip())


def _keyed(names: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    for name in names:
        words = sorted({"cancer" if term in _CANCER else term for term in terms(name)})
        # One short word is a remark, seldom a disease; of a cancer alone nothing is known.
        if words and words != ["cancer"] and len(name) > 3:
            yield tuple(words), name
