"""Codes of LOINC, SNOMED CT and UCUM ─▶ our variables, states and units, for ``fhir_patient``.

What is not here counts as unknown. LOINC is copyright Regenstrief Institute; only single codes are named.
"""

from collections.abc import Mapping

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"

Code = tuple[str, str]

SCORES: Mapping[Code, str] = {(LOINC, "89247-1"): "ecog", (LOINC, "89243-0"): "karnofsky"}
MARKERS: Mapping[Code, str] = {
    (LOINC, "85319-2"): "her2",  # presence in breast cancer specimen by immune stain
    (LOINC, "48676-1"): "her2",  # interpretation in tissue
    (LOINC, "85318-4"): "her2",  # gene amplification by FISH
    (LOINC, "85337-4"): "er",
    (LOINC, "16112-5"): "er",
    (LOINC, "85339-0"): "pr",
    (LOINC, "16113-3"): "pr",
    (LOINC, "85147-7"): "pd_l1",
}
MEASURED: Mapping[Code, str] = {
    (LOINC, code): variable
    for variable, codes in {
        "haemoglobin": "718-7",
        "platelets": "777-3 26515-7",
        "neutrophils": "751-8 26499-4",
        "white_cells": "6690-2 26464-8",
        "lymphocytes": "731-0 26474-7",
        "eosinophils": "711-2",
        "creatinine": "2160-0 14682-9",
        "bilirubin": "1975-2 14631-6",
        "alt": "1742-6",
        "ast": "1920-8",
        "alkaline_phosphatase": "6768-6",
        "albumin": "1751-7",
        "potassium": "2823-3",
        "sodium": "2951-2",
        "calcium": "17861-6",
        "inr": "6301-6",
        "hba1c": "4548-4 59261-8",
        "gfr": "33914-3 62238-1 98979-8",
        "bmi": "39156-5",
        "lvef": "10230-1",
        "ferritin": "2276-4",
        "bnp": "30934-4",
        "nt_probnp": "33762-6",
    }.items()
    for code in codes.split()
}
PREGNANCY: Code = (LOINC, "82810-3")
PREGNANT: Mapping[Code, str] = {(SNOMED, "77386006"): "yes", (SNOMED, "60001007"): "no"}
STATES: Mapping[Code, str] = {
    (SNOMED, "10828004"): "positive",
    (SNOMED, "260385009"): "negative",
    (LOINC, "LA6576-8"): "positive",
    (LOINC, "LA6577-6"): "negative",
    (INTERPRETATION, "POS"): "positive",
    (INTERPRETATION, "NEG"): "negative",
}
# The score of HER2 by immune stain; 2+ needs another test, so it says nothing.
HER2_SCORES: Mapping[str, str] = {"0": "negative", "1+": "low", "3+": "positive"}
ILLNESSES: Mapping[Code, str] = {
    (SNOMED, "86406008"): "hiv",
    (SNOMED, "66071002"): "hepatitis_b",
    (SNOMED, "50711007"): "hepatitis_c",
    (SNOMED, "94225005"): "cns_metastases",
}
# Metastases to bone, brain, liver and lung.
DISTANT_METASTASES: frozenset[Code] = frozenset(
    (SNOMED, code) for code in ("94222008", "94225005", "94381002", "94391008")
)
# Blocks of ICD-10 and ICD-10-CM for metastases elsewhere than in lymph nodes.
DISTANT_BLOCKS = frozenset(("C78", "C79"))
METASTASES_CATEGORY: frozenset[Code] = frozenset(((LOINC, "21907-1"), (LOINC, "21901-4")))
METASTASES_CATEGORIES: Mapping[Code, str] = {(SNOMED, "1229901006"): "0", (SNOMED, "1229903009"): "1"}
RADIOTHERAPY: frozenset[Code] = frozenset(
    ((SNOMED, "108290001"), (SNOMED, "1217123003"), (SNOMED, "1222565005"))
)
UNITS: Mapping[str, str] = {
    "10*9/L": "10^9/L",
    "10*3/uL": "10^9/L",
    "/uL": "/uL",
    "g/dL": "g/dL",
    "g/L": "g/L",
    "mg/dL": "mg/dL",
    "umol/L": "umol/L",
    "mmol/L": "mmol/L",
    "U/L": "U/L",
    "[IU]/L": "U/L",
    "%": "%",
    "mmol/mol": "mmol/mol",
    "mL/min": "mL/min",
    "mL/min/{1.73_m2}": "mL/min",
    "kg/m2": "kg/m2",
    "{INR}": "1",
    "1": "1",
    "pg/mL": "pg/mL",
    "ng/L": "pg/mL",
    "ng/mL": "ng/mL",
    "ug/L": "ng/mL",
}
