"""The words around an earlier treatment: **the table of the reader** ─▶ prior_treatment."""

from trialway.criteria.cues import TIME_UNIT
from trialway.language_rules import LanguageRule, RuleTable

PRIOR = RuleTable(
    LanguageRule(
        "prior.not.study",
        r"\b(?:trial|study|studies)\b",
        "What was taken is a place in a study.",
        example="the study drug",
        counter_example="studious care",
    ),
    LanguageRule(
        "prior.not.timed",
        rf"\b(?:within(?! the next| next| the initial)|in the (?:last|past|previous|\d)(?! ?(?:$|[.,;]))"
        rf"|(?:last|past|previous) \d"
        rf"|during the (?:last|past|previous|\d)|\d{{1,3}} ?{TIME_UNIT} (?:prior|before)|less than)"
        rf"|[<≤] ?\d{{1,3}} ?{TIME_UNIT}",
        "A window of time: then it is the window that counts.",
        example="bevacizumab within 4 weeks",
        counter_example="bevacizumab within the next 4 weeks",
    ),
    LanguageRule(
        "prior.list",
        r",? (?:and/or|and|or|plus|including(?: but not limited to)?|such as) |, |/(?![-0-9])",
        "What parts the names of a list.",
        example="cisplatin and etoposide",
        counter_example="cdk4/6",
    ),
    LanguageRule(
        "prior.end.what-for",
        r"\b(?:for (?:the |their |this )?(?:metasta|advanced|locally|inoperable|recurrent|treat"
        r"|current|any|stage|early|unresect|disease|cancer|pancreat|colorect)|in (?:the )?(?:metasta"
        r"|adjuvant|neo|advanced|setting|past|last|\d)|for|to treat|requiring"
        r"|as (?:most|monotherapy|defined|systemic)|therapeutic|in whom|with at least)",
        "What it was for and in which setting: the names end here.",
        example="docetaxel for metastatic disease",
        counter_example="docetaxel",
    ),
    LanguageRule(
        "prior.end.time",
        r"\b(?:within|prior to|before|at any|during|since|at screening|when|at least|on study)",
        "When it was: the names end here.",
        example="docetaxel before surgery",
        counter_example="docetaxel and surgery",
    ),
    LanguageRule(
        "prior.end.clause",
        r"\b(?:if|unless|except|other than|excluding|apart from|including|who|which|that|are|is|was"
        r"|were|will|must|allowed|permitted|but|however"
        r"|because|did|has|without|more than|given|where|progress\w{1,4})",
        "A clause of its own: the names end here.",
        example="docetaxel, which was stopped",
        counter_example="docetaxel, cisplatin",
    ),
    LanguageRule(
        "prior.end.bracket",
        r"\b\(",
        "A bracket straight behind a word.",
        example="docetaxel(75 mg)",
        counter_example="docetaxel, 75 mg",
    ),
    LanguageRule(
        "prior.end.other-item",
        r"\b(?:or (?:hypersensi|allerg|known|history|intoleran|has\b|have\b|who\b"
        r"|patients|contra|require|failed)|and (?:progress|experienc|relaps|has|have|patients|must))",
        "Another item of the criterion, which is no treatment.",
        example="docetaxel or hypersensitivity to it",
        counter_example="docetaxel or paclitaxel",
    ),
    LanguageRule(
        "prior.not-therapy.leading-word",
        r"^(?:treatment|therap|medication|hiv|human|hepatitis)",
        "A general word, or an infection, where a name should stand.",
        example="hepatitis b vaccine",
        counter_example="anti-hepatitis agents",
    ),
    LanguageRule(
        "prior.not-therapy.harm",
        r"\b(?:allerg(?!en)|hypersensi|reaction|toxicit|adverse|anaphyla|intoleran|infection|seizure)",
        "Harm that was had, not a treatment.",
        example="severe hypersensitivity to taxanes",
        counter_example="allergen immunotherapy",
    ),
    LanguageRule(
        "prior.not-therapy.course-of-trial",
        r"\b(?:non-?compliance|compliance|screening|enrol|consent|explanation|information|invitation"
        r"|approval|an? (?:copy|diagnosis)|benefit|fail(?:ed|ure)|standard[- ]of[- ]care|following|diagnos"
        r"|disease|line|diagnosis|resistance|dysfunction|regimens?$|number of|discontinu"
        r"|(?:any )?other treatments?$)",
        "What was received is a paper, a diagnosis, a number, no treatment.",
        example="a copy of the form",
        counter_example="an anthracycline",
    ),
    LanguageRule(
        "prior.not-therapy.tests-and-habits",
        r"\b(?:smok|exercise|imaging|scan|biops|training|education|doses? of|drug abuse|alcohol|abuse|test)",
        "Tests, teaching and habits.",
        example="a tumour biopsy",
        counter_example="a tumour vaccine",
    ),
    LanguageRule(
        "prior.aside",
        r"\((?:(?:e\.? ?g|including|such as|for example)\b(?![^()]{0,160}\bprior\b)[^()]{0,160}"
        r"|[a-z0-9/-]{2,12})\)",
        "Brackets that add nothing: examples, a short form.",
        example="a braf inhibitor (e.g., dabrafenib)",
        counter_example="a braf inhibitor (given for melanoma)",
    ),
    LanguageRule(
        "prior.only-mentioned.harm",
        r"\b(?:toxicit\w{1,3}|adverse|effects?|recover\w{0,3}|resol\w{1,4}|intoleran\w{1,2}|reactions?"
        r"|due to|associated with|related to|caused by)\b[^.;]{0,50}$",
        "The treatment is named for the harm it did.",
        example="recovered from the effects of ",
        counter_example="effective ",
    ),
    LanguageRule(
        "prior.only-mentioned.to-come",
        r"\b(?:waiting|whether|list(?:ed|ing)?|planned|expected|proposed|candidates?|except|scheduled"
        r"|requir\w{1,3}|need(?:s|ed)?|discontinu\w{1,6}|awaiting|likely|may or may not"
        r"|may have(?: received)?|subjected to)\b[^.;]{0,50}$",
        "The treatment is to come, or may have been.",
        example="scheduled for ",
        counter_example="on schedule after ",
    ),
    LanguageRule(
        "prior.only-mentioned.since",
        r"\b(?:since(?: any| the)?|from(?: any| the| their)?|completion of|(?:day|dose|end) of)\b"
        r"[^.;]{0,50}$",
        "The treatment is named as a point in time.",
        example="since the last dose of ",
        counter_example="sincere ",
    ),
    LanguageRule(
        "prior.only-mentioned.during",
        r"\b(?<!progression )(?<!progressed )during (?:a|an|any|the) $",
        "Something that happened during the treatment.",
        example="bleeding during any ",
        counter_example="progression during any ",
    ),
    LanguageRule(
        "prior.not-yet",
        r"^(?:\w{1,14} ){0,3}(?:likely|expected|anticipated|scheduled) to "
        r"(?:receive|undergo|need|require|have)\b(?![^;.]{0,160}\b(?:prior|previous|history|received|had)\b)[^;.]{0,160}$",
        '"Likely to receive resynchronisation, a heart transplant, …": nothing of it was had.',
        example="likely to receive resynchronisation or a heart transplant",
        counter_example="likely to receive a transplant or had a prior transplant",
    ),
    LanguageRule(
        "prior.waiting-list",
        r" ?(?:waiting )?list",
        "A list on which somebody waits.",
        example=" waiting list",
        counter_example=" waiting time",
    ),
    LanguageRule(
        "prior.no-name",
        r"(?:other|another|any|etc\.?|the|both|either|or|and|local|not limited to|but)",
        "Words of a list that are no name.",
        example="any",
        counter_example="ipilimumab",
    ),
    LanguageRule(
        "prior.illness",
        r"\b(?:lesions?|tumou?rs?|metastas[ei]s|infarction|angina|strokes?|diseases?|disorders?|syndromes?|failure|cancers?|infections?"
        r"|diathes[ie]s|thrombos[ie]s|embolisms?|ha?emorrhages?|bleeding|seizures?|arrhythmias?|ulcers?"
        r"|\w{3,20}(?:itis|opathy|opathies|a?emia|omas?|sclerosis))$",
        '"History of myocardial infarction or bypass": a list that is not of treatments alone.',
        example="myocardial infarction",
        counter_example="infarction treatment",
    ),
    LanguageRule(
        "prior.of-lesions",
        r"\b(?:lesions?|metastas[ei]s|sites?|areas?|fields?|nodes?|tumou?rs?)(?: (?:that|which|have|has|were"
        r"|are|been|not|must|be)){0,4} ?$|\b(?:in|within) (?:a|an|the) $"
        r"|\b(?:field|area|site|region)s? of (?:the )?$",
        '"Lesions previously treated with radiation": not the person.',
        example="lesions that have been ",
        counter_example="patients who have been ",
    ),
    LanguageRule(
        "prior.amount",
        rf"^(?:[≥≤<>] ?)?\d{{1,3}}(?![\w-]) ?(?:{TIME_UNIT}|cycles?|courses?|doses?)? ?(?:of )?(?:\d )?",
        '"At least 6 weeks of 1 prior anti-PD-1 therapy": how much of it is no part of the name.',
        example="≥ 2 cycles of platinum",
        counter_example="5-fluorouracil",
    ),
    LanguageRule(
        "prior.untimed-bracket",
        r"\((?![^()]{0,40}\d{1,3} ?(?:days?|weeks?|months?|years?|hours?))[^()]{0,200}\)",
        "What stands in brackets parts nothing, unless a time does.",
        example="(adjuvant or neoadjuvant)",
        counter_example="(within 6 months)",
    ),
)
