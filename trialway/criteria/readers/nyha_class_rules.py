"""How classes of the New York Heart Association are written: **the table** ─▶ nyha_class.

The classes stand in groups whose number says which row they are of; ``CLASS`` is the form of one class.
"""

from trialway.criteria.comparison_rules import LOST_SIGN
from trialway.language_rules import LanguageRule, RuleTable

CLASS = r"(?:iv|iii|ii|i|[1-4]|ⅰ|ⅱ|ⅲ|ⅳ)[a-d]?\b"
_NAME = r"(?:new york heart(?: association)?|nyha)"

NYHA_CLASS = RuleTable(
    LanguageRule(
        "nyha.class.signed",
        rf"\b{_NAME}(?:(?!\b(?:iv|iii|ii|i)\b)[^.;0-9≥≤<>]){{0,60}}?(?P<sign>[≥≤><]) ?(?:class |grade "
        rf"|level )?(?P<limit>{CLASS})",
        "The name, a sign and a class.",
        example="nyha functional class ≥ iii",
        counter_example="nyha functional class unknown",
    ),
    LanguageRule(
        "nyha.class.name-first",
        rf"\b{_NAME}(?: f\. ?(?:c\."
        rf"|class))?[^.;≥≤<>]{{0,80}}?(?<![a-hj-uw-z0-9.])(?P<first>{CLASS})(?:(?P<range> ?(?:-|to"
        rf"|through|and above|or above|or higher|or greater|or more|or worse"
        rf"|and higher) ?(?:and )?)(?:class )?(?P<last>{CLASS})?|(?P<more>(?:(?: ?, ?(?:or|and)? ?|/"
        rf"| or | and |, )(?:ambulatory )?(?:class )?{CLASS}){{1,3}}))?",
        "The name and its classes.",
        example="new york heart association (nyha) class ii-iv",
        counter_example="new york heart association criteria",
    ),
    LanguageRule(
        "nyha.class.class-first",
        rf"\b(?:class(?:es)?|grades?|stages?) ?(?P<sign3>[≥≤><])? ?(?P<first2>{CLASS})(?:(?P<range2> "
        rf"?(?:-|to|or higher|or above|or greater) ?)(?P<last2>{CLASS})?|(?P<more2>(?:(?: ?, ?(?:or"
        rf"|and)? ?|/| or | and ){CLASS}){{1,3}}))?[^.;0-9]{{0,70}}?\b{_NAME}\b",
        "The class and then the name.",
        example="class iii or iv heart failure (nyha)",
        counter_example="class iii obesity",
    ),
    LanguageRule(
        "nyha.class.bare-first",
        rf"(?<![\w.])(?P<first4>iv|iii|ii|ⅱ|ⅲ|ⅳ)(?P<range4> ?(?:-|to) ?)?(?P<last4>iv|iii|ⅲ"
        rf"|ⅳ)?(?! ?(?:cancer|nsclc|breast|hypersens|errors?|diuretic"
        rf"|loop))[^.;0-9]{{0,50}}?\b(?:{_NAME}|new-york heart)",
        "A class without the word for it, and then the name.",
        example="iii-iv heart failure by nyha",
        counter_example="iv diuretics, nyha",
    ),
    LanguageRule(
        "nyha.sign-before",
        r"(?P<sign>[≥≤<>]|(?:higher|greater|more|worse) than|above) ?(?:the )?$",
        "The sign stands before the name.",
        example="higher than ",
        counter_example="higher risk, ",
    ),
    LanguageRule(
        "nyha.and-worse",
        r"above|higher|greater|more|worse",
        "The class and all beyond it.",
        example=" or higher",
        counter_example=" to ",
    ),
    LanguageRule(
        "nyha.lost-sign",
        rf"{LOST_SIGN} ?(?:class ?)?{CLASS}",
        "A sign was lost before the class.",
        example="class ? iii",
        counter_example="class iii",
    ),
)
