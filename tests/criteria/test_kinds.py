"""Each kind in the words of registries, and what it is read as in the compact language of the labels."""

import pytest

from bench.criteria.scoring import found_labels
from tests.criteria.reading import said

READ = {
    # age
    "Age ≥ 18 years": ["age>=18y"],
    "Aged 18 to 65 years": ["age>=18y", "age<=65y"],
    "Children 6 months to 5 years of age": ["age>=6m", "age<=5y"],
    "18 years or older": ["age>=18y"],
    "Males and females, 18-55 years": ["sex=fm", "age>=18y", "age<=55y"],
    "18 (eighteen) years of age or older": ["age>=18y"],
    "Women of non-childbearing potential (WONCBP), aged 20 to 70 years": ["age>=20y", "age<=70y"],
    "BNP > 900 pg/mL in persons 51 to 75 years old": ["bnp>900"],
    "Assent of participants aged 6 to 17 years": [],
    "Women under 50 years old would be considered postmenopausal": ["sex=f"],
    # sex, healthy volunteers
    "Male or female": ["sex=fm"],
    "Women with PCOS": ["sex=f"],
    "Women must be ≥ 40 years of age. Men must be ≥ 21 years of age.": ["age>=40y", "age>=21y"],
    "Women of childbearing potential must use contraception": ["contra"],
    "Healthy volunteers": ["hv"],
    "Otherwise healthy": [],
    # pregnancy, contraception
    "Pregnant or breastfeeding": ["preg=P", "preg=B"],
    "Negative serum pregnancy test": ["!preg=P"],
    "Not pregnant or lactating": ["!preg=P", "!preg=B"],
    "Planning to become pregnant": ["preg=W"],
    "Current or planned pregnancy": ["preg=P", "preg=W"],
    "Lactational amenorrhoea is no contraception": ["!contra"],
    "Lives in a nursing home": [],
    "Unwilling to use birth control": ["!contra"],
    "Amenorrhea for one year without using any contraceptive": [],
    "The investigator is responsible for explaining methods of contraception": [],
    "Medicines other than oral contraceptives": [],
    "Discontinuing contraceptive precautions": ["!contra"],
    # performance status
    "ECOG performance status of 0 or 1": ["ecog=0-1"],
    "ECOG ≤ 2": ["ecog=0-2"],
    "ECOG > 2": ["ecog=3-4"],
    "Karnofsky performance status ≥ 70%": ["kps>=70"],
    "Karnofsky (≥ 16 years) or Lansky (< 16 years) score ≥ 60": ["kps>=60", "lansky>=60"],
    "ECOG performance status of 0 or 2": [],
    # time windows, by their head noun
    "Major surgery within 4 weeks prior to enrolment": ["wash=4w"],
    "Myocardial infarction in the past 6 months": ["look=6m"],
    "Disease progression within 6 months after adjuvant therapy": ["prog=6m"],
    "Biopsy within 28 days before randomisation": ["rec=28d"],
    "At least 4 weeks since prior radiotherapy": ["!wash=4w"],
    "Stable dose for 4 weeks": [],
    "Agrees to use it within 6 months": [],
    "Surgery within 4 to 6 weeks before screening": ["wash=6w"],
    "A drug trial during the 3 preceding months": ["wash=3m"],
    "Stress test within a year of enrolment": ["rec=1y"],
    "Arrhythmia requiring treatment occurred within 6 months": ["look=6m"],
    "Allergy to antibiotics in the last 6 months": ["look=6m"],
    "A new entity (not approved for marketing) received within 3 months": ["wash=3m"],
    "Likely to receive a transplant or valve repair within 3 months": [],
    "Positive test for an antibody at screening or within 6 weeks before": ["rec=6w"],
    "Hospitalisation for heart failure including diuretics within 12 months": ["look=12m"],
    "A trial of a drug that is not licensed within 4 weeks": ["wash=4w"],
    "Unchanged therapy during the prior 8 weeks": [],
    "Treated with inhaled steroids for at least 8 weeks prior to screening": [],
    "Withdrawn from the drug for at least 90 days prior to screening": ["!wash=90d"],
    "Stable weight for the past 6 months": [],
    # laboratory values
    "ANC ≥ 1,500/mm3": ["anc>=1500"],
    "AST and ALT ≤ 2.5 × ULN": ["ast<=2.5x", "alt<=2.5x"],
    "ALT more than 3 times the upper limit of normal": ["alt>3x"],
    "Platelets ≥ 100 x 10^9/L": ["plt>=100"],
    "Serum creatinine 1.5 times higher than the upper limit": ["creat>1.5x"],
    "Platelet transfusion": [],
    "Systolic blood pressure < 100 mm Hg": [],
    "N-terminal pro-B-type natriuretic peptide ≥ 250 pg/mL": ["ntprobnp>=250"],
    "Serum K+ ≥ 5.0 mmol/L": ["k>=5"],
    # CNS, infections
    "Symptomatic brain metastases": ["cns"],
    "No leptomeningeal disease": ["!cns"],
    "HIV, hepatitis B or hepatitis C infection": ["hiv", "hbv", "hcv"],
    "Active hepatitis B or C": ["hbv", "hcv"],
    "Negative HIV test": ["!hiv"],
    # biomarkers
    "HER2-positive breast cancer": ["her2+"],
    "EGFR mutation or ALK rearrangement": ["egfr+", "alk+"],
    "PD-L1 TPS ≥ 1%": ["pdl1+"],
    "Triple-negative breast cancer": ["tnbc"],
    "PR interval > 210 msec": [],
    # earlier treatment
    "No more than two prior lines of therapy": ["lines<=2"],
    "At least one prior regimen": ["lines>=1"],
    "Previous treatment with trastuzumab or pertuzumab": ["prior:trastuzumab | pertuzumab"],
    "No prior chemotherapy": ["!prior:chemotherapy"],
    "Prior anti-HER2 therapy": ["prior:anti-her2 therapy"],
    "Received Bcl-2 inhibitor treatment": ["prior:bcl-2 inhibitor treatment"],
    "Prior therapy with a BRAF inhibitor (e.g., dabrafenib) or a MEK inhibitor": [
        "prior:braf inhibitor | a mek inhibitor"
    ],
    "Toxicity from prior chemotherapy": [],
    "Myocarditis during a previous treatment with immunotherapy": [],
    "A lesion in the field of previous radiation therapy": [],
    "Lesions previously treated with radiation": [],
    # the rest
    "Life expectancy of at least 12 weeks": ["life>=12w"],
    "Measurable disease per RECIST 1.1": ["meas"],
    "Non-measurable disease": ["!meas"],
    "BMI between 18 and 30 kg/m2": ["bmi>=18", "bmi<=30"],
    "NYHA class II-IV": ["nyha=2-4"],
    "Higher than NYHA class II": ["nyha=3-4"],
    "LVEF ≤ 0.40": ["lvef<=40"],
    "20% ≤ LVEF ≤ 45%": ["lvef>=20", "lvef<=45"],
    "HbA1c ≥ 7.0% and ≤ 10.5%": ["a1c>=7", "a1c<=10.5"],
    "eGFR < 30 mL/min/1.73 m2": ["gfr<30"],
    "Creatinine clearance ≥ 50 mL/min": ["crcl>=50"],
    "Able to read and speak English": ["lang"],
    "Non-English speaking": ["!lang"],
    "Written informed consent": ["consent"],
    "Unable to give informed consent": ["!consent"],
    "Age 18 or over at the time of signing the informed consent": ["age>=18y"],
    "Participation in another clinical trial": ["trial"],
    "Volunteering to participate in clinical trial observation": [],
    "Allergic to the investigational product": [],
}


@pytest.mark.parametrize(("words", "labels"), READ.items(), ids=READ)
def test_a_kind_is_read(words, labels):
    assert [label for expression in said(words) for label in found_labels(expression)] == labels
