"""How earlier treatments are written: **the table of phrases** ─▶ treatment_phrases.

The group ``object`` (or ``object2`` …) of a match is what was taken.
"""

from trialway.language_rules import LanguageRule, RuleTable

_THERAPY = r"(?:therap(?:y|ies)|treatments?|regimens?|chemotherap(?:y|ies)|agents?)"
_PRIOR = r"(?:prior(?! to\b)|previous|earlier|preceding)"

TREATMENT_PHRASES = RuleTable(
    LanguageRule(
        "prior.named.prior-treatment-with",
        rf"\b(?:{_PRIOR}(?:ly)?|history of|past|earlier)(?: (?:or current|and/or current|or concurrent"
        rf"|or ongoing|and/or ongoing|or planned|history of|use of|any|known))? (?:systemic |adjuvant "
        rf"|local |standard |anti-?cancer |any )?(?:{_THERAPY}|treated|exposure|use|received?|receipt"
        rf"|administration|exposed)(?: with| of| to| by| using| including| therapy with"
        rf"| treatment with){{1,3}} (?:an? |any |the )?(?P<object>[^.;:]{{2,110}})",
        "An earlier treatment and its name.",
        example="prior treatment with trastuzumab",
        counter_example="prior to treatment with trastuzumab",
    ),
    LanguageRule(
        "prior.named.has-received",
        rf"\b(?:has|have|had|having|must have|who|patients?) (?:not )?(?:previously |ever "
        rf"|been previously |already |been )?(?:received|(?<=been )treated with"
        rf"|(?<=previously )treated with|been treated with)(?: any| an?"
        rf"| at least one)? (?:{_PRIOR} )?(?:{_THERAPY} with (?:an? )?)?(?P<object2>[^.;:]{{2,110}})",
        "What somebody has received.",
        example="have been treated with an anthracycline",
        counter_example="have been treated for asthma",
    ),
    LanguageRule(
        "prior.named.received-alone",
        r"^(?:prior to [^,.;]{3,30}, )?(?:received|treated with)(?: treatment with)? "
        r"(?P<object4>[^.;:]{2,110})",
        "A criterion that begins with what was received.",
        example="received platinum-based chemotherapy",
        counter_example="not received platinum-based chemotherapy",
    ),
    LanguageRule(
        "prior.named.previously-treated",
        r"\bpreviously (?:received|treated (?:with|by)|untreated with)(?: any"
        r"| other)? (?P<object3>[^.;:]{2,110})",
        "What somebody was treated with previously.",
        example="previously treated with a pd-1 inhibitor",
        counter_example="previously treated disease",
    ),
    LanguageRule(
        "prior.brief",
        rf"\b(?P<lead>{_PRIOR}(?:ly)?|history of|naïve to|naive to|naïve from|naive from"
        rf"|untreated with)(?: (?:or concurrent|or current|history of|any|additional|to|first-line))? "
        r"(?P<object>(?:(?!and\b|with\b|in\b|to\b|trial|study)[a-z0-9()/,-]{2,26} "
        r"){0,6}?(?:chemo-?(?:radio)?therap(?:y|ies)|radio-?therap(?:y|ies)"
        r"|(?:ir)?radiation(?: therapy)?(?! \w{3,14}itis\b)|immunotherap(?:y|ies)"
        r"|transplant(?:ation|s)?|antibod(?:y|ies)|inhibitors?|vaccines?|chemo\w{0,12}|(?:anti-[a-z0-9-]{2,16}|systemic"
        r"|targeted|anti-?cancer|antitumor|anti-tumor|hormonal|endocrine|biologic|resynchronization"
        r"|surgical|replacement|specific|adjuvant|cytotoxic|neoadjuvant|androgen suppression|local"
        r"|checkpoint|-directed|-targeted|deprivation|car-?t(?: cell)?"
        r"|cell)[a-z -]{0,20}? (?:therap(?:y|ies)|treatments?)|ablation(?: procedure)?"
        r"|bypass|cabg|pci|mastectomy))\b",
        'An earlier treatment right behind "prior", without "with".',
        example="no prior systemic anti-cancer therapy",
        counter_example="prior radiation pneumonitis",
    ),
    LanguageRule(
        "prior.no-prior-medicine",
        rf"\b(?:no|without) {_PRIOR} (?P<object>[a-z]{{3,14}}(?:mab|nib|rasib|ciclib|taxel|platin|trexed"
        r"|trexate|rubicin))\b(?! (?:\w{1,12} )?(?:trials?|stud))",
        "A medicine never taken, by its name, known by the stem that names of its class share.",
        example="no prior pemetrexed",
        counter_example="no prior bevacizumab trial",
    ),
    LanguageRule(
        "prior.general",
        rf"\b(?:(?:no|any|without|received|receiving|other) (?:\w{{1,12}} )?{_PRIOR} "
        rf"(?P<object>(?:[a-z/-]{{2,20}} ){{0,2}}?(?:therap(?:y|ies)|treatments?))\b(?! with| of)"
        rf"|{_PRIOR} (?P<object2>(?:therap(?:y|ies)|treatments?)) for\b"
        rf"|(?P<object3>previously untreated))",
        "Any earlier therapy, whatever it was.",
        example="no prior therapy for this disease",
        counter_example="prior therapy is allowed",
    ),
    LanguageRule(
        "prior.leading",
        rf"^(?:(?:any|no|known|has had|have had|has received|have received) ){{0,2}}{_PRIOR}"
        rf"(?: (?:or|and/or) (?:current|concurrent|ongoing|concomitant|planned))? "
        rf"(?P<object6>(?:(?!and\b|or\b|with\b|in\b|to\b|of\b|history\b|adverse\b|toxicit|concur)"
        rf"[a-z0-9/-]{{2,24}} ){{1,3}}(?:therap(?:y|ies)|treatments?))\b"
        r"(?! with| of| status| fail| regimen| plan|:)",
        "An earlier therapy by its kind, as a criterion by itself.",
        example="previous or current desensitisation therapy",
        counter_example="previous adverse therapy effects",
    ),
    LanguageRule(
        "prior.naive",
        r"\b(?P<object>(?:(?!for |or |are |and |is |be |either |both |all |participants? |patients? "
        r"|subjects? |who |have )[a-z0-9-]{2,20} ){0,2}(?:chemotherapy|treatment|therapy|immunotherapy|tki"
        r"|inhibitor|[a-z]{3,14}(?:nib|mab)))[ -]na[iï]ve\b(?! adult|patients? in whom)",
        "Somebody who never had a treatment.",
        example="chemotherapy-naive patients",
        counter_example="antigen-naive patients",
    ),
    LanguageRule(
        "prior.transplant",
        r"\b(?:allogen(?:e)?ic|autologous|solid organ|organ|bone marrow|stem[ -]cell|heart"
        r"|orthotopic heart|kidney|liver|lung)[a-z ,/-]{0,50}?transplant(?:ation|s|ed)?\b",
        "A transplant of an organ or of cells.",
        example="allogeneic stem cell transplantation",
        counter_example="corneal transplantation",
    ),
)
