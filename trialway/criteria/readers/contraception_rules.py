"""Contraception and abstinence in words: **the table of the reader** ─▶ contraception."""

from trialway.language_rules import LanguageRule, RuleTable

CONTRACEPTION = RuleTable(
    LanguageRule(
        "contraception.means",
        r"\b(?:contracepti(?:on|ves?)|birth[ -]control|abstinen(?:t|ce)|abstain(?:s|ing"
        r"|ed)? from (?:\w{1,15} ){0,2}(?:sex|intercourse|activit)|condoms?|reproductive precautions"
        r"|abstain from (?:heterosexual|sexual))",
        "A means of contraception, or abstinence.",
        example="agree to use effective contraception",
        counter_example="abstain from alcohol",
    ),
    LanguageRule(
        "contraception.refuses",
        r"\b(?:not|no|without|un(?:willing|able)\w{0,4}|refus(?:e|es|ing|al)|discontinu(?:e|es|ing)"
        r"|stop(?:s|ping)?|fail(?:s|ure)?"
        r"|neither|lack(?:ing)?|inadequate|unprotected|nor)\b"
        r"(?:[ /](?!(?:must|agrees?|consents?|should|shall|and)\b)[\w/-]{1,16}){0,9} ?$"
        r"|unless (?:[\w/-]{1,16} ){0,10}$",
        "Who does not use it.",
        example="unwilling to use adequate ",
        counter_example="not pregnant and must use ",
    ),
    LanguageRule(
        "contraception.not.medicine",
        r"\b(?:requesting|taking|(?:medication|medicine|drug)s? \(including|dos(?:e|ing) of|use of hormonal"
        r"|change in"
        r"|hormone-?replacement therapy or oral|not require|contraindicat\w{1,5} (?:to|for)"
        r"|combined oral|avoid\w{0,3}|participated in an oral|absence of|except(?:ion of|ing|s)?(?: for)?"
        r"|other than|excluding|apart from) (?:\w{1,14} ){0,3}$",
        "A medicine that must not be taken, or words that ask for nothing.",
        example="medications other than oral ",
        counter_example="using oral ",
    ),
    LanguageRule(
        "contraception.not.menopause",
        r"(?<!-)\b(?:amenorrh|menses|fsh\b|follicle)(?:(?!potential)[^.;]){0,80}\b(?:without|not) "
        r"(?:\w{1,8} ){0,3}$",
        "What makes a woman postmenopausal.",
        example="amenorrhea for 12 months without ",
        counter_example="women of childbearing potential not ",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "contraception.not.investigator",
        r"\binvestigators? (?:is|are|will|should|shall)\b[^.;]{0,70}$",
        "Who looks after it.",
        example="the investigator will review the ",
        counter_example="in the view of the investigator, ",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "contraception.not.followed-by-medicine",
        r"^ (?:medications?|pills? (?:within|in)|drugs?)",
        "A contraceptive as a medicine that counts in a window.",
        example=" pills within 3 months",
        counter_example=" methods within 3 months",
    ),
    LanguageRule(
        "contraception.not.of-habits",
        r"\b(?:drugs?|alcohol|smok\w{1,4}|caffeine|tobacco)\b",
        "Abstinence from something else.",
        example="abstinence from alcohol",
        counter_example="abstinence",
    ),
)
