"""How parts of a criterion, and criteria of a list, are joined: **the table** ─▶ or_groups, read_criteria."""

from trialway.criteria.cues import COUNT
from trialway.language_rules import LanguageRule, RuleTable

JOINING_WORDS = RuleTable(
    LanguageRule(
        "joining.some.of-the-following",
        rf"(?:≥ ?)?\b(?P<count>{COUNT}|any|either) ?(?:\(\d\) )?(?:or more )?(?:of )?(?:the "
        rf")?(?:following|these|below)",
        "So many of those that follow.",
        example="≥ 2 of the following",
        counter_example="all of the following",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "joining.some.any-of",
        r"\b(?P<any>any of|either|one or more of|≥ ?one|≥ ?1)\b",
        "One of several.",
        example="one or more of",
        counter_example="more of",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "joining.every",
        r"\b(?:all|both|each) (?:of )?(?:the )?(?:following|these|below)?",
        "All of several.",
        example="all of the following",
        counter_example="any of the following",
    ),
    LanguageRule(
        "joining.separator",
        r"; ?|, (?:or |and/or )?| or | and/or |/(?=[a-z])",
        "What parts the items of an exclusion.",
        example="hepatitis b, or hiv",
        counter_example="hepatitis b and hiv",
    ),
    LanguageRule(
        "joining.narrows.whose",
        r"\b(?:with|who|that|which|whose|in patients|known to)\b",
        "Only some of those named before.",
        example="in patients who smoke",
        counter_example="active patients",
    ),
    LanguageRule(
        "joining.narrows.unless",
        r"\b(?:unless|except|if|without|despite|when|where|not|no)\b",
        "Not always.",
        example="unless controlled",
        counter_example="controlled",
    ),
    LanguageRule(
        "joining.narrows.time",
        r"\b(?:within|during|after|following)\b",
        "Only at some time.",
        example="within 6 months",
        counter_example="6 months",
    ),
    LanguageRule(
        "joining.narrows.reason",
        r"\b(?:requir\w{1,3}|for|as|due|resulting|deemed)\b",
        "Only for some reason or in someone's eyes.",
        example="requiring treatment",
        counter_example="under treatment",
    ),
    LanguageRule(
        "joining.narrows.and",
        r"\b(?:including|and)\b",
        "More is asked, or an example is given.",
        example="diabetes and obesity",
        counter_example="diabetes or obesity",
    ),
)
