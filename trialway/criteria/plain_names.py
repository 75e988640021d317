"""Plain names of variables: the tables behind ``sentences``."""

STATES: dict[str, tuple[str, str]] = {
    "pregnant": ("be pregnant", "are pregnant"),
    "breastfeeding": ("be breast-feeding", "are breast-feeding"),
    "planning_pregnancy": ("be planning a pregnancy", "are planning a pregnancy"),
    "contraception": (
        "use birth control if you could become pregnant or father a child",
        "use birth control",
    ),
    "healthy_volunteer": ("be a healthy volunteer", "are a healthy volunteer"),
    "hiv": ("have HIV", "have HIV"),
    "hepatitis_b": ("have hepatitis B", "have hepatitis B"),
    "hepatitis_c": ("have hepatitis C", "have hepatitis C"),
    "cns_metastases": (
        "have cancer that has spread to the brain",
        "have cancer that has spread to the brain",
    ),
    "leptomeningeal_disease": (
        "have cancer in the lining of the brain or spinal cord",
        "have cancer in the lining of the brain or spinal cord",
    ),
    "measurable_disease": (
        "have disease that can be measured, for example on scans",
        "have disease that can be measured",
    ),
    "consent": ("agree to take part, after it has been explained to you", "agree to take part"),
    "compliance": (
        "be able and willing to do what the trial asks of you",
        "are able and willing to do what the trial asks of you",
    ),
    "other_trial": ("take part in another trial", "take part in another trial"),
    "language": ("understand the language of the trial", "understand the language of the trial"),
}
# What a state is called where words narrow it: "hepatitis B (active)".
BELIEFS = {
    "hiv": "HIV",
    "hepatitis_b": "hepatitis B",
    "hepatitis_c": "hepatitis C",
    "cns_metastases": "cancer that has spread to the brain",
    "leptomeningeal_disease": "cancer in the lining of the brain or spinal cord",
}
MEASURES = {
    "neutrophils": "a neutrophil count",
    "platelets": "a platelet count",
    "haemoglobin": "a haemoglobin level",
    "white_cells": "a white blood cell count",
    "lymphocytes": "a lymphocyte count",
    "eosinophils": "an eosinophil count",
    "bilirubin": "a bilirubin level",
    "alt": "an ALT level (a liver test)",
    "ast": "an AST level (a liver test)",
    "alkaline_phosphatase": "an alkaline phosphatase level",
    "ggt": "a GGT level (a liver test)",
    "lipase": "a lipase level (a test of the pancreas)",
    "amylase": "an amylase level (a test of the pancreas)",
    "creatinine": "a creatinine level (a kidney test)",
    "albumin": "an albumin level",
    "inr": "an INR (a clotting test)",
    "prothrombin_time": "a prothrombin time (a clotting test)",
    "aptt": "an aPTT (a clotting test)",
    "potassium": "a potassium level",
    "sodium": "a sodium level",
    "calcium": "a calcium level",
    "glucose": "a blood sugar level",
    "ige": "an IgE level",
    "bnp": "a BNP level (a heart test)",
    "nt_probnp": "an NT-proBNP level (a heart test)",
    "ferritin": "a ferritin level (an iron test)",
    "transferrin_saturation": "a transferrin saturation (an iron test)",
    "hba1c": "an HbA1c (long-term blood sugar)",
    "gfr": "a kidney function (eGFR)",
    "creatinine_clearance": "a kidney function (creatinine clearance)",
    "systolic_blood_pressure": "a systolic blood pressure",
    "diastolic_blood_pressure": "a diastolic blood pressure",
    "child_pugh_score": "a Child-Pugh score (liver disease)",
    "bmi": "a body mass index (BMI)",
    "lvef": "a heart pumping function (ejection fraction)",
    "karnofsky": "a Karnofsky score",
    "lansky": "a Lansky score",
}
MARKERS = {
    "her2": "HER2",
    "egfr": "EGFR",
    "alk": "ALK",
    "ros1": "ROS1",
    "brca": "BRCA",
    "kras": "KRAS",
    "nras": "NRAS",
    "braf": "BRAF",
    "met": "MET",
    "ret": "RET",
    "ntrk": "NTRK",
    "pik3ca": "PIK3CA",
    "pd_l1": "PD-L1",
    "er": "oestrogen-receptor",
    "pr": "progesterone-receptor",
    "hormone_receptor": "hormone-receptor",
    "triple_negative": "triple-negative",
}
SPREAD: dict[tuple[str, ...], tuple[str, str]] = {
    ("metastatic",): (
        "have cancer that has spread to distant parts of the body (metastatic)",
        "have cancer that has spread to distant parts of the body (metastatic)",
    ),
    ("local",): (
        "have cancer that has not spread to distant parts of the body",
        "have cancer that has not spread to distant parts of the body",
    ),
}
# What a grade of side effects is of, by the part of the variable behind "ctcae_grade:".
SIDE_EFFECTS = {
    "neuropathy": "nerve damage (neuropathy)",
    "diarrhoea": "diarrhoea",
    "bleeding": "bleeding",
    "immune related": "a side effect on the immune system",
    "infection": "an infection",
    "toxicity": "a side effect",
}
EVENTS = {
    "live_vaccine": "had a live vaccine",
    "vaccine": "had a vaccine",
    "transplant": "had a transplant",
    "investigational_treatment": "taken part in another trial or had a treatment under study",
    "major_surgery": "had a major operation",
    "surgery": "had an operation",
    "radiotherapy": "had radiotherapy",
    "chemotherapy": "had chemotherapy",
    "blood_transfusion": "had a blood transfusion",
    "blood_donation": "given blood",
    "heart_attack": "had a heart attack",
    "stroke": "had a stroke",
    "hospital_stay": "been in hospital for it",
    "other_cancer": "had cancer",
    "heart_procedure": "had a procedure on the arteries of the heart",
    "systemic_steroids": "taken steroids",
}
UNITS = {"%": "%", "10^9/L": " × 10⁹/L", "/uL": " per µL", "kg/m2": " kg/m²", "1": "", "umol/L": " µmol/L"}
# Names of people and places that illnesses and operations are called after: they keep their capital.
EPONYMS = frozenset(
    (
        "Addison", "African", "Alport", "Alzheimer", "Alzheimers", "Angelman", "Asperger", "Barrett",
        "Bartter", "Becker", "Behcet", "Behçet", "Bell", "Brugada", "Budd", "Burkitt", "Chagas", "Charcot",
        "Chiari", "Child", "Crigler", "Crohn", "Crohns", "Cushing", "Dandy", "Down", "Downs", "Dravet",
        "Duchenne", "Dupuytren", "Ebola", "Ebstein", "Ehlers", "Eisenmenger", "Epstein", "Ewing", "Fabry",
        "Fallot", "Fanconi", "Fontan", "Friedreich", "Gaucher", "Gilbert", "Glanzmann", "Graves",
        "Guillain", "Hashimoto", "Henoch", "Hirschsprung", "Hodgkin", "Hodgkins", "Horner", "Huntington",
        "Hurler", "Japanese", "Kaposi", "Kawasaki", "Klinefelter", "Lambert", "Langerhans", "Lennox",
        "Leigh", "Lewy", "Li", "Lyme", "Lynch", "Marfan", "Meniere", "Merkel", "Morton", "Niemann",
        "Noonan", "Paget", "Parkinson", "Parkinsons", "Peyronie", "Philadelphia", "Plummer", "Pompe",
        "Prader", "Raynaud", "Reiter", "Rett", "Roux", "Schwann", "Sezary", "Sheehan", "Sjogren", "Sjögren",
        "Stevens", "Still", "Sturge", "Takayasu", "Tay", "Tourette", "Turner", "Waldenstrom", "Waldenström",
        "Wegener", "Wernicke", "Williams", "Wilms", "Wilson", "Wiskott", "Wolff", "Zika", "Zollinger",
    )
)  # fmt: skip
