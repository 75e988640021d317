"""The words around names and values of measures: **the table of the reader** ─▶ lab_values."""

from trialway.criteria.cues import NUMBER
from trialway.language_rules import LanguageRule, RuleTable

LAB_VALUES = RuleTable(
    LanguageRule(
        "lab.either",
        r"\bor\b|/|\band/or\b",
        "One of several names is enough.",
        example="alt or ast",
        counter_example="alt and ast",
    ),
    LanguageRule(
        "lab.other-measure",
        r"\b(?:weight|age|years|thickness|pressure|diameter|volume|fev1|score|within|qt\w?"
        r"|le[fv]\w{0,20}|e/e|e'|septal|lateral"
        r"|improvement|uacr|acr|class|rate|duration|left atrial|size|hematocrit|homa\S{0,4}|index"
        r"|population)\b",
        "Another measure: what follows is no longer of the names before it.",
        example="and body weight ",
        counter_example="and weighted ",
    ),
    LanguageRule(
        "lab.length",
        r" ?(?:days|weeks|months|hours|years|mm\b|cm|kg(?!/)|min\b)",
        "A time or a length behind the number.",
        example=" weeks",
        counter_example=" kg/m2",
    ),
    LanguageRule(
        "lab.value-for",
        r" ?(?:for|of) (?:the )?",
        "A value and then what it is of.",
        example=" for ",
        counter_example=" in ",
    ),
    LanguageRule(
        "lab.sentence-end",
        r"; |\. (?!\d)|(?<=\w)\.$",
        "The end of a sentence; what follows is of something else.",
        example="alt; bilirubin",
        counter_example="≤ 1. 5",
    ),
    LanguageRule(
        "lab.exception.liver-metastases",
        r"\b(?:liver|hepatic)[ -](?:metasta\w{1,4}|involvement|lesions?|mets)|metastasis (?:to"
        r"|in) the liver",
        "A wider limit holds with liver metastases.",
        example="≤ 5 × uln with liver metastases",
        counter_example="≤ 5 × uln with liver disease",
    ),
    LanguageRule(
        "lab.exception.gilbert-syndrome",
        r"\bgilbert'?s?\b(?: (?:syndrome|disease))?",
        "A wider limit holds with Gilbert syndrome.",
        example="≤ 3 × uln with gilbert's syndrome",
        counter_example="≤ 3 × uln with wilson's disease",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "lab.exception.bone-metastases",
        r"\bbone metasta\w{1,4}",
        "A wider limit holds with bone metastases.",
        example="≤ 5 × uln with bone metastases",
        counter_example="≤ 5 × uln with bone disease",
    ),
    LanguageRule(
        "lab.of-some",
        r"\b(?:if|whose)\b[^.;:]{0,70}$|\b(?:(?:corrected|adjusted) for|per|reference) $",
        '"If of African descent or with a BMI ≥ 30": whom another limit is for; "corrected for BMI over 20".',
        example="if of african descent or with a ",
        counter_example="of african descent or with a ",
    ),
    LanguageRule(
        "lab.not-a-name.followed-by",
        r"^(?: transfus| disorder| inhibitor| function|-associated| binding|-mediated| sensi| antagon"
        r"| aggregat|-sparing| channel| supplement|-rich| cell)",
        "What follows makes a treatment, a disorder or a test of the name.",
        example=" transfusion within 7 days",
        counter_example=" level within 7 days",
    ),
    LanguageRule(
        "lab.not-a-name.led-by",
        r"(?:specific |anti-|allergen |mab |skin |urine |urinary |direct |cord )$",
        "Before the name: words that make another test or a medicine of it, antibodies by their stem.",
        example="treatment with omalizumab ",
        counter_example="treatment with a high ",
    ),
    LanguageRule(
        "lab.not-of-the-names",
        r"\b(?:ecog|nyha|age|weight|years|sbp|blood pressure|dlco|fev1|within [≤<]? ?\d)",
        "Something else that is measured stands between names and values.",
        example=" and ecog ",
        counter_example=" levels of ",
    ),
    LanguageRule(
        "lab.limit-before-name",
        rf"(?P<value>{NUMBER}) ?%? ?(?P<sign>[≤<]) ?$",
        'The lower limit of "20% ≤ LVEF ≤ 45%".',
        example="20% ≤ ",
        counter_example="20% of ",
    ),
    LanguageRule(
        "lab.same-in-another-unit",
        r"^ ?[(\[]$",
        '"100 to 125 mg/dL (5.6-6.9 mmol/L)": only a bracket between the two.',
        example=" (",
        counter_example=" or (",
    ),
    LanguageRule(
        "lab.bracket-for-some",
        r"[^()\[\]]{0,12}? ?(?:for|in|of|with|if|when|among) (?!the (?:past|last|previous))"
        r"[^()\[\]]{2,80}[)\]]",
        "The limit in the bracket is for some people, and no other way of writing the one before it.",
        example=" kg/m2 for asians)",
        counter_example=" mmol/l)",
    ),
)
