"""How men and women are asked for, and conditions that hold for one of them: **the table** ─▶ sex."""

from trialway.language_rules import LanguageRule, RuleTable

_F = r"(?:females?|women|woman|girls?)"
_M = r"(?:males?|men|man|boys?)"
_SKIP = (
    r"(?:(?:adult|healthy|non-?pregnant|non-?lactating|non-?breast-?feeding|not pregnant"
    r"|of nonchildbearing potential|,|patients?|subjects?|participants?|volunteers?|veterans?|half"
    r"|and/or|also|non) ?){0,4}"
)
_OR = r"(?:or|and|/|and/or|as well as|,|-)"

SEX = RuleTable(
    LanguageRule(
        "sex.both.men-and-women",
        rf"\b(?:both )?(?:{_M},? ?{_SKIP}{_OR} ?{_SKIP}{_F}|{_F},? ?{_SKIP}{_OR} ?{_SKIP}{_M})\b",
        "Both by name.",
        example="male or non-pregnant female",
        counter_example="males aged 18",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule("sex.both.letters", r"\b(?:both )?m ?/ ?f\b", "Both as letters.", "m/f", "mg/fl"),
    LanguageRule(
        "sex.both.either",
        r"\b(?:both )?(?:both|either|any|all) (?:sex(?:es)?|genders?)\b",
        "Either.",
        example="either sex",
        counter_example="either sexual partner",
    ),
    LanguageRule(
        "sex.both.no-limit",
        r"\b(?:both )?(?:(?:no restrictions? on|regardless of|irrespective of|without distinction of) (?:the "
        r")?(?:sex|gender)|(?:sex|gender)(?: is)? (?:not |un)limited)\b",
        "It does not matter.",
        example="regardless of gender",
        counter_example="regardless of age",
    ),
    LanguageRule(
        "sex.one",
        rf"\b(?P<sex>{_F}|{_M})\b"
        r"(?: (?:patients?|subjects?|participants?|volunteers?|veterans?|sex|gender))?",
        "One of them.",
        example="female participants",
        counter_example="mental",
    ),
    LanguageRule("sex.women", rf"\b{_F}\b", "Women or girls.", "women", "wheezing"),
    LanguageRule("sex.men", rf"\b{_M}\b", "Men or boys.", "boys", "women"),
    LanguageRule(
        "sex.condition.pregnancy",
        r"\b(?:child-?bearing|potential|reproductive|fertile|pregnan|lactat|contracep|partner"
        r"|breast-?feed|nursing|menopaus|sterili|sexually|conceive|condom|sperm|abstinen|birth control"
        r"|lactating|amenorrh|hysterect|surgically)",
        "A criterion for women who could be pregnant, or for their partners, not one that wants women.",
        example="women of childbearing potential",
        counter_example="women aged 18",
    ),
    LanguageRule(
        "sex.condition.duty",
        r"\b(?:must (?!be)|agree|except|unless|(?:is|are|will be) (?:eligible|authori[sz]ed)"
        r"|contra-?indicat|excluded)",
        "Something is asked of one of them.",
        example="men must use",
        counter_example="men must be",
    ),
    LanguageRule(
        "sex.condition.measure",
        r"\b(?:cm\b|kg\b|mg/dl|weigh|ha?emoglobin|waist|msec|ms\b|formula|mass)",
        "A limit for one of them.",
        example="women: haemoglobin",
        counter_example="women, 18 years",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "sex.condition.minority",
        r"\bminorit",
        "Who is wanted beside others.",
        example="women and minorities",
        counter_example="women who are minors",
    ),
    LanguageRule(
        "sex.both.asked-before",
        r"\b(?:for|if|by|agreement by|when)\b(?: \w{1,15}){0,2} ?$",
        "Something is asked of both.",
        example="contraception for all ",
        counter_example="healthy adult ",
    ),
    LanguageRule(
        "sex.both.asked-after",
        r"(?: \w{1,14}){0,3} ?\(?(?:must|who|of (?:child|reproduct|fertil|non)|agree|should|may"
        r"|with (?:repro|child|partner)|using|are (?:using|willing|eligible)|capable|need|will"
        r"|partner|,? condom)",
        "Something is asked of both, behind them.",
        example=" of childbearing potential",
        counter_example=" aged 18 years",
    ),
    LanguageRule(
        "sex.both.wanted-after",
        r"(?: \w{1,14}){0,2} ?(?:must be (?:≥|>|between|\d)|of non-?child\w{1,8} potential(?: "
        r"reproduction)?$)",
        "An age, or that nobody can have a child: both are wanted all the same.",
        example=" must be ≥ 18 years",
        counter_example=" must use contraception",
    ),
    LanguageRule(
        "sex.limit-after",
        r" ?[:(]? ?(?:-|≥|>|<|≤|\d)(?! ?\d{0,2} ?-? ?(?:years|y|to|-))",
        "A limit for one of them that is no age.",
        example=": > 102 cm",
        counter_example=": ≥ 18 years",
    ),
)
