"""Words and signs that compare: **the table of what becomes ≥, ≤, > or <** ─▶ normalised_text.

The second part of an id names the sign. Every row is one group, so that its number tells which row it was.
"""

from trialway.language_rules import LanguageRule, RuleTable

# What is left of a sign whose encoding was lost: "ECOG ? 1" was ≤ or ≥ once, and nobody can tell which.
LOST_SIGN = r"[?¿£#\ufffd□\x80-\x9f\ue000-\uf8ff]"
NUMBER = (
    r"(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b|twelve\b"
    r"|(?:six|seven|eigh|nine)teen\b|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)\b)"
)
_BEFORE_NUMBER = rf"(?=(?: an| a| the)?(?: age| ages)?(?: of)? ?\(?[≥≤<>=-]? ?{NUMBER})"
SIGN_OF = {"at-least": "≥", "at-most": "≤", "more-than": ">", "less-than": "<"}


def _comparison(name: str, pattern: str, meaning: str, example: str, counter_example: str) -> LanguageRule:
    return LanguageRule(f"comparison.{name}", f"(?<![a-z])({pattern})", meaning, example, counter_example)


COMPARISONS = RuleTable(
    _comparison(
        "at-least.signs",
        r">(?: ?/ ?| or )?=(?: to)?|[=-]/?>|= >|> =|≥ ?/?=|> or ≥|≥ or =|> ?= ?|> ?/ ?=",
        "Signs for at least.",
        example=">= 18",
        counter_example="> 18",
    ),
    _comparison(
        "at-most.signs",
        r"<(?: ?/ ?| or )?=(?: to)?|= ?/?<|< =|≤ ?/?=|< or ≤|≤ or =",
        "Signs for at most.",
        example="=< 2",
        counter_example="< 2",
    ),
    _comparison(
        "at-least.greater-or-equal",
        r"(?:greater|more|higher|older|above|over) (?:than )?(?:or|and/or) (?:is )?equal(?: to| than)?"
        r"(?: \([>≥]=?\))?",
        "Greater or equal.",
        example="greater than or equal to 18",
        counter_example="greater than 18",
    ),
    _comparison(
        "at-most.less-or-equal",
        r"(?:less|lower|smaller|fewer|younger|below|under) (?:than )?(?:or|and/or) equal(?: to| than)?"
        r"(?: \([<≤]=?\))?",
        "Less or equal.",
        example="less than or equal to 2",
        counter_example="less than 2",
    ),
    _comparison(
        "at-least.equal-or-greater",
        r"(?:equal|same) (?:to )?(?:or|and) (?:greater|more|higher|older|superior|above|over)(?: than| to)?",
        "Equal or greater.",
        example="equal to or greater than 18",
        counter_example="equal to 18",
    ),
    _comparison(
        "at-most.equal-or-less",
        r"(?:equal|same) (?:to )?(?:or|and) (?:less|lower|smaller|below|younger)(?: than)?",
        "Equal or less.",
        example="equal or less than 2",
        counter_example="equal or better",
    ),
    _comparison(
        "at-most.less-equal",
        r"(?:less|lower) than equal to|inferior or equal to",
        "Less or equal, with a word missing, or from the French.",
        example="inferior or equal to 2",
        counter_example="inferior to 2",
    ),
    _comparison(
        "at-least.greater-equal",
        r"(?:greater|more) than equal to|more than equal to|superior or equal to",
        "Greater or equal, with a word missing, or from the French.",
        example="superior or equal to 18",
        counter_example="superior to 18",
    ),
    _comparison(
        "at-least.words",
        rf"(?:at (?:the )?least|no[tr]? (?:less|fewer|lower|younger) than"
        rf"|(?:a )?minimum(?: age)?(?: of)?)(?: \([>≥]=?\))?{_BEFORE_NUMBER}",
        "At least, not less than, a minimum of; only before a number.",
        example="at least 18 years",
        counter_example="at least partly",
    ),
    _comparison(
        "at-most.words",
        r"(?:at (?:the )?most|(?:but )?no[tr]? (?:more|greater|higher|older) than"
        r"|(?:but )?(?:do(?:es)? |must |should )?not exceed(?:ing)?"
        rf"|(?:a )?maximum(?: of)?|up to)(?: \([<≤]=?\))?{_BEFORE_NUMBER}",
        "At most, no more than, a maximum of, up to; only before a number.",
        example="no more than two",
        counter_example="no more than mild",
    ),
    _comparison(
        "more-than.words",
        rf"(?:(?:greater|more|higher|older|longer) than|superior to|above|over|exceed(?:s|ing)?"
        rf"|>)(?: \(>\))?{_BEFORE_NUMBER}",
        "More than; only before a number.",
        example="more than 3 months",
        counter_example="more than usual",
    ),
    _comparison(
        "less-than.words",
        rf"(?:(?:less|lower|fewer|smaller|younger|shorter) than|inferior to|below|under"
        rf"|<)(?: \(<\))?{_BEFORE_NUMBER}",
        "Less than; only before a number.",
        example="below 50 kg",
        counter_example="below normal",
    ),
)
