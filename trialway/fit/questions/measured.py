"""Questions about numbers in test results; all come after the others."""

from trialway.criteria.plain_names import MEASURES
from trialway.criteria.units import FACTORS
from trialway.fit.questions.question import Question, Unit

_WORDS = {
    "10^9/L": "× 10⁹/L",
    "/uL": "per µL",
    "10^12/L": "× 10¹²/L",
    "umol/L": "µmol/L",
    "kg/m2": "kg/m²",
    "1": "",
    "mL/min": "mL/min",
    "IU/mL": "IU/mL",
}
# Compared with the laboratory's own upper limit of normal, in whatever unit both are written.
_LIMITED = (
    "alt",
    "ast",
    "alkaline_phosphatase",
    "ggt",
    "lipase",
    "amylase",
    "inr",
    "prothrombin_time",
    "aptt",
    "bilirubin",
    "creatinine",
)
_LIMITED_UNITS = {
    "alt": "U/L",
    "ast": "U/L",
    "alkaline_phosphatase": "U/L",
    "ggt": "U/L",
    "lipase": "U/L",
    "amylase": "U/L",
    "prothrombin_time": "s",
    "aptt": "s",
}
_MOST = {
    "systolic_blood_pressure": 300.0,
    "diastolic_blood_pressure": 200.0,
    "child_pugh_score": 15.0,
    "bmi": 150.0,
    "lvef": 100.0,
    "hba1c": 200.0,
    "transferrin_saturation": 100.0,
}
_SCORES = (("karnofsky", "Karnofsky score"), ("lansky", "Lansky score"))
_OWN = {
    "bmi": "What is your body mass index (BMI)?",
    "lvef": "What is your heart's pumping function (ejection fraction)?",
    "hba1c": "What is your HbA1c (long-term blood sugar)?",
    "gfr": "What is your kidney function (eGFR)?",
    "creatinine_clearance": "What is your creatinine clearance (kidney function)?",
}


def _measured(name: str) -> Question:
    called = MEASURES[name].removeprefix("an ").removeprefix("a ")
    codes = (
        *FACTORS.get(name, {_LIMITED_UNITS.get(name, "1"): 1.0}),
        *(("mmol/mol",) if name == "hba1c" else ()),
    )
    return Question(
        name=name,
        words=_OWN.get(name, f"What is your {called}?"),
        told=f"Your {called}: {{}}",
        help="Take it from your latest test results, with the unit that stands there.",
        variables=(name,),
        units=tuple(Unit(code, _WORDS.get(code, code)) for code in codes),
        most=_MOST.get(name, 1_000_000.0),
        limit=name in _LIMITED,
        stage="results",
        known=0.3,
    )


def _score(name: str, called: str) -> Question:
    return Question(
        name=name,
        words=f"What {called} did a doctor give you?",
        told=f"Your {called}: {{}}",
        help="A number from 0 to 100 in steps of 10; 100 means no limits at all.",
        variables=(name,),
        units=(Unit("", ""),),
        most=100,
        stage="results",
        known=0.2,
    )


MEASURED = (
    *(_score(name, called) for name, called in _SCORES),
    *(_measured(name) for name in MEASURES if name not in ("karnofsky", "lansky")),
)
