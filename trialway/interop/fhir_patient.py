"""A FHIR R4 Bundle about a patient (mCODE or plain) ─▶ **what it says**, in the same words as answers:
``age=62``.

Of two results of a test the later counts. What contradicts itself is refused with the element; what is not
known is listed, and counts as not said.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from trialway.errors import TrialwayError
from trialway.fit.parse_answers import (
    GivenAnswer,
    InvalidAnswer,
    parse_answer,
    quote_value,
)
from trialway.interop.fhir_facts import FACTS, Fact, NotRead

LARGEST = 2 * 1024 * 1024
MOST_ENTRIES = 2000
# What carries no fact about the patient.
_SILENT = frozenset(("Organization", "Practitioner", "PractitionerRole", "Specimen", "Encounter", "Group"))


class NotABundle(TrialwayError):
    """``expression`` is the FHIRPath of the element that is wrong; ``code`` FHIR's kind of issue."""

    exit_code = 3

    def __init__(self, sentence: str, expression: str = "Bundle", code: str = "invalid") -> None:
        super().__init__(sentence)
        self.expression, self.code = expression, code


class Unknown(Struct, frozen=True):
    """An element that was not read, and why."""

    expression: str
    reason: str


class Patient(Struct, frozen=True):
    said: tuple[GivenAnswer, ...]
    unknown: tuple[Unknown, ...]


def read_patient(body: bytes, today: dt.date) -> Patient:
    """NotABundle with a sentence and the element for what is none, too large, or contradicts itself."""
    resources = _resources(body)
    facts: list[Fact] = []
    unknown: list[Unknown] = []
    for place, resource in resources:
        try:
            facts += _facts(place, resource, today)
        except NotRead as reason:
            unknown.append(Unknown(f"{place}{reason.path}", str(reason)))
    _check_patients(resources)
    said = [_said(fact) for fact in _latest(facts)]
    _check_sex(said, facts)
    return Patient(tuple(said), tuple(unknown))


def _resources(body: bytes) -> list[tuple[str, Mapping[str, Any]]]:
    """Each resource with its FHIRPath."""
    if len(body) > LARGEST:
        raise NotABundle(
            f"The Bundle is larger than {LARGEST:,} bytes; send only what is needed.", code="too-long"
        )
    try:
        raw = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise NotABundle("This is not JSON; send a FHIR R4 Bundle as JSON.", code="structure") from None
    if not isinstance(raw, dict) or raw.get("resourceType") != "Bundle":
        raise NotABundle("This is not a FHIR Bundle; send one with resourceType Bundle.", code="structure")
    entries = raw.get("entry") or []
    if isinstance(entries, list) and len(entries) > MOST_ENTRIES:
        raise NotABundle(
            f"The Bundle has {len(entries):,} entries; at most {MOST_ENTRIES:,} are read.",
            "Bundle.entry",
            "too-long",
        )
    return [
        (f"Bundle.entry[{number}].resource", entry["resource"])
        for number, entry in enumerate(_validated(raw).get("entry", ()))
        if "resource" in entry
    ]


def _validated(raw: dict[str, Any]) -> dict[str, Any]:
    """As FHIR R4 has it: a number that was written as text is a number."""
    from fhir.resources.R4B.bundle import Bundle  # half a second, needed only here
    from pydantic import ValidationError

    try:
        valid: dict[str, Any] = msgspec.json.decode(Bundle.model_validate(raw).model_dump_json())
    except ValidationError as invalid:
        first = invalid.errors(include_url=False, include_input=False, include_context=False)[0]
        sentence = f"The Bundle is not valid FHIR R4: {first['msg']}"
        raise NotABundle(sentence, _path(first["loc"]), "structure") from None
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        # The library lets these through for a resourceType that is none.
        raise NotABundle(
            "An entry has a resourceType that FHIR R4 does not know.", "Bundle.entry.resource", "structure"
        ) from None
    return valid


def _path(places: tuple[int | str, ...]) -> str:
    return "Bundle" + "".join(f"[{place}]" if isinstance(place, int) else f".{place}" for place in places)


def _facts(place: str, resource: Mapping[str, Any], today: dt.date) -> Iterator[Fact]:
    kind = str(resource.get("resourceType"))
    read: Callable[..., Iterator[Fact]] | None = FACTS.get(kind)
    if read is None:
        if kind in _SILENT:
            return
        raise NotRead(f"No rule is checked against a {kind}.")
    yield from read(place, resource, today)


def _latest(facts: list[Fact]) -> Iterator[Fact]:
    """Of each question the latest fact; two of the same day must agree."""
    best: dict[str, Fact] = {}
    for fact in facts:
        held = best.get(fact.name)
        if held is None or fact.day > held.day:
            best[fact.name] = fact
        elif fact.day == held.day and fact.value != held.value:
            raise NotABundle(
                f"{fact.name} is both {quote_value(held.value)} and {quote_value(fact.value)}, and neither "
                "is later; leave one of them out, or state when each was found.",
                fact.expression,
                "business-rule",
            )
    yield from best.values()


def _said(fact: Fact) -> GivenAnswer:
    try:
        return parse_answer(f"{fact.name}={fact.value}")
    except InvalidAnswer as problem:
        raise NotABundle(str(problem), fact.expression, "value") from None


def _check_patients(resources: list[tuple[str, Mapping[str, Any]]]) -> None:
    patients = [place for place, resource in resources if resource.get("resourceType") == "Patient"]
    if len(patients) > 1:
        raise NotABundle("The Bundle is about two patients; send one Patient.", patients[1], "business-rule")


def _check_sex(said: list[GivenAnswer], facts: list[Fact]) -> None:
    values = {each.question.name: each.value for each in said}
    if values.get("sex") == "male" and values.get("pregnant") == "yes":
        place = next(fact.expression for fact in facts if fact.name == "pregnant")
        raise NotABundle(
            "A male patient is said to be pregnant; correct one of the two.", place, "business-rule"
        )
