"""Words that deny or rule out what stands behind them, wherever they stand: **the table** ─▶ denials."""

from trialway.language_rules import LanguageRule, RuleTable

DENIALS = RuleTable(
    LanguageRule(
        "denial.not",
        r"\b(?:not|no|without|never|neither|nor|none|cannot|can't|(?:do|does|did|is|are|was|were|has|have|had|will|would|should|must)n't)\b",
        "Plain denials.",
        example="does not live nearby",
        counter_example="nothing else",
    ),
    LanguageRule(
        "denial.prefix",
        r"\bnon(?=[- ]?[a-z]{3})(?!e\b)",
        "A word that begins with non.",
        example="non-smoking",
        counter_example="none of these",
    ),
    LanguageRule(
        "denial.unable",
        r"\b(?:unable|inability|incapable|unwilling(?:ness)?|impossib(?:le|ility)|incapacity"
        r"|difficult(?:y|ies)|refus(?:e|es|ed|al)|fail(?:s|ed|ure)? to)\b",
        "Somebody cannot, or will not.",
        example="inability to swallow tablets",
        counter_example="ability to swallow",
    ),
    LanguageRule(
        "denial.lacking",
        r"\b(?:absence|absent|lack(?:s|ing)?|insufficient|inadequate|free (?:of|from)|negative|denies"
        r"|outside|out of)\b",
        "Something is not there, or not enough.",
        example="lack of a telephone",
        counter_example="presence of a telephone",
    ),
    LanguageRule(
        "denial.excluded",
        r"\b(?:(?:is|are|was|were|be|been) (?:also )?excluded|exclud(?:e|es|ed|ing)|exclusion of"
        r"|rul(?:e|es|ed|ing) out|prevent(?:s|ed|ing)?|preclud(?:e|es|ed|ing)"
        r"|prohibit(?:s|ed|ing)?|contraindicat(?:e|es|ed|ing)|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)?|discontinu(?:e|es|ed|ing|ation)|remov(?:e|es|ed|al))\b",
        "Something is ruled out, hindered or stopped.",
        example="a condition that precludes surgery",
        counter_example="exclusive breast-feeding",
    ),
)
