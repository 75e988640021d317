"""How consent is asked for, refused, or only named as a date: **the table** ─▶ consent."""

from trialway.language_rules import LanguageRule, RuleTable

_LEADS_TO_IT = r"\b(?: [\w/'()-]{1,18},?){0,12} ?$"
_SAME_SENTENCE = r"\b[^.;]{0,45}$"

CONSENT = RuleTable(
    LanguageRule(
        "consent.named",
        r"\b(?:(?:(?:study[- ]specific|signed|written|informed|voluntary|voluntarily|dated|and"
        r"|provide[sd]?|giv(?:e|es|ing|en)|provision of|obtain(?:ed|ing)?|sign(?:s|ing)?|the|an?|his"
        r"|her|their|their own|of|in person|to|,|/|or|and/or|appropriate|valid|legally|effective"
        r"|patient|parental) ?){0,10})?(?:\bconsent(?:s|ing|ed)?\b(?! process)(?:/assent| or assent)?"
        r"|\bassent\b|\bicf\b)(?: (?:form|document)s?)?(?: ?\(icf\))?",
        "Consent with the words that lead to it.",
        example="signed written informed consent form (icf)",
        counter_example="consensus",
    ),
    LanguageRule(
        "consent.cannot.unable",
        r"\b(?:un(?:able|willing)\w{0,4}|inability|incapab\w{1,4}|incapacity|unwillingness"
        rf"|impair\w{{1,3}}|impossib\w{{1,5}}|difficult\w{{0,3}}){_LEADS_TO_IT}",
        "Somebody cannot give it, or would not.",
        example="inability to give ",
        counter_example="ability to give ",
    ),
    LanguageRule(
        "consent.cannot.refused",
        rf"\b(?:refus\w{{1,3}}|declin\w{{1,3}}|(?<!heart )(?<!renal )(?<!kidney )(?<!liver )(?<!organ )"
        rf"(?<!respiratory )fail\w{{0,4}}){_LEADS_TO_IT}",
        "Somebody does not give it.",
        example="refusal to sign the ",
        counter_example="agreement to sign the ",
    ),
    LanguageRule(
        "consent.cannot.not",
        rf"\b(?:not|neither|no|without|lack(?:ing|s)?|absence of){_LEADS_TO_IT}",
        "There is none.",
        example="lack of ",
        counter_example="provision of ",
    ),
    LanguageRule(
        "consent.cannot.prevented",
        r"\b(?:preclud\w{1,3}|prevent\w{0,3}|prohibit\w{0,3}|interfere with(?: the)? (?:ability)?)"
        rf"{_LEADS_TO_IT}",
        "Something keeps somebody from giving it.",
        example="would preclude informed ",
        counter_example="would include informed ",
    ),
    LanguageRule(
        "consent.date.moment",
        r"\b(?:time|date|day|moment|prior to|before|after|until|since|from|months?|weeks?|days?|years?)"
        rf"{_SAME_SENTENCE}",
        "The consent as a date.",
        example="aged 18 at the time of signing ",
        counter_example="aged 18, able to sign ",
    ),
    LanguageRule(
        "consent.date.document",
        rf"\b(?:defined in|described in|listed in|withdrawal of|\(of){_SAME_SENTENCE}",
        "The consent as a paper, or its end.",
        example="as described in the ",
        counter_example="described by the ",
    ),
    LanguageRule(
        "consent.asked.ability",
        r"\b(?:able|ability|willing\w{0,4}|capab\w{1,4}|can|competent)\b",
        "Somebody can give it, or would.",
        example="willingness to give informed consent",
        counter_example="probable",
    ),
    LanguageRule(
        "consent.asked.act",
        r"\b(?:provid\w{1,3}|obtain\w{0,3}|sign(?:s|ed|ing|ature)?|giv(?:e|es|en|ing)|agree\w{0,2}"
        r"|accept\w{0,3}|execute|understand\w{0,3})\b",
        "Somebody gives it.",
        example="has signed the form",
        counter_example="significant",
    ),
    LanguageRule(
        "consent.asked.duty",
        r"\b(?:have|has|must)\b",
        "It must be there.",
        example="must have consent",
        counter_example="had",
    ),
    LanguageRule(
        "consent.asked.form",
        r"\b(?:voluntar\w{1,3}|written|informed|consent)\b",
        "The consent that studies ask for.",
        example="written informed consent",
        counter_example="information",
    ),
    LanguageRule(
        "consent.given.ability",
        r"\b(?:able|ability|willing|capab\w{1,4}|unable|inability)\b",
        "It is asked for, though a date is named beside it.",
        example="able to consent before screening",
        counter_example="willingly",
    ),
    LanguageRule(
        "consent.given.act",
        r"\b(?:provid\w{1,3}|voluntar\w{1,3}|refus\w{1,3}|must|has given|have given|agree\w{0,2}|obtained"
        r"|understand\w{0,3})\b",
        "It is given or refused, though a date is named beside it.",
        example="has given consent before screening",
        counter_example="was given before screening",
    ),
    LanguageRule(
        "consent.refused-after",
        r"[^.;]{0,14} (?:cannot|is not|was not|refused|not (?:obtained|given|signed))",
        "The refusal stands behind.",
        example=" form not signed",
        counter_example=" form signed",
    ),
)
