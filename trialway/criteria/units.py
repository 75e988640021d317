"""Units of laboratory values made comparable: what a registry writes and what a person answers ─▶ one
canonical unit.

Factors between mass and amount of substance come from the molar mass of each analyte (creatinine 113.12,
glucose 180.16, bilirubin 584.66, calcium 40.08, haemoglobin monomer 16,114 g/mol).
"""

import re

# unit as written (folded, without spaces) → our name
_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"%|percent", "%"),
    (r"(?:×|x)?10[\^e]?\(?9\)?/?l|e9/l", "10^9/L"),
    (r"(?:×|x)?10\^?\(?3\)?/?(?:u?l|mm\^?3|mcl)|k/u?l|k/mm\^?3", "10^9/L"),
    (r"(?:×|x)?10\^?\(?6\)?/?l", "/uL"),
    (r"(?:×|x)?10\^?12/l", "10^12/L"),
    (
        (
            r"/?(?:cells?/)?(?:mm\^?\(?3\)?|ul|mcl|microl(?:iter|itre)s?|cumm|cubicmillimet(?:er|re)s?"
            r"|mm\^?3)|cells?/(?:u|mc)l|per(?:mm3|ul|microliter)"
        ),
        "/uL",
    ),
    (r"mg/dl|mg/100ml", "mg/dL"),
    (r"g(?:ra)?m?s?/dl|grams?perdeciliter(?:\(g/dl\))?|g/deciliter", "g/dL"),
    (r"g(?:m|rams?)?/l", "g/L"),
    (r"umol/l|micromol/l|mcmol/l", "umol/L"),
    (r"mmol/l|mmol/liter", "mmol/L"),
    (r"meq/l", "mmol/L"),
    (r"mmol/mol", "mmol/mol"),
    (r"pg/ml|ng/l", "pg/mL"),
    (r"ng/ml|ug/l|mcg/l|nanogram\(ng\)/milliliter\(ml\)", "ng/mL"),
    (r"(?:k?iu|u|ku)/(?:m?l)", "IU/mL"),
    (r"m(?:il)?l?(?:ilitre|iliter)?s?/\(?(?:min|minute|mm\b|m\b)", "mL/min"),
    (r"mmhg", "mmHg"),
    (r"(?:kg|kgs|kilograms?)(?:/|per)(?:\(?m|met|squaremet|cm)|kg/m", "kg/m2"),
)
_PATTERNS = tuple((re.compile(pattern), name) for pattern, name in _SPELLINGS)

# variable → {unit: factor to the canonical unit, which has factor 1}
_CELLS = {"10^9/L": 1.0, "/uL": 0.001}
FACTORS: dict[str, dict[str, float]] = {
    "neutrophils": _CELLS,
    "platelets": _CELLS,
    "white_cells": _CELLS,
    "lymphocytes": _CELLS,
    "eosinophils": _CELLS,
    "haemoglobin": {"g/dL": 1.0, "g/L": 0.1, "mmol/L": 1.6114},
    "bilirubin": {"mg/dL": 1.0, "umol/L": 0.058466, "mg/L": 0.1},
    "creatinine": {"mg/dL": 1.0, "umol/L": 0.011312, "mmol/L": 11.312},
    "albumin": {"g/dL": 1.0, "g/L": 0.1},
    "glucose": {"mmol/L": 1.0, "mg/dL": 1 / 18.016},
    "calcium": {"mmol/L": 1.0, "mg/dL": 1 / 4.008},
    "potassium": {"mmol/L": 1.0},
    "sodium": {"mmol/L": 1.0},
    "bnp": {"pg/mL": 1.0},
    "nt_probnp": {"pg/mL": 1.0},
    "ferritin": {"ng/mL": 1.0},
    "transferrin_saturation": {"%": 1.0},
    "ige": {"IU/mL": 1.0},
    "inr": {"1": 1.0},
    "bmi": {"kg/m2": 1.0},
    "lvef": {"%": 1.0},
    "hba1c": {"%": 1.0},
    "gfr": {"mL/min": 1.0},
    "creatinine_clearance": {"mL/min": 1.0},
    "systolic_blood_pressure": {"mmHg": 1.0},
    "diastolic_blood_pressure": {"mmHg": 1.0},
    "child_pugh_score": {"1": 1.0},
}
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}


def unit_of(words: str, variable: str) -> str | None:
    """The canonical name of a unit; "" when none is written, None when it does not measure the variable."""
    bare = words.strip(" .(").replace(" ", "")
    if not bare:
        return ""
    for pattern, name in _PATTERNS:
        if pattern.match(bare):
            fits = FACTORS.get(variable)
            return (
                name if fits is None or name in fits or (variable == "hba1c" and name == "mmol/mol") else None
            )
    return None if variable in FACTORS else ""


def canonical(variable: str, value: float, unit: str) -> float | None:
    """The value in the variable's canonical unit; None when the unit is not known for it."""
    if variable == "hba1c" and unit == "mmol/mol":
        # IFCC ─▶ NGSP master equation.
        return 0.09148 * value + 2.152
    factor = FACTORS.get(variable, {}).get(unit)
    return None if factor is None else value * factor


def days(amount: float, unit: str) -> float:
    """Length in days; a month is a twelfth of 365.25 days."""
    return amount * _DAYS[unit]
