"""What sentences of a record speak of: **the table** ─▶ sections ``join``, ``risks``, ``how``, ``visits``."""

import re

from trialway.language_rules import LanguageRule, RuleTable

SECTION_WORDS = RuleTable(
    LanguageRule(
        "section.anybody.consent",
        r"\bconsent|\bassent|\bagree|\bcompl(?:y|ian)|\bunderstand|\blanguage|\b(?:willing|able"
        r"|capable) (?:and able )?(?:to|of)\b",
        "Asked of everybody in any trial: to agree, to understand, to keep to the plan.",
        example="Willing and able to comply",
        counter_example="Unstable angina",
    ),
    LanguageRule(
        "section.anybody.age",
        r"(?<!gestational )\bage[ds]?\b|\byears? (?:old|of age)\b",
        "An age, which the section states by itself.",
        example="18 years of age",
        counter_example="gestational diabetes",
    ),
    LanguageRule(
        "section.anybody.open-to-all",
        r"\b(?:any|all|every) (?:race|ethnic|gender|sex|religio)|\bavailab(?:le|ility) (?:for|during)\b",
        "It keeps nobody out, or asks for time.",
        example="Any race or ethnicity",
        counter_example="Any stage of cancer",
    ),
    LanguageRule(
        "section.anybody.list",
        r"\b(?:above|below|following|as follows)\b|:\s*$",
        "A list follows, or is referred to.",
        example="One of the following",
        counter_example="Stage II cancer",
    ),
    LanguageRule(
        "section.anybody.pregnancy",
        r"\bpregnan|contracepti",
        "Pregnancy and contraception.",
        example="Not pregnant",
        counter_example="Postpartum haemorrhage",
    ),
    LanguageRule(
        "section.nothing-said",
        r"(?:none|nil|n\.?/?a\.?|not? (?:applicable|intervention|treatment)|none applicable)\W{0,3}$",
        "Words that say nothing.",
        example="None applicable",
        counter_example="None of them gets the drug",
    ),
    LanguageRule(
        "section.illness",
        r"\bdiagnos\w*|\b(?:histolog|cytolog|patholog)\w*|\b(?:patients?|subjects?|participants?"
        r"|people) with\b|\bhistory of\b",
        "The illness that somebody must have.",
        example="Histologically confirmed melanoma",
        counter_example="Adequate organ function",
    ),
    LanguageRule(
        "section.harm",
        r"\badverse (?:events?|effects?|reactions?|drug reactions?)|\bside[- ]effects?|\btoxicit|\bsafety\b"
        r"|\btolerability\b|\bcomplications?\b|\badverse (?:\w+ ){1,3}events?|\bmace\b|\bbleeding\b"
        r"|\bhypotension\b",
        "A measure of harm.",
        example="Number of participants with adverse events",
        counter_example="Overall survival",
    ),
    LanguageRule(
        "section.not-collected",
        r"\b(?:not|only|except\w*|excluding|other than)\b",
        "Some health problems were not collected.",
        example="non-serious events were not collected",
        counter_example="all events were collected",
    ),
    LanguageRule(
        "section.allocation",
        r"\b(?:re)?(?:random|alloc|assign)",
        "A sentence on allocation.",
        example="Patients are randomized 2:1",
        counter_example="At a ratio of 2:1",
    ),
    LanguageRule(
        "section.other-ratio",
        r"\b(?:dilut|titre|titer|solution|matched (?:in|at|by|with)|o'clock)",
        "A ratio or a time of something else.",
        example="a 1:10 dilution",
        counter_example="a 1:1 ratio",
    ),
    flags=re.IGNORECASE,
)
