import pytest

from trialway.criteria.units import canonical, unit_of

SAME = [
    ("creatinine", (1.5, "mg/dL"), (132.6, "umol/L")),
    ("bilirubin", (1.0, "mg/dL"), (17.1, "umol/L")),
    ("glucose", (126, "mg/dL"), (7.0, "mmol/L")),
    ("calcium", (10.0, "mg/dL"), (2.495, "mmol/L")),
    ("haemoglobin", (10.0, "g/dL"), (100, "g/L")),
    ("haemoglobin", (10.0, "g/dL"), (6.206, "mmol/L")),
    ("platelets", (100_000, "/uL"), (100, "10^9/L")),
    ("neutrophils", (1_500, "/uL"), (1.5, "10^9/L")),
    ("albumin", (3.0, "g/dL"), (30, "g/L")),
    ("hba1c", (7.0, "%"), (53.0, "mmol/mol")),
]


@pytest.mark.parametrize(("variable", "one", "other"), SAME)
def test_units_convert(variable, one, other):
    assert canonical(variable, *one) == pytest.approx(canonical(variable, *other), rel=2e-3)


@pytest.mark.parametrize(
    ("written", "variable", "unit"),
    [
        ("x 10^9/l", "platelets", "10^9/L"),
        ("×109/l", "platelets", "10^9/L"),
        ("/mm3", "neutrophils", "/uL"),
        ("cells/ul", "neutrophils", "/uL"),
        ("ml/min/1.73 m2", "gfr", "mL/min"),
        ("kg/m^2", "bmi", "kg/m2"),
        ("meq/l", "potassium", "mmol/L"),
        ("", "haemoglobin", ""),
    ],
)
def test_a_unit_is_known_however_it_is_written(written, variable, unit):
    assert unit_of(written, variable) == unit


def test_a_unit_of_something_else_is_refused():
    assert unit_of("mg/dl", "hba1c") is None


def test_a_variable_without_a_unit_known_does_not_compare():
    assert canonical("haemoglobin", 9, "") is None
