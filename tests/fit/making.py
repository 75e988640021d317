"""Texts, answers and the rules of trials for the tests of the check."""

from hypothesis import strategies as st

from tests.criteria.reading import trial
from trialway.fit.rules import TrialRules, rules_of

LINES = [
    "* Age ≥ 18 years",
    "* Age ≥ 21 years with asthma",
    "* HIV",
    "* HIV, tuberculosis",
    "* Active hepatitis B",
    "* Female sex",
    "* Haemoglobin > 9 g/dL",
    "* Major surgery within 4 weeks",
    "OR",
    "Part 2 only:",
    "Exclusion Criteria:",
    "Inclusion Criteria:",
    "* One of the following:\n  * HIV\n  * Age < 50 years",
    "* Two of the following:\n  * HIV\n  * Hepatitis C\n  * Female sex",
    "* Pregnant or smoking",
    "* Hypertension",
    "* Pregnant or breast-feeding",
    "* ECOG 0-1",
    "* HER2-positive",
    "* Triple-negative breast cancer",
    "* No prior treatment with trastuzumab",
    "* At least 2 prior lines of therapy",
    "* ALT ≤ 2 × ULN",
]
TEXTS = st.lists(st.sampled_from(LINES), max_size=8).map("\n\n".join)
FIELDS = st.fixed_dictionaries(
    {
        "least": st.sampled_from(["", "18 Years", "30 Minutes"]),
        "sex": st.sampled_from(["", "FEMALE"]),
        "healthy": st.sampled_from([True, False]),
    }
)
# What somebody may say, question by question; no two contradict each other.
SAID = {
    "age": ["age=17", "age=62", "age=20 months"],
    "sex": ["sex=female", "sex=male"],
    "children": ["children=none", "children=pregnant"],
    "infections": ["infections=none", "infections=some"],
    "ecog": ["ecog=1", "ecog=3"],
    "her2": ["her2=positive", "her2=low", "her2=negative"],
    "hormone_receptor": ["hormone_receptor=positive", "hormone_receptor=negative"],
    "prior_lines": ["prior_lines=0", "prior_lines=2"],
    "haemoglobin": ["haemoglobin=8 g/dL", "haemoglobin=120 g/L"],
    "alt": ["alt=90 U/L", "alt=90 U/L limit 40", "alt=50 U/L limit 40"],
    "days_since:major_surgery": ["days_since:major_surgery=never", "days_since:major_surgery=3 weeks"],
    "prior_treatment:trastuzumab": ["prior_treatment:trastuzumab=yes", "prior_treatment:trastuzumab=no"],
}
# Sex answers for pregnancy where nobody is asked about it, so a pregnant man would take back what he said.
EVERYTHING = st.fixed_dictionaries({name: st.sampled_from(texts) for name, texts in SAID.items()}).filter(
    lambda said: (said["sex"], said["children"]) != ("sex=male", "children=pregnant")
)


def rules(text: str = "", **fields: object) -> TrialRules:
    return rules_of(trial(text, **fields))
