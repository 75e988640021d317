"""Words around the name of a drug that tell which drug they belong to: **the table** ─▶ attribute_text."""

import re

from trialway.language_rules import LanguageRule, RuleTable

_UP_TO_THE_NAME = r"(?: to| with| for)?(?: the)?(?: active)? $"

ATTRIBUTION = RuleTable(
    LanguageRule(
        "attribution.like.placebo-of",
        r"\b(?:match(?:ed|ing|es)?(?: (?:for|in) [\w ]{1,40}?)?|identical|similar|placebo|appearance of"
        rf"|mimic\w*|resembl\w+|looks? like){_UP_TO_THE_NAME}",
        "What looks like the drug that is named, and is none of it.",
        example="placebo matching ",
        counter_example="placebo and ",
    ),
    LanguageRule(
        "attribution.like.instead-of",
        rf"\b(?:instead of|compared?|comparison|versus|vs){_UP_TO_THE_NAME}",
        "What is given in place of the drug that is named.",
        example="compared to ",
        counter_example="combined with ",
    ),
    LanguageRule(
        "attribution.dummy-after",
        r"[ -](?:matching[ -]|matched[ -])?(?:placebos?|dummy|sham)\b",
        "The name of a drug in the name of its placebo.",
        example=" matching placebo",
        counter_example=" plus surgery",
    ),
    LanguageRule(
        "attribution.its-placebo",
        r"(?<!or )(?<!and )(?<!/)(?<!/ )(?<!or matching )(?<!or matched )(?<!or the )"
        r"(?<!vs )(?<!versus )(?<!no )(?<!double-)"
        r"\bplacebo\b(?!-controlled| controlled|-matched| arm| group)",
        "From here on the words are on a placebo that the record does not list.",
        example="target heart rate; 10 mg placebo once daily",
        counter_example="10 mg or placebo once daily",
    ),
    LanguageRule(
        "attribution.of-next.adverb-before-name",
        r"\b(?:daily|weekly|monthly)(?: (?!and\b|plus\b|with\b|or\b|then\b|followed\b|combined\b)[\w-]+)"
        r"{1,2} $",
        "How often the drug that follows is given, with its first words.",
        example="monthly intravenous ",
        counter_example="monthly and ",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "attribution.of-next.adverb",
        r"\b(?:of|with|and|plus|receives?) (?:daily|weekly|monthly) $",
        "How often the drug that follows is given.",
        example="and weekly ",
        counter_example="given weekly ",
    ),
    LanguageRule(
        "attribution.amount-before",
        r"(?<![\w.,/-])\d[\d.,]* ?(?:mg|milligrams?|mcg|µg|μg|ug|micrograms?|g|grams?|iu|units?|ml)(?:/\w+)?"
        r"(?: \([^()]{1,12}\))?(?: of| tablets? of| capsules? of| doses? of| tablets?| capsules?)? $",
        "The amount before a name is an amount of it.",
        example="5 g of ",
        counter_example="5 days of ",
    ),
    LanguageRule(
        "attribution.leads-to-next",
        r"(?:\s\+|,|;|\b(?:plus|and|with|or)\b)[^+,;]{0,60}$",
        "The last words before a name are on what it names, unless they say when.",
        example=" + 500 mg tablet of ",
        counter_example=" 500 mg tablet of ",
    ),
    LanguageRule(
        "attribution.joined",
        r"\b(?:plus|with|and|combin\w*|followed|versus|or)\b|[+&]",
        "What stands before is on something else.",
        example="twice daily, plus ",
        counter_example="twice daily ",
    ),
    flags=re.IGNORECASE,
)
