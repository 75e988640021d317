"""What can be measured, by name: **the table that the reader of quantities works with**, and the units that
fit ─▶ value_limits, lab_values.
"""

from trialway.criteria.expressions import Kind
from trialway.language_rules import LanguageRule, RuleTable


class Analyte(LanguageRule, frozen=True, kw_only=True):
    """``pattern`` names it in normalised text, in a group called ``variable``; ``unit`` is meant when a
    criterion states none, "" when none can be meant."""

    variable: str
    kind: Kind
    unit: str = ""


LAB: Kind = "laboratory value"


def _analyte(
    variable: str, kind: Kind, pattern: str, meaning: str, example: str, counter_example: str, unit: str = ""
) -> Analyte:
    return Analyte(
        f"analyte.{variable.replace('_', '-')}",
        f"(?P<{variable}>{pattern})",
        meaning,
        example=example,
        counter_example=counter_example,
        variable=variable,
        kind=kind,
        unit=unit,
    )


ANALYTES = (
    _analyte(
        "hba1c",
        "HbA1c",
        r"(?:hba1c|hb ?a1 ?c|hgb ?a1 ?c|(?:glycated|glycosylated|glycosylated"
        r"|glycosilated) (?:h[ae]{1,2}moglobin|hb)|h[ae]{1,2}moglobine? a1 ?c|\ba1c)",
        "Glycated haemoglobin.",
        "hba1c ≤ 10 %",
        "haemoglobin ≥ 10 g/dl",
        unit="%",
    ),
    _analyte(
        "gfr",
        "kidney function",
        r"(?:\begfr|\bgfr|(?:estimated |calculated )?glomerular filtration rate)",
        "Filtration rate of the kidneys.",
        "estimated glomerular filtration rate < 30",
        "glomerulonephritis within 30 days",
        unit="mL/min",
    ),
    _analyte(
        "creatinine_clearance",
        "kidney function",
        r"(?:(?:endogenous |calculated |estimated )?creatinine[ -]clearance(?: rate)?|\bcrcl|\bclcr"
        r"|\bccr\b|clearance of creatinine)",
        "Creatinine clearance.",
        "calculated creatinine clearance ≥ 60 ml/min",
        "creatinine ≤ 1.5 × uln",
        unit="mL/min",
    ),
    _analyte(
        "bmi",
        "BMI",
        r"(?:\bbmi(?![a-z])|body[ -]mass[ -]index)",
        "Body mass index.",
        "body mass index ≥ 30 kg/m2",
        "body weight ≥ 50 kg",
        unit="kg/m2",
    ),
    _analyte(
        "lvef",
        "LVEF",
        r"(?:\blvef\b|(?:left ventricular |lv |left ventricle )?ejection fractions?|\bef\b)",
        "Ejection fraction of the left ventricle.",
        "left ventricular ejection fraction ≥ 50 %",
        "left ventricular hypertrophy",
        unit="%",
    ),
    _analyte(
        "neutrophils",
        LAB,
        r"(?:absolute neutrophil counts?|\banc\b|neutrophils?(?: counts?)?|granulocytes?(?: counts?)?)",
        "Neutrophils.",
        "absolute neutrophil count ≥ 1,500/mm3",
        "neutropenia",
    ),
    _analyte(
        "platelets",
        LAB,
        r"(?:platelets?(?: counts?| values?| levels?)?|\bplt\b|thrombocytes?)",
        "Platelets.",
        "platelet count ≥ 100,000/mm3",
        "plate fixation",
    ),
    _analyte(
        "haemoglobin",
        LAB,
        r"(?:h[ae]{1,2}moglobin(?: levels?| concentrations?)?|\bhgb\b|\bhb\b)(?! ?a1)",
        "Haemoglobin.",
        "hemoglobin ≥ 9 g/dl",
        "hgb a1c ≤ 8 %",
    ),
    _analyte(
        "white_cells",
        LAB,
        r"(?:white blood cells?(?: counts?)?|\bwbcs?(?: counts?)?|leu[ck]ocytes?(?: counts?)?)",
        "White blood cells.",
        "white blood cell count ≥ 3,000/mm3",
        "white participants",
    ),
    _analyte(
        "lymphocytes",
        LAB,
        r"(?:absolute lymphocyte counts?|lymphocytes?(?: counts?)?)",
        "Lymphocytes.",
        "absolute lymphocyte count ≥ 500",
        "lymphoma",
    ),
    _analyte(
        "eosinophils",
        LAB,
        r"(?:(?:blood |peripheral |absolute )?eosinophils?(?: counts?)?)",
        "Eosinophils.",
        "peripheral eosinophils ≥ 300 cells/ul",
        "eosin stain",
    ),
    _analyte(
        "bilirubin",
        LAB,
        r"(?:(?:serum |total |plasma ){0,2}bilirubin(?: levels?)?|\btbil\b|\btbili\b)",
        "Bilirubin.",
        "total bilirubin ≤ 1.5 × uln",
        "biliary obstruction",
    ),
    _analyte(
        "alt",
        LAB,
        r"(?:alanine (?:amino)?-?trans(?:aminase|ferase)|alanine aminotransferase"
        r"|alanine aminotranferase|\balat\b|\balt\b|\bsgpt\b)",
        "Alanine aminotransferase.",
        "alanine aminotransferase > 3 × uln",
        "alternative treatment",
    ),
    _analyte(
        "ast",
        LAB,
        r"(?:aspartate (?:amino)?-?trans(?:aminase|ferase)|aspartic (?:amino)?transaminase"
        r"|aspartate aminotransferase|\basat\b|\bast\b|\bsgot\b)",
        "Aspartate aminotransferase.",
        "aspartate aminotransferase > 3 × uln",
        "asthma",
    ),
    _analyte(
        "alkaline_phosphatase",
        LAB,
        r"(?:alkaline phosphatase|\balp\b|\bakp\b)",
        "Alkaline phosphatase.",
        "alkaline phosphatase ≤ 2.5 × uln",
        "alkaline diet",
    ),
    _analyte(
        "ggt",
        LAB,
        r"(?:gamma-?glutamyl ?trans(?:ferase|peptidase)|\bggt\b)",
        "Gamma-glutamyl transferase.",
        "gamma-glutamyl transferase ≤ 3 × uln",
        "gamma knife",
    ),
    _analyte(
        "lipase",
        LAB,
        r"(?:(?:serum |pancreatic )?\blipase(?: levels?)?)",
        "Lipase.",
        "serum lipase ≤ 2 × uln",
        "phospholipase inhibitors",
    ),
    _analyte(
        "amylase",
        LAB,
        r"(?:(?:serum |pancreatic )?\bamylase(?: levels?)?)",
        "Amylase.",
        "amylase > 2 × uln",
        "amyloidosis > 2 years",
    ),
    _analyte(
        "creatinine",
        LAB,
        r"(?:(?:serum |plasma |blood )?creatinine(?! ?-?clear)(?: levels?| concentrations?)?|\bscr\b)",
        "Creatinine.",
        "serum creatinine ≤ 1.5 mg/dl",
        "creatinine clearance ≥ 60 ml/min",
    ),
    _analyte(
        "albumin",
        LAB,
        r"(?:(?:serum |plasma )?albumin)",
        "Albumin.",
        "serum albumin ≥ 3 g/dl",
        "proteinuria",
    ),
    _analyte(
        "inr",
        LAB,
        r"(?:international normali[sz]ed ratio|\binr\b)",
        "International normalised ratio.",
        "international normalized ratio ≤ 1.5",
        "international units ≤ 1.5",
        unit="1",
    ),
    _analyte(
        "prothrombin_time",
        LAB,
        r"(?:prothrombin time|\bpt\b)",
        "Prothrombin time.",
        "prothrombin time ≤ 1.5 × uln",
        "prothrombin complex",
    ),
    _analyte(
        "aptt",
        LAB,
        r"(?:(?:activated )?partial thromboplastin time|\baptt\b|\bptt\b)",
        "Activated partial thromboplastin time.",
        "activated partial thromboplastin time ≤ 1.5 × uln",
        "thromboplastin reagent",
    ),
    _analyte(
        "potassium",
        LAB,
        r"(?:(?:serum |plasma |blood )?potassium|\bk\+)",
        "Potassium.",
        "serum potassium > 5.5 mmol/l",
        "hyperkalaemia",
    ),
    _analyte(
        "sodium",
        LAB,
        r"(?:(?:serum |plasma |blood )?sodium|\bp-na\+?|\bna\+)",
        "Sodium.",
        "serum sodium < 130 mmol/l",
        "hyponatraemia",
    ),
    _analyte(
        "calcium",
        LAB,
        r"(?:(?:serum |corrected )?calcium|hypercalc[ae]{1,2}mia)",
        "Calcium.",
        "corrected calcium ≤ 11.5 mg/dl",
        "calcification",
    ),
    _analyte(
        "glucose",
        LAB,
        r"(?:(?:fasting |blood |plasma |serum |2-hour |post ){0,3}glucose(?: levels?)?|\bfpg\b"
        r"|\bfbg\b|glyc[ae]{1,2}mia)",
        "Glucose.",
        "fasting plasma glucose ≥ 126 mg/dl",
        "glucagon ≥ 1 mg",
    ),
    _analyte(
        "ige",
        LAB,
        r"(?:(?:total |serum ){0,2}\bige\b(?: levels?| antibody)?)",
        "Immunoglobulin E.",
        "total serum ige ≥ 30 iu/ml",
        "igg ≥ 4 g/l",
    ),
    _analyte(
        "bnp",
        LAB,
        r"(?:(?<!pro)(?<!pro )(?<!pro-)(?<!nt-pro)\bbnp\b(?: levels?)?"
        r"|(?<!pro )(?<!pro-)(?<!nt-pro)\b(?:b-type|brain) natriuretic peptide)",
        "Natriuretic peptide, type B.",
        "bnp ≥ 100 pg/ml",
        "pro-bnp ≥ 600 pg/ml",
    ),
    _analyte(
        "nt_probnp",
        LAB,
        r"(?:\bnt-? ?pro-?bnp\b(?: levels?)?|n-? ?terminal[ -]?(?:pro-?(?:hormone)?)?[ -]?(?:of "
        r")?(?:b-type|brain|bnp)?(?: natriuretic peptide)?)",
        "The N-terminal part of its precursor.",
        "nt-probnp ≥ 600 pg/ml",
        "bnp ≥ 100 pg/ml",
    ),
    _analyte(
        "ferritin",
        LAB,
        r"(?:(?:serum )?ferritin)",
        "Ferritin.",
        "serum ferritin < 100 ng/ml",
        "ferric carboxymaltose",
    ),
    _analyte(
        "transferrin_saturation",
        LAB,
        r"(?:transferrin saturation|\btsat\b)",
        "Transferrin saturation.",
        "transferrin saturation < 20 %",
        "oxygen saturation < 90 %",
        unit="%",
    ),
)
ANALYTE_NAMES = RuleTable(*ANALYTES)
ANY = ANALYTE_NAMES.any_of()
BY_VARIABLE = {analyte.variable: analyte for analyte in ANALYTES}
