"""One resource of a patient's Bundle ─▶ **facts**: the name of a question, a value, where it stood and of
which day."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from trialway.interop.fhir_codes import (
    DISTANT_BLOCKS,
    DISTANT_METASTASES,
    HER2_SCORES,
    ILLNESSES,
    MARKERS,
    MEASURED,
    METASTASES_CATEGORIES,
    METASTASES_CATEGORY,
    PREGNANCY,
    PREGNANT,
    RADIOTHERAPY,
    SCORES,
    STATES,
    UNITS,
    Code,
)  # fmt: skip

Resource = Mapping[str, Any]
_VOID = frozenset(
    ("entered-in-error", "cancelled", "not-done", "not-taken", "draft", "unknown", "registered")
)
# "Trastuzumab 150 MG Injection": the name stands before the first number.
_NAME = re.compile(r"[^\d,(\[]{3,60}")


# "cM0", "AJCC pM1a".
_M = re.compile(r"\b[cpy]{0,2}M(?P<category>[01])[a-d]?(?![A-Za-z0-9])")
# Days for which a staging without distant metastases is believed.
_FRESH = 183


class Fact(Struct, frozen=True):
    """``day`` is an ISO date, "" when none is stated; later ones compare greater."""

    name: str
    value: str
    expression: str
    day: str = ""


class NotRead(Exception):
    """``path`` follows the resource's own: ``.code``."""

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__(reason)
        self.path = path


def _patient(place: str, resource: Resource, today: dt.date) -> Iterator[Fact]:
    if resource.get("gender") in ("female", "male"):
        yield Fact("sex", resource["gender"], f"{place}.gender")
    born = resource.get("birthDate")
    if not born:
        return
    if len(born) < 10:
        raise NotRead("A date of birth without its day gives no certain age.", ".birthDate")
    yield Fact("age", _age(dt.date.fromisoformat(born), today), f"{place}.birthDate")


def _age(born: dt.date, today: dt.date) -> str:
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    return f"{months // 12} year" if months >= 24 or months < 0 else f"{months} month"


def _condition(place: str, resource: Resource, today: dt.date) -> Iterator[Fact]:
    status = {code for _, code in _codes(resource.get("verificationStatus"))}
    if status & _VOID:
        return
    names = [ILLNESSES[code] for code in _codes(resource.get("code")) if code in ILLNESSES]
    yield from (Fact(name, "no" if "refuted" in status else "yes", f"{place}.code") for name in names[:1])
    if "refuted" not in status:
        # Who has an illness is no healthy volunteer, whichever it is.
        yield Fact("healthy_volunteer", "no", f"{place}.code")
        if any(map(_is_distant, _codes(resource.get("code")))) and not _is_over(resource):
            # Of today: no earlier staging undoes it.
            yield Fact("spread", "yes", f"{place}.code", today.isoformat())


def _is_distant(code: Code) -> bool:
    """Whether a code names a metastasis at a distance; one in lymph nodes may be near."""
    system, value = code
    return code in DISTANT_METASTASES or ("/icd-10" in system and value[:3] in DISTANT_BLOCKS)


def _is_over(resource: Resource) -> bool:
    states = {code for _, code in _codes(resource.get("clinicalStatus"))}
    return bool(states & {"inactive", "remission", "resolved"})


def _observation(place: str, resource: Resource, today: dt.date) -> Iterator[Fact]:
    if resource.get("status") in _VOID:
        return
    for code in _codes(resource.get("code")):
        if code in METASTASES_CATEGORY:
            yield _metastases(place, resource, today)
            return
        for table, read in _READERS:
            if code in table:
                yield Fact(table[code], *read(place, resource, table[code]), _day(resource))
                return
    raise NotRead(f"No rule is checked against {_named(resource.get('code'))}.", ".code")


def _score(place: str, resource: Resource, _: str) -> tuple[str, str]:
    value = resource.get("valueInteger", (resource.get("valueQuantity") or {}).get("value"))
    if value is None:
        raise NotRead("The score is not a number.", ".value")
    return f"{value:g}", f"{place}.value"


def _marker(place: str, resource: Resource, name: str) -> tuple[str, str]:
    for path in ("valueCodeableConcept", "interpretation"):
        concepts = resource.get(path) or []
        for concept in concepts if isinstance(concepts, list) else [concepts]:
            states = [STATES[code] for code in _codes(concept) if code in STATES]
            if states:
                return states[0], f"{place}.{path.replace('valueCodeableConcept', 'value')}"
    score = (
        resource.get("valueString") or (resource.get("valueCodeableConcept") or {}).get("text") or ""
    ).strip()
    if name == "her2" and score in HER2_SCORES:
        return HER2_SCORES[score], f"{place}.value"
    raise NotRead("The result is none that we know as positive or negative.", ".value")


def _metastases(place: str, resource: Resource, today: dt.date) -> Fact:
    """M1 holds from then on; M0 only says how it was, and counts while it is fresh."""
    category = _category(resource.get("valueCodeableConcept") or {})
    if category == "1":
        return Fact("spread", "yes", f"{place}.value", today.isoformat())
    day = _day(resource)
    if category != "0":
        raise NotRead("The category of distant metastases is neither M0 nor M1.", ".value")
    if len(day) < 10 or (today - dt.date.fromisoformat(day)).days > _FRESH:
        raise NotRead(
            "M0 tells how it was on a day; this one is older than half a year, or has none.", ".value"
        )
    return Fact("spread", "no", f"{place}.value", day)


def _category(concept: Resource) -> str:
    for code in _codes(concept):
        if code in METASTASES_CATEGORIES:
            return METASTASES_CATEGORIES[code]
    words = [concept.get("text"), *(each.get("display") for each in concept.get("coding") or ())]
    found = [match for each in words if (match := _M.search(each or ""))]
    return found[0]["category"] if found else ""


def _pregnancy(place: str, resource: Resource, _: str) -> tuple[str, str]:
    for code in _codes(resource.get("valueCodeableConcept")):
        if code in PREGNANT:
            return PREGNANT[code], f"{place}.value"
    raise NotRead("The pregnancy status is none that we know.", ".value")


def _quantity(place: str, resource: Resource, _: str) -> tuple[str, str]:
    quantity = resource.get("valueQuantity") or {}
    value, unit = quantity.get("value"), UNITS.get(str(quantity.get("code") or quantity.get("unit")))
    if value is None or unit is None:
        raise NotRead("The result has no number with a unit that we know.", ".value")
    return f"{_plain(value)} {unit}{_limit(resource, unit)}", f"{place}.value"


def _limit(resource: Resource, unit: str) -> str:
    high: Resource = next(
        (each["high"] for each in resource.get("referenceRange") or [] if "high" in each), {}
    )
    same = UNITS.get(str(high.get("code") or high.get("unit"))) == unit
    return f" limit {_plain(high['value'])}" if same and high.get("value") else ""


def _plain(value: float) -> str:
    """Without an exponent: ``1234.5``."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


_READERS: tuple[tuple[Mapping[Code, str], Callable[[str, Resource, str], tuple[str, str]]], ...] = (
    (SCORES, _score),
    (MARKERS, _marker),
    ({PREGNANCY: "pregnant"}, _pregnancy),
    (MEASURED, _quantity),
)


def _medication(place: str, resource: Resource, _: dt.date) -> Iterator[Fact]:
    """Only what was taken or is being taken; a plan is no treatment."""
    if resource.get("status") in _VOID or resource.get("intent") in ("proposal", "plan"):
        return
    concept = resource.get("medicationCodeableConcept")
    found = _NAME.match(_named(concept, quoted=False)) if concept else None
    if found is None:
        raise NotRead("The medicine has no name here.", ".medication")
    yield Fact(f"prior_treatment:{found[0].strip().lower()}", "yes", f"{place}.medication")


def _procedure(place: str, resource: Resource, today: dt.date) -> Iterator[Fact]:
    if resource.get("status") in _VOID | {"preparation"}:
        return
    done = (resource.get("performedDateTime") or (resource.get("performedPeriod") or {}).get("end") or "")[
        :10
    ]
    if not set(_codes(resource.get("code"))) & RADIOTHERAPY:
        raise NotRead(f"No rule is checked against {_named(resource.get('code'))}.", ".code")
    yield Fact("prior_treatment:radiotherapy", "yes", f"{place}.code")
    if len(done) == 10:
        ago = (today - dt.date.fromisoformat(done)).days
        yield Fact("days_since:radiotherapy", f"{ago} day", f"{place}.performed", done)


def _codes(concept: Any) -> list[Code]:
    return [(each.get("system", ""), each.get("code", "")) for each in (concept or {}).get("coding") or []]


def _named(concept: Any, *, quoted: bool = True) -> str:
    """A concept as a person reads it: its text, or the display or code of its first coding."""
    first: Resource = next(iter((concept or {}).get("coding") or []), {})
    name = (
        (concept or {}).get("text") or first.get("display") or first.get("code") or "something without a name"
    )
    return f"“{name[:80]}”" if quoted else str(name)


def _day(resource: Resource) -> str:
    period = resource.get("effectivePeriod") or {}
    return str(resource.get("effectiveDateTime") or period.get("end") or resource.get("issued") or "")[:10]


FACTS: Mapping[str, Callable[[str, Resource, dt.date], Iterator[Fact]]] = {
    "Patient": _patient,
    "Condition": _condition,
    "Observation": _observation,
    "MedicationRequest": _medication,
    "MedicationAdministration": _medication,
    "MedicationStatement": _medication,
    "Procedure": _procedure,
}
