"""Between which values a measure can lie: **the table of what is possible** ─▶ value_limits, age.

A limit outside of it is a slip of the pen ("platelets ≥ 100,000 × 10⁹/L", "hemoglobin ≥ 90 g/dL") and stays
unread. The bounds are wide: they part what somebody alive can have, or a trial can ask, from what nobody has.
"""

from trialway.criteria.units import canonical

# In the unit that has factor 1 in ``units.FACTORS``.
BOUNDS: dict[str, tuple[float, float]] = {
    "neutrophils": (0.01, 100),
    "platelets": (1, 3000),
    "white_cells": (0.05, 1000),
    "lymphocytes": (0.01, 1000),
    "eosinophils": (0, 100),
    "haemoglobin": (2, 25),
    "bilirubin": (0.1, 60),
    "creatinine": (0.1, 30),
    "albumin": (0.5, 8),
    "glucose": (1, 70),
    "calcium": (0.5, 6),
    "potassium": (1, 12),
    "sodium": (90, 200),
    "bnp": (1, 50_000),
    "nt_probnp": (1, 200_000),
    "ferritin": (0.5, 200_000),
    "transferrin_saturation": (0.5, 100),
    "ige": (0.1, 100_000),
    "inr": (0.3, 20),
    "bmi": (8, 100),
    "lvef": (1, 100),
    "hba1c": (3, 25),
    "gfr": (1, 250),
    "creatinine_clearance": (1, 300),
    "systolic_blood_pressure": (40, 300),
    "diastolic_blood_pressure": (20, 200),
}
# Multiples of the laboratory's own upper limit of normal.
MULTIPLES = (0.1, 100.0)
OLDEST = 120.0  # years


def is_possible(variable: str, value: float, unit: str) -> bool:
    """Whether somebody can have this value; what has no bounds, or no unit known for it, is possible."""
    bounds = BOUNDS.get(variable)
    comparable = canonical(variable, value, unit)
    # Zero is the open end of "0 to 5".
    return bounds is None or comparable is None or value == 0 or bounds[0] <= comparable <= bounds[1]
