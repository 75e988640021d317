"""How limits of values are written: **the table** ─▶ value_limits.

Numbers, units and the upper limit of normal are forms, which all rows share; a row is one way of putting
them together.
"""

from trialway.criteria.cues import NUMBER
from trialway.language_rules import LanguageRule, RuleTable

_ULN = (
    r"(?:(?:x|×|times|time|fold)? ?(?:greater than |higher than )?(?:the |of |above "
    r"|institution\w{0,5} |local |laborator\w{1,4} |this ){0,4}\(?(?:ul?n\b|unl\b|upper (?:limits?"
    r"|normal|reference|bound\w{0,3})(?: (?:of|for|limits?))?(?: the)?(?: laboratory"
    r"| institutional| reference)?(?: normal| reference)?(?: range| value| limits?)?|iuln"
    r"|normal upper limit|the upper normal|limit of (?:the )?normal)(?: \(uln\))?\)?)"
)
_UNIT = (
    r"(?:cells? ?)?/ ?(?:mm ?\^?\(?3\)?|ul|mcl|microlit\w{2}|l\b|cmm|m\^?3)|(?:×"
    r"|x)? ?10 ?\^?\[?\(?(?:9|12|3|6)\)?\]? ?/ ?(?:l|ul|mm3|ml)|%|(?:kg|kilograms?|kgs?) ?(?:/"
    r"|per) ?(?:m|square met\w{1,3}|met\w{1,3}|cm)?[ ^(]{0,2}(?:squared?|square|sq|2)?\)?"
    r"|[a-z]{1,12}(?:/| per )[a-z0-9.,^×·() /-]{1,18}?(?=[ ,;.)]|$)|mmol|mm3|percent|k ?/ ?ul"
)

VALUE_LIMITS = RuleTable(
    LanguageRule(
        "value.limit.range",
        rf"(?P<range>(?P<lowsign>[≥>])? ?(?<![\w.,])(?P<low>{NUMBER})(?![,.]?\d) ?(?P<lowunit>%"
        rf"|(?:kilograms? per (?:meter square|square meter|meter squared) ?\(?)?kg/m ?\^?2\)?|g/dl|mg/dl"
        rf"|mmol/l)? ?(?:-|to|and|,(?= ?[≤<])|but|≥"
        rf"|≤) ?(?P<highsign>[≤<])? ?(?P<high>{NUMBER}))(?P<rangeunit> ?(?:{_UNIT}))?(?! ?(?:days|weeks"
        rf"|months|years|hours|min\b|cm|mm\b|class))",
        "From one value to another.",
        example="between 18 and 30 kg/m2",
        counter_example="18 kg of body weight",
    ),
    LanguageRule(
        "value.limit.signed",
        rf"(?P<sign>[≥≤><]) ?(?P<value>{NUMBER})(?![.,]?\d| ?(?:st|nd|rd|th)\b)"
        rf"(?! ?(?:cm|mm\b|days|weeks|months|years|hours|min\b"
        rf"|ms\b|msec|m/s))(?P<power> ?(?:×|x) ?10 ?[\^e]? ?(?:9|3|6|12)(?: ?/ ?l(?:it(?:er|re))?\b| ?/ ?ul)?"
        rf"| ?e9/l)?(?P<limit> ?{_ULN})?(?P<unit> ?(?:{_UNIT}))?",
        "A sign and a value, which may be a multiple of the laboratory's limit.",
        example="≤ 2.5 × uln",
        counter_example="≤ 2 weeks",
    ),
    LanguageRule(
        "value.limit.fold-above",
        rf"(?P<fold>{NUMBER}|two|three) ?-?(?:times|fold|x|×) (?:higher|greater|more|above"
        rf"|over)(?: than)? (?P<foldlimit>{_ULN})",
        "A multiple of the limit, and above.",
        example="three times higher than the upper limit of normal",
        counter_example="three times a day",
    ),
    LanguageRule(
        "value.limit.of-normal",
        rf"(?<!times )(?<!fold )(?P<over>[><≥≤]|greater than|higher than|above|exceeding|exceeds"
        rf"|less than|below|lower than|within|outside) ?(?:the )?(?P<alone>{_ULN})",
        "On one side of the limit itself.",
        example="above the upper limit of normal",
        counter_example="at the upper limit of normal",
    ),
    LanguageRule(
        "value.limit.within-fold",
        rf"(?P<way>within|less|lower|greater) (?P<x>{NUMBER}|two|three) (?P<waylimit>{_ULN})",
        "Within a multiple of the limit.",
        example="within 2 x uln",
        counter_example="within 2 weeks",
    ),
    LanguageRule(
        "value.or-more",
        rf"(?: levels?| concentrations?| values?)?(?: at \w{{1,14}})? ?\(?(?:of |is |was |: "
        rf"|= ?)?(?P<value>{NUMBER}) ?(?P<unit>{_UNIT})? ?(?:or|and) (?P<way>more|greater|higher|above"
        rf"|over|less|lower|below|under)\b",
        "A value and its side behind it.",
        example=" of 7% or more",
        counter_example=" of 7% or unknown",
    ),
)
