"""Pregnancy, breast-feeding and the wish for a child in words: **the table of the reader** ─▶ pregnancy."""

from trialway.language_rules import LanguageRule, RuleTable

_FEEDING = (
    r"(?:(?:breast|brest)[ -]?(?:feed(?:ing|s)?|milk)|lactat(?:ing|ion|es)(?![a-z])|nursing(?! home"
    r"| staff| facilit| care| facility)(?! infants?)(?: mothers?| women| females?)?|suckling)"
)
_PREGNANT = (
    r"(?:pregnan(?:t|cy|cies)(?: (?:women|woman|females?|patients?|subjects?|participants?|status"
    r"|state))?|gravid(?:ity)?)"
)
_WISHING = (
    r"(?:plan(?:s|ned|ning|nings)?|intend(?:s|ing)?|intention|inten(?:t|ds)|wish(?:es|ing)?"
    r"|desir(?:e|es|ing|ous)|want(?:s|ing)?|expect(?:s|ing)?|hop(?:e|ing)|"
    r"trying|seeking|attempting|consider(?:s|ing)?|contemplating|(?:going|likely"
    r"|about) to|intention to)"
)

# What stands first takes the words: a test of a pregnancy and the wish for one are no pregnancy.
PREGNANCY = RuleTable(
    LanguageRule(
        "pregnancy.state.test",
        r"\b(?P<test>(?:(?P<before>negative|positive)[a-z ,()/\[\]-]{0,60}?pregnancy tests?"
        r"|(?P<told>negative) (?:(?:urine|serum|blood|beta-hcg)(?:,? (?:or|and|/) )?){1,3}"
        r" ?pregnancy(?! test)|pregnancy tests?[^.;]{0,100}?\b(?P<after>negative|positive)))",
        "A pregnancy test and its result.",
        example="a negative serum pregnancy test",
        counter_example="a serum pregnancy test at screening",
    ),
    LanguageRule(
        "pregnancy.state.wish",
        rf"\b(?P<wish>(?:{_WISHING}(?: \w{{1,12}}){{0,3}}? (?:to |of |on |for )?"
        r"(?:(?:be|becom(?:e|ing)|get(?:ting)?"
        r"|having|have) )?(?:an? )?(?:pregnan(?:t|cy)|conceive|conception|conceiving|child|children"
        r"|a baby|father|give birth)"
        r"|pregnancy is (?:planned|expected|intended)"
        r"|planned pregnan(?:t|cy)|pregnancy (?:plan|program)s?|pregnancy (?:intention|wish|desire)|(?:family"
        r"|pregnancy) planning|(?<!suspected )(?<!known )to be pregnan(?:t|cy)|be pregnant(?= (?:in"
        r"|during|within))|actively trying to become pregnant))",
        "The wish for a child, or the plan.",
        example="planning to become pregnant",
        counter_example="known to be pregnant",
    ),
    LanguageRule(
        "pregnancy.state.feeding",
        rf"\b(?P<feeding>(?:non-?)?{_FEEDING})",
        "Breast-feeding.",
        example="breast-feeding women",
        counter_example="nursing home residents",
    ),
    LanguageRule(
        "pregnancy.state.pregnant",
        rf"\b(?P<pregnant>(?:non-?)?{_PREGNANT})",
        "Pregnancy.",
        example="pregnant women",
        counter_example="women of childbearing potential",
    ),
    LanguageRule(
        "pregnancy.not.led-by",
        r"\b(?:avoid|avoiding|able to have|trimester of|terminate|contact with|in|prevent"
        r"|suspect(?:s)?|report|case of|event of|should|becomes?|become|becoming|capable of|outcome"
        r"|since|before|after|during|history of|previous|prior|risk (?:of|for)|at risk for|last"
        r"|complications? of|partner|partners|male|result in|lead to|harm to|risks? in|events in"
        r"|possibility of|potential for|contraindicat\w{0,4} in|week of|weeks of|effects? on|tests?"
        r"|from|until) (?:a |an |the |is |she is |in |early |unknown |female )?$",
        "A pregnancy to avoid, to report, of a partner, or of another time.",
        example="should avoid ",
        counter_example="who are ",
    ),
    LanguageRule(
        "pregnancy.not.followed-by",
        r" ?(?:tests?\b|prevention|avoidance|should|during (?:the )?(?:study|trial) (?:should|must"
        r"|will)|outcome|will not|registry|complicat|induced|associated|related|-?(?:related|induced"
        r"|associated)|partner|must be reported|is not|and delivery|hypertension)|,? is not considered",
        "A test without its result, the prevention, an illness of pregnancy.",
        example=" prevention programme",
        counter_example=" or breast-feeding",
    ),
    LanguageRule(
        "pregnancy.if",
        r"\b(?:if|when|should (?:they|he|she|the patient)) (?:\w{1,10} ){0,4}$",
        '"If the urine test is positive …, a serum pregnancy test is required": what is done then.',
        example="if the urine test is ",
        counter_example="with a ",
    ),
    LanguageRule(
        "pregnancy.now-too",
        r"\b(?:current|ongoing|existing|present)(?:,? or |/| and/or )planned pregnan"
        r"|\b(?:are|is),? or (?:\w{1,12} ){1,4}?(?:become|be|becoming|get) pregnan"
        r"|\bplanned (?:or |/|and/or )(?:current|ongoing|existing|present) pregnan",
        "The wish and the pregnancy itself in one.",
        example="current or planned pregnancy",
        counter_example="planned pregnancy",
    ),
    LanguageRule(
        "pregnancy.test-lacking",
        r"\b(?:not have|without|no|lack of|refus\w{1,3}|not having|absence of)(?: \w{1,12}){0,3} ?$",
        "The result is asked for and not there.",
        example="does not have a documented ",
        counter_example="has a documented ",
    ),
    LanguageRule(
        "pregnancy.not.past-before",
        r"\b(?:previous|prior|past|earlier|former|history of)(?:ly)? "
        r"(?:(?!or\b|and\b|current|now\b|known\b|to\b|study|trial)[a-z][a-z-]{1,14},? ){0,3}$"
        r"|\b(?:ha(?:s|ve|d|ving) (?:ever |already |previously |never )?(?:been|had)) (?:an? )?"
        r"(?:[a-z]{3,12} )?$",
        "A pregnancy of the past: one that ended says nothing of today.",
        example="previous term ",
        counter_example="prior to study entry, current ",
    ),
    LanguageRule(
        "pregnancy.not.past-behind",
        r" ?(?:(?:in|within|during|over) (?:the |their )?(?:past|last|previous|prior|preceding|\d)"
        r"|\d{1,3} (?:days|weeks|months|years) (?:ago|before|prior)|complicated|loss\b|losses\b"
        r"|(?:ended|ending|resulted|resulting) in)",
        "A pregnancy of the past, by what follows.",
        example=" within the last 6 months",
        counter_example=" or breast-feeding",
    ),
    LanguageRule(
        "pregnancy.women-who-are-not",
        r"\bnon-?(?:pregnan|lactat|breast|nurs)\w{0,9}(?:[ -]feeding)?"
        r"(?:(?:,? and/or|,? and|,? or|,|/) ?non-?(?:pregnan|lactat|breast|nurs)\w{0,9}(?:[ -]feeding)?){0,2}"
        r"(?: (?:adult|healthy|premenopausal|postmenopausal))? (?:females?|women|woman)\b"
        r"|\b(?:females?|women|woman),? (?:who are |that are )?non-?(?:pregnan|lactat|breast|nurs)",
        '"Non-pregnant females": asked of women, and no rule that a man meets.',
        example="non-pregnant, non-lactating women",
        counter_example="women who are not pregnant",
    ),
    LanguageRule(
        "pregnancy.men-too",
        r"\b(?:males?|men|man|boys)\b",
        "Men are named beside the women.",
        example="men and non-pregnant women",
        counter_example="menopausal women",
    ),
)
