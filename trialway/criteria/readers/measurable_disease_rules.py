"""How disease that can be measured on scans is written: **the table** ─▶ measurable_disease."""

from trialway.language_rules import LanguageRule, RuleTable

MEASURABLE_DISEASE = RuleTable(
    LanguageRule(
        "measurable.named.disease",
        r"(?P<non>\bnon-?)?\b(?:accurately |radiographically |bidimensionally "
        r")?(?P<not>non-?)?measure?able,?(?: and/or| or| and)?(?: (?:or |and )?(?:evaluable"
        r"|non-?measurable|assessable))?(?:,? (?:target|primary|hepatic|tumou?r|extra-?cranial"
        r"|intracranial|and|or|non-nodal|metastatic|soft tissue|site of|sites of)){0,3} ?(?:diseases?"
        r"|lesions?|tumou?rs?|metastas[ei]s|sites?|disease status|indicator)",
        "Disease or lesions that can be measured, or cannot.",
        example="at least one measurable target lesion",
        counter_example="measurable improvement",
    ),
    LanguageRule(
        "measurable.named.by-response-criteria",
        r"\b(?:evaluable|assessable|target) (?:tumou?r )?(?:lesions?"
        r"|disease)\b(?=[^.;]{0,40}(?:recist|response evaluation))",
        "Lesions that criteria of response go by.",
        example="target lesions according to recist",
        counter_example="target lesions by angiography",
    ),
    LanguageRule(
        "measurable.named.lesion-measured",
        r"\blesions?\b[^.;]{0,70}\b(?:accurate(?:ly)? measur\w{1,6}|can be (?:accurately )?measured"
        r"|qualifies as a recist)",
        "A lesion, and that it can be measured.",
        example="one lesion that can be accurately measured",
        counter_example="lesion that was measured",
    ),
    LanguageRule(
        "measurable.named.behind",
        r"disease (?:that is )?measurable|evaluable (?:disease|lesion)s?\b|measurable (?:per|by|according)",
        "Measurable stands behind, or alone before the criteria.",
        example="disease that is measurable",
        counter_example="measurable in plasma",
    ),
    LanguageRule(
        "measurable.whatever",
        r"regardless of|irrespective of|with or without",
        "It does not matter.",
        example="with or without ",
        counter_example="without ",
    ),
    LanguageRule(
        "measurable.either",
        r"\bmeasurable or non-?measurable",
        "Either will do.",
        example="measurable or non-measurable disease",
        counter_example="measurable or evaluable disease",
    ),
    LanguageRule(
        "measurable.past",
        r" (?:cannot|can not|was|were|is not)",
        "What was, or is not, measured.",
        example=" was treated",
        counter_example=" is present",
    ),
    LanguageRule(
        "measurable.other.spoken-of",
        r"\b(?:regardless of|irrespective of|considered|usually not considered a|number of"
        r"|presence of) (?:\w{1,14} ){0,2}$",
        "What counts as one, or how many there are.",
        example="are considered ",
        counter_example="must have ",
    ),
    LanguageRule(
        "measurable.absent-before",
        r"\b(?:no|without|not have|lack of|absence of) (?:\w{1,12} ){0,2}$",
        "There is none.",
        example="absence of ",
        counter_example="presence of ",
    ),
)
