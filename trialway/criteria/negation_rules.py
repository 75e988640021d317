"""What denies the words behind it: **the table** ─▶ cues.find_negation (after NegEx).

Up to five words may stand between a row's words and what they deny; which words, ``cues`` decides.
"""

from trialway.language_rules import LanguageRule, RuleTable

_UP_TO_FIVE_WORDS = r"\b[ -]?(?:[a-z]{1,14}[ /]){0,5}$"

NEGATIONS = RuleTable(
    LanguageRule(
        "negation.not",
        rf"\b(?:no|not|without|never|none|neither|nor|non|cannot){_UP_TO_FIVE_WORDS}",
        "Plain negations.",
        example="without known ",
        counter_example="with known ",
    ),
    LanguageRule(
        "negation.absent",
        rf"\b(?:absence of|free (?:of|from)|lack of|exclusion of){_UP_TO_FIVE_WORDS}",
        "Something is not there.",
        example="absence of active ",
        counter_example="presence of active ",
    ),
    LanguageRule(
        "negation.denied",
        rf"\b(?:den(?:y|ies)|negative(?: for)?){_UP_TO_FIVE_WORDS}",
        "Somebody says no, or a test does.",
        example="tested negative for ",
        counter_example="tested for ",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "negation.contracted",
        rf"\b(?:isn't|aren't|don't|doesn't|haven't|hasn't){_UP_TO_FIVE_WORDS}",
        "Short forms of not.",
        example="doesn't have ",
        counter_example="does have ",
    ),
    LanguageRule(
        "negation-not.only",
        r"not (?:only|limited|necessarily|mandatory|required)",
        "These deny nothing.",
        example="not limited to",
        counter_example="not eligible",
    ),
)
