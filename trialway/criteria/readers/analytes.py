"""What can be measured, by name: the table that the reader of quantities works with, and the units that
fit."""

import re
from dataclasses import dataclass

from trialway.criteria.expressions import Kind


@dataclass(frozen=True)
class Analyte:
    """``pattern`` names it in folded words; ``unit`` is meant when a criterion states none, "" when none
    can be meant."""

    variable: str
    kind: Kind
    pattern: str
    unit: str = ""


LAB: Kind = "laboratory value"
ANALYTES = (
    Analyte(
        "hba1c",
        "HbA1c",
        r"(?:hba1c|hb ?a1 ?c|hgb ?a1 ?c|(?:glycated|glycosylated|glycosylated"
        r"|glycosilated) (?:h[ae]{1,2}moglobin|hb)|h[ae]{1,2}moglobine? a1 ?c|\ba1c)",
        "%",
    ),
    Analyte(
        "gfr",
        "kidney function",
        r"(?:\begfr|\bgfr|(?:estimated |calculated )?glomerular filtration rate)",
        "mL/min",
    ),
    Analyte(
        "creatinine_clearance",
        "kidney function",
        r"(?:(?:endogenous |calculated |estimated )?creatinine[ -]clearance(?: rate)?|\bcrcl|\bclcr"
        r"|\bccr\b|clearance of creatinine)",
        "mL/min",
    ),
    Analyte("bmi", "BMI", r"(?:\bbmi(?![a-z])|body[ -]mass[ -]index)", "kg/m2"),
    Analyte(
        "lvef",
        "LVEF",
        r"(?:\blvef\b|(?:left ventricular |lv |left ventricle )?ejection fractions?|\bef\b)",
        "%",
    ),
    Analyte(
        "neutrophils",
        LAB,
        r"(?:absolute neutrophil counts?|\banc\b|neutrophils?(?: counts?)?|granulocytes?(?: counts?)?)",
    ),
    Analyte("platelets", LAB, r"(?:platelets?(?: counts?| values?| levels?)?|\bplt\b|thrombocytes?)"),
    Analyte(
        "haemoglobin", LAB, r"(?:h[ae]{1,2}moglobin(?: levels?| concentrations?)?|\bhgb\b|\bhb\b)(?! ?a1)"
    ),
    Analyte(
        "white_cells",
        LAB,
        r"(?:white blood cells?(?: counts?)?|\bwbcs?(?: counts?)?|leu[ck]ocytes?(?: counts?)?)",
    ),
    Analyte("lymphocytes", LAB, r"(?:absolute lymphocyte counts?|lymphocytes?(?: counts?)?)"),
    Analyte("eosinophils", LAB, r"(?:(?:blood |peripheral |absolute )?eosinophils?(?: counts?)?)"),
    Analyte("bilirubin", LAB, r"(?:(?:serum |total |plasma ){0,2}bilirubin(?: levels?)?|\btbil\b|\btbili\b)"),
    Analyte(
        "alt",
        LAB,
        r"(?:alanine (?:amino)?-?trans(?:aminase|ferase)|alanine aminotransferase"
        r"|alanine aminotranferase|\balat\b|\balt\b|\bsgpt\b)",
    ),
    Analyte(
        "ast",
        LAB,
        r"(?:aspartate (?:amino)?-?trans(?:aminase|ferase)|aspartic (?:amino)?transaminase"
        r"|aspartate aminotransferase|\basat\b|\bast\b|\bsgot\b)",
    ),
    Analyte("alkaline_phosphatase", LAB, r"(?:alkaline phosphatase|\balp\b|\bakp\b)"),
    Analyte("ggt", LAB, r"(?:gamma-?glutamyl ?trans(?:ferase|peptidase)|\bggt\b)"),
    Analyte(
        "creatinine",
        LAB,
        r"(?:(?:serum |plasma |blood )?creatinine(?! ?-?clear)(?: levels?| concentrations?)?|\bscr\b)",
    ),
    Analyte("albumin", LAB, r"(?:(?:serum |plasma )?albumin)"),
    Analyte("inr", LAB, r"(?:international normali[sz]ed ratio|\binr\b)", "1"),
    Analyte("prothrombin_time", LAB, r"(?:prothrombin time|\bpt\b)"),
    Analyte("aptt", LAB, r"(?:(?:activated )?partial thromboplastin time|\baptt\b|\bptt\b)"),
    Analyte("potassium", LAB, r"(?:(?:serum |plasma |blood )?potassium|\bk\+)"),
    Analyte("sodium", LAB, r"(?:(?:serum |plasma |blood )?sodium|\bp-na\+?|\bna\+)"),
    Analyte("calcium", LAB, r"(?:(?:serum |corrected )?calcium|hypercalc[ae]{1,2}mia)"),
    Analyte(
        "glucose",
        LAB,
        r"(?:(?:fasting |blood |plasma |serum |2-hour |post ){0,3}glucose(?: levels?)?|\bfpg\b"
        r"|\bfbg\b|glyc[ae]{1,2}mia)",
    ),
    Analyte("ige", LAB, r"(?:(?:total |serum ){0,2}\bige\b(?: levels?| antibody)?)"),
    Analyte(
        "bnp",
        LAB,
        r"(?:(?<!pro)(?<!pro )(?<!pro-)(?<!nt-pro)\bbnp\b(?: levels?)?"
        r"|(?<!pro )(?<!pro-)(?<!nt-pro)\b(?:b-type|brain) natriuretic peptide)",
    ),
    Analyte(
        "nt_probnp",
        LAB,
        r"(?:\bnt-? ?pro-?bnp\b(?: levels?)?|n-? ?terminal[ -]?(?:pro-?(?:hormone)?)?[ -]?(?:of "
        r")?(?:b-type|brain|bnp)?(?: natriuretic peptide)?)",
    ),
    Analyte("ferritin", LAB, r"(?:(?:serum )?ferritin)"),
    Analyte("transferrin_saturation", LAB, r"(?:transferrin saturation|\btsat\b)", "%"),
)
ANY = re.compile("|".join(f"(?P<{analyte.variable}>{analyte.pattern})" for analyte in ANALYTES))
BY_VARIABLE = {analyte.variable: analyte for analyte in ANALYTES}
