"""What each reader finds in the ways in which registries write a thing: the value, the sign, the unit, the denial."""

# ruff: noqa: E501 - a table is read best with one case on a line

import pytest

from tests.criteria.reading import excluded, named, said
from trialway.criteria.expressions import All, Among, AnyOf, Compare, Exists, Expr, Has, Not, Within

# The verb of a name by its kind and by when it is said to be.
VERBS = {
    "condition": {"now": "has", "ever": "has or had", "past": "had", "planned": "may get", "unstated": "names"},
    "stage": {"now": "is", "ever": "is or was", "past": "was", "planned": "may be", "unstated": "names"},
    "medicine": {"now": "takes", "ever": "took", "past": "took", "planned": "will take", "unstated": "names"},
    "procedure": {"now": "has", "ever": "went through", "past": "went through", "planned": "will have", "unstated": "names"},
    "allergy": {"now": "reacts to", "unstated": "must avoid"},
}  # fmt: skip


def short(expression: Expr) -> str:
    """``not (hepatitis_b (active) or hiv)``, ``alt <= 2.5 ULN``, ``within 4 week chemotherapy``,
    ``has or had severe asthma (severe)``, ``relatives have asthma``."""
    match expression:
        case Not(part=part):
            return f"not {short(part)}"
        case All(parts=parts):
            return f"({' and '.join(map(short, parts))})"
        case AnyOf(parts=parts):
            return f"({' or '.join(map(short, parts))})"
        case Compare():
            unit = "ULN" if expression.times_limit else expression.unit
            return f"{expression.variable} {expression.sign} {expression.value:g} {unit}".strip()
        case Among():
            return f"{expression.variable} {'|'.join(expression.values)}"
        case Exists():
            return expression.variable + (f" ({', '.join(expression.where)})" if expression.where else "")
        case Has():
            verb = "relatives have" if expression.who == "family" else VERBS[expression.kind][expression.when]
            return f"{verb} {expression.words}" + (
                f" ({', '.join(expression.where)})" if expression.where else ""
            )
        case Within():
            what = expression.variable or expression.what
            return f"within {expression.amount:g} {expression.unit} {what}".strip()
    return "unread"


def found(words: str) -> list[str]:
    """What is read of words, but for what is only known by its name."""
    return [short(one) for one in said(words)]


def found_names(words: str) -> list[str]:
    """What words say of the illnesses, medicines, procedures, stages and allergies that they name."""
    return [short(one) for one in named(words)]


HEART = {
    "II-III heart failure by NYHA": "nyha 2|3",
    "III heart failure according to the New York Heart Association": "nyha 3",
    "iv heart failure (NYHA)": "nyha 4",
    "NYHA class II, III or IV": "nyha 2|3|4",
    "NYHA class III or above": "nyha 3|4",
    "class III or IV congestive heart failure (NYHA)": "nyha 3|4",
    "class II to IV NYHA": "nyha 2|3|4",
    "≥ NYHA III": "nyha 3|4",
    "higher than NYHA class II": "nyha 3|4",
    "NYHA class < III": "nyha 1|2",
    "NYHA > 2": "nyha 3|4",
    "NYHA ⅱ": "nyha 2",
}
SPREAD = {
    "Stage IV breast cancer": "spread metastatic",
    "stage IVA lung cancer": "spread metastatic|advanced",
    "stage IIIA to IV lung cancer": "spread metastatic|advanced",
    "stage I to III breast cancer": "spread local",
    "stage I or II breast cancer": "spread local",
    "stage ii breast cancer": "spread local",
    "AJCC stage II melanoma": "spread local",
    "early stage breast cancer": "spread local",
}
PREGNANCY = {
    "a negative serum pregnancy test": "not pregnant",
    "serum pregnancy test negative": "not pregnant",
    "positive pregnancy test": "pregnant",
    "no positive pregnancy test": "not pregnant",
    "absence of a positive pregnancy test": "not pregnant",
    "without a negative pregnancy test": "pregnant",
    "Not breast-feeding": "not breastfeeding",
    "not pregnant or breastfeeding": "not (pregnant or breastfeeding)",
    "neither pregnant nor lactating": "not (pregnant or breastfeeding)",
    "women who are pregnant, nursing, or plan to become pregnant": "(pregnant or breastfeeding or planning_pregnancy)",
    "currently pregnant or wishing to become pregnant": "(pregnant or planning_pregnancy)",
    "non-pregnant women": "(not pregnant and (sex female or unread))",
}
FITNESS = {
    "ECOG 0 or 1": "ecog 0|1",
    "ECOG (0, 1)": "ecog 0|1",
    "ECOG PS ≤1": "ecog 0|1",
    "ECOG < 1": "ecog 0",
    "performance status 0-1 by ECOG": "ecog 0|1",
    "WHO performance status of 2 or lower": "ecog 0|1|2",
    "ECOG 1 or less": "ecog 0|1",
    "ECOG 1 or better": "ecog 0|1",
    "ECOG of at least 1": "ecog 1|2|3|4",
    "ECOG greater than 2": "ecog 3|4",
    "ECOG ≥ 2": "ecog 2|3|4",
    "WHO/ECOG 0-1": "ecog 0|1",
    "Karnofsky performance status at least 60": "karnofsky >= 60 %",
    "Karnofsky ≥ 70%": "karnofsky >= 70 %",
    "Karnofsky > 70%": "karnofsky > 70 %",
    "Karnofsky of 70 or more": "karnofsky >= 70 %",
    "Karnofsky 70 or worse": "karnofsky <= 70 %",
    "Karnofsky 70 or lower": "karnofsky <= 70 %",
    "Karnofsky ≤ 50%": "karnofsky <= 50 %",
    "Karnofsky less than 50%": "karnofsky < 50 %",
    "Karnofsky below 60": "karnofsky < 60 %",
    "Lansky ≥ 50": "lansky >= 50 %",
    "Karnofsky/Lansky ≥ 60%": "(karnofsky >= 60 % or lansky >= 60 %)",
}
LINES = {
    "at least 2 prior lines of chemotherapy": "prior_lines >= 2",
    "no more than one prior regimen": "prior_lines <= 1",
    "up to 2 prior lines": "prior_lines <= 2",
    "at most 1 prior line": "prior_lines <= 1",
    "≥ 2 prior lines": "prior_lines >= 2",
    "> 2 prior lines": "prior_lines > 2",
    "fewer than 3 prior lines": "prior_lines < 3",
    "more than 3 prior lines": "prior_lines > 3",
    "2 prior lines of therapy": "prior_lines >= 2",
}
AGES = {
    "age 18-65 years": "(age >= 18 year and age <= 65 year)",
    "aged over 60 years": "age > 60 year",
    "under the age of 18": "age < 18 year",
    "age ≤ 75 years": "age <= 75 year",
    "75 years or less": "age <= 75 year",
    "75 years and under": "age <= 75 year",
    "ages 12 to 17": "(age >= 12 year and age <= 17 year)",
    "18 yrs and older": "age >= 18 year",
    "at least 6 months of age": "age >= 6 month",
    "6 weeks to 2 years of age": "(age >= 6 week and age <= 2 year)",
    "between 40 and 70 years of age": "(age >= 40 year and age <= 70 year)",
    "> 18 y": "age > 18 year",
    "patients of 50 or more years": "age >= 50 year",
    "Patients under 18 years": "age < 18 year",
}
VALUES = {
    "hemoglobin ≥ 90 g/L": "haemoglobin >= 90 g/L",
    "creatinine ≤ 1.5 mg/dL": "creatinine <= 1.5 mg/dL",
    "WBC ≥ 3000/mm^3": "white_cells >= 3000 /uL",
    "ANC > 1.5 x 10^9/L": "neutrophils > 1.5 10^9/L",
    "bilirubin < 2 x ULN": "bilirubin < 2 ULN",
    "ALT ≤ 3 times ULN": "alt <= 3 ULN",
    "ALT 3 times higher than ULN": "alt > 3 ULN",
    "ALT three times above the upper limit of normal": "alt > 3 ULN",
    "bilirubin lower than ULN": "bilirubin <= 1 ULN",
    "ALT higher than the ULN": "alt > 1 ULN",
    "ALT within ULN": "alt <= 1 ULN",
    "creatinine clearance between 30 and 60 mL/min": "(creatinine_clearance >= 30 mL/min and creatinine_clearance <= 60 mL/min)",
    "BMI ≥ 30 kg/m2": "bmi >= 30 kg/m2",
    "BMI between 18 and 30": "(bmi >= 18 kg/m2 and bmi <= 30 kg/m2)",
    "HbA1c between 7% and 10%": "(hba1c >= 7 % and hba1c <= 10 %)",
    "LVEF < 40%": "lvef < 40 %",
    "LVEF ≥50 %": "lvef >= 50 %",
    "INR lower than 2": "inr < 2 1",
}
TREATMENTS = {
    "previously treated with chemotherapy": "prior_treatment (chemotherapy)",
    "no previous chemotherapy": "not prior_treatment (chemotherapy)",
    "chemotherapy-naïve patients": "not prior_treatment (chemotherapy)",
    "have not received prior systemic therapy": "not prior_treatment (systemic therapy)",
    "prior use of biologics": "prior_treatment (biologics)",
    "prior therapy with a PD-1 inhibitor or CTLA-4 inhibitor": "(prior_treatment (pd-1 inhibitor) or prior_treatment (ctla-4 inhibitor))",
    "prior treatment with trastuzumab and pertuzumab": "(prior_treatment (trastuzumab) and prior_treatment (pertuzumab))",
}
OTHERS = {
    "HIV positive": "hiv",
    "known HIV-negative": "not hiv",
    "HIV - negative": "not hiv",
    "hepatitis C-negative": "not hepatitis_c",
    "HIV-positive": "hiv",
    "No HIV": "not hiv",
    "Active hepatitis B": "hepatitis_b (active)",
    "hepatitis B or C": "(hepatitis_b or hepatitis_c)",
    "English speaking": "language (english)",
    "speaks English or Spanish": "language (english, spanish)",
    "cannot read English": "not language (english)",
    "does not understand German": "not language (german)",
    "poor understanding of English": "not language (english)",
    "non-English speaking": "not language (english)",
    "not able to speak Dutch": "not language (dutch)",
    "Language barrier": "not language",
    "healthy subjects": "healthy_volunteer",
    "EGFR wild-type": "egfr negative",
    "HER2 low": "her2 low",
    "BRAF mutant": "braf positive",
    "no EGFR mutation": "egfr negative",
    "BRCA1 or BRCA2 mutation": "brca positive",
    "stable brain metastases": "cns_metastases (stable)",
    "participation in other clinical studies": "other_trial",
}
WINDOWS = {
    "No chemotherapy within 4 weeks": "not within 4 week chemotherapy",
    "chemotherapy in the last 21 days": "within 21 day chemotherapy",
    "Major surgery within 4 weeks": "within 4 week major_surgery",
    "myocardial infarction within 6 months": "within 6 month heart_attack",
    "received a live vaccine within 30 days": "within 30 day live_vaccine",
    "seizure within 12 hours": "within 12 hour seizure",
}
ONE = HEART | SPREAD | PREGNANCY | FITNESS | LINES | AGES | VALUES | TREATMENTS | OTHERS | WINDOWS


@pytest.mark.parametrize(("words", "reading"), ONE.items(), ids=ONE)
def test_a_thing_is_read_in_each_way_of_writing_it(words, reading):
    assert found(words) == [reading]


SEVERAL = {
    "HER2-negative, ER-positive": ["her2 negative", "er positive"],
    "EGFR or ALK mutation": ["egfr positive", "alk positive"],
    "Karnofsky ≥ 80% or ECOG 0-1": ["karnofsky >= 80 %", "ecog 0|1"],
    "use of any investigational agent in the past month": ["other_trial", "within 1 month investigational_treatment"],
    "Participation in another clinical trial within 30 days": ["other_trial", "within 30 day investigational_treatment"],
    "Women aged 18 to 45": ["sex female", "(age >= 18 year and age <= 45 year)"],
}  # fmt: skip


@pytest.mark.parametrize(("words", "readings"), SEVERAL.items(), ids=SEVERAL)
def test_two_things_in_one_line_are_both_read(words, readings):
    assert found(words) == readings


@pytest.mark.parametrize(
    "words",
    [
        "stage II of the study in breast cancer",
        "Enrolled in stage II breast cancer",
        "Breast cancer, enrolled in stage II",
        "Early or metastatic breast cancer",
        "if a pregnancy test is negative",
        "willing to become pregnant in the next 6 months",
        "surgery within 30 minutes",
        "treatment for 6 months",
        "age 18 (19 in Korea) or older",
        "older than 60",
        "first-line",
        "At least two of the following",
        "BMI of children < 85th percentile",
        "Stage II-III",
    ],
)
def test_what_is_of_something_else_is_not_read(words):
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "residual"),
    [
        ("BRAF V600E mutation negative", "mutation negative"),
        ("HIV or night shifts", "night shifts"),
        ("HIV, no phone", "no phone"),
        ("HIV and hepatitis C", "and"),
        ("Long travel or radiotherapy within 4 weeks", "Long travel"),
        ("Women with BMI > 40", "Women"),
        ("Active hepatitis B, hepatitis C or scabs", "scabs"),
        ("Known HIV infection, active work requiring travel", "active work requiring travel"),
        ("Prior treatment with trastuzumab and pertuzumab", "Prior treatment with trastuzumab and pertuzumab"),
        ("Unless treated, hepatitis C", "Unless treated"),
    ],
)  # fmt: skip
def test_what_was_not_read_is_told_apart_from_what_was(words, residual):
    assert (excluded(words).reading, excluded(words).residual) == ("part", residual)
