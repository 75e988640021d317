"""FHIR's way to say what was wrong with what was sent: sentence and element ─▶ **OperationOutcome**."""

import msgspec


def outcome_json(sentence: str, expression: str = "", code: str = "invalid") -> bytes:
    """``expression`` is the FHIRPath of the element: ``Bundle.entry[2].resource.birthDate``."""
    issue: dict[str, object] = {"severity": "error", "code": code, "diagnostics": sentence}
    if expression:
        issue["expression"] = [expression]
    return msgspec.json.encode({"resourceType": "OperationOutcome", "issue": [issue]})
