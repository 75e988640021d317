"""Words between schedules of one text: **the table of "then" and "or"** ─▶ relate_schedules."""

import re

from trialway.language_rules import LanguageRule, RuleTable

RELATIONS = RuleTable(
    LanguageRule(
        "dosing.relation.then",
        r"\b(?:then|followed by|thereafter|subsequently|after that)\b",
        "What comes after what stands before.",
        example=", then ",
        counter_example=", when ",
    ),
    LanguageRule(
        "dosing.relation.or",
        r"\bor\b",
        "What comes in its place.",
        example=", or ",
        counter_example=" for ",
    ),
    LanguageRule(
        "dosing.relation.then-here",
        r"\b(?:then|thereafter|subsequently)(?: once| on| at)? $",
        "Straight before a schedule.",
        example="then once ",
        counter_example="then a dose ",
    ),
    LanguageRule(
        "dosing.relation.first-cycle",
        r"\bcycles? ?#?(?:1\b|one\b)",
        "The first cycle, which has days of its own.",
        example="cycle 1",
        counter_example="cycle 12",
    ),
    LanguageRule(
        "dosing.relation.afterwards",
        r"[ ,(]*(?:there|here)?after(?:wards)?\b(?! (?:the|a|an|each|meals?|food|breakfast))",
        "The schedule before this word comes after the one before it.",
        example=" thereafter",
        counter_example=" after meals",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "dosing.relation.comma",
        r"^(?: (?:dosing|doses?|injections?|\([^()]*\)))*,(?: (?:once|a|one))*[ -]$",
        "A comma between choices, and nothing else.",
        example=" dosing, ",
        counter_example=" dosing, then ",
    ),
    LanguageRule(
        "dosing.relation.next-sentence",
        r"(?-i:\.\s+(?:Then|Thereafter|Subsequently|After)\b)",
        "A sentence that goes on from the one before.",
        example=". Then ",
        counter_example=". The ",
    ),
    flags=re.IGNORECASE,
)
