"""How the spread of a cancer is written, and what only looks like it: **the table** ─▶ metastasis."""

from trialway.language_rules import LanguageRule, RuleTable

_CANCER = (
    r"(?:cancers?|carcinomas?|adenocarcinomas?|malignanc(?:y|ies)|neoplasms?|tumou?rs?|diseases?|melanomas?"
    r"|nsclc|solid tumou?rs?)"
)
# Words that may stand between "metastatic" and what is so: none names a place that it has spread to.
_BETWEEN = (
    r"(?:(?!bone|brain|cns|liver|lung|hepatic|spinal|visceral|setting|or |and |for |of |in |with |treat"
    r"|lesion)[a-z0-9+-]{2,20} ){0,4}?"
)
_ROMAN = r"(?:iv|iii|ii|i|ⅰ|ⅱ|ⅲ|ⅳ|[0-4])(?P<{0}>[abc]?)\d?"
_SAME_SENTENCE = r"[^.;]{0,50}$"
_JOINED = r"(?: \([a-z]{1,6}\))?(?: (?:or|and))? ?$"

SPREAD = RuleTable(
    LanguageRule(
        "spread.metastatic",
        rf"\b(?P<non>non-? ?)?metastatic {_BETWEEN}(?P<noun>{_CANCER})\b"
        r"(?! (?:to|in|of|involv|within|progress|site|lesion))",
        "A cancer that has spread, or has not.",
        example="non-metastatic prostate cancer",
        counter_example="metastatic brain tumors",
    ),
    LanguageRule(
        "spread.metastases.alone",
        r"(?<![a-z] )(?P<plain>\b(?:any |known |evidence of |presence of |documented |existing |confirmed "
        r"){0,3})metastas[ei]s(?: disease)?(?= ?(?:$|[.,;]))",
        "Metastases, wherever they are.",
        example="evidence of metastases",
        counter_example="liver metastases",
    ),
    LanguageRule(
        "spread.metastases.distant",
        r"\bdistant metasta(?:s[ei]s|tic disease)\b(?! (?:to|in|of) )",
        "Distant metastases.",
        example="distant metastasis",
        counter_example="distant metastases to the brain",
    ),
    LanguageRule(
        "spread.stage",
        rf"\bstages? ?(?P<first>{_ROMAN.format('a')})\b"
        rf"(?:(?P<sep> ?- ?| to | through |, ?| or | and |/)(?:stages? )?(?P<last>{_ROMAN.format('b')})\b)?"
        r"(?P<more>(?:,? (?:or|and) |, ?|/)(?:stages? )?(?:iv|iii|ii|i|[0-4])[abc]?\b)?",
        "A stage, several stages, or a range of them.",
        example="stage i to iiia",
        counter_example="stage v",
    ),
    LanguageRule(
        "spread.early",
        r"\b(?P<way>(?:(?:inflammatory|locally advanced),? (?:or |and/or )?){0,2}early)(?:[ -]stage)?"
        r" (?:invasive )?breast cancers?\b",
        "A cancer that has not spread.",
        example="early stage breast cancer",
        counter_example="early lung disease",
    ),
    LanguageRule(
        "spread.done.treatment",
        rf"(?:therap\w{{1,4}}|treat\w{{1,5}}|regimens?|lines?|agents?|drugs?|surgery|\bresect(?:ion|ed))"
        rf"{_SAME_SENTENCE}",
        "A treatment for it: what was done, not what somebody has.",
        example="prior chemotherapy for ",
        counter_example="patients with ",
    ),
    LanguageRule(
        "spread.done.sample",
        rf"(?:biops\w{{1,4}}|sites?|tissue|samples?){_SAME_SENTENCE}",
        "A piece of it that is looked at.",
        example="biopsy of a ",
        counter_example="evidence of ",
    ),
    LanguageRule(
        "spread.done.course",
        rf"(?:setting|received|respon\w{{1,4}}|progress\w{{1,4}}|relaps\w{{1,4}}|naive)\b{_SAME_SENTENCE}",
        "How it went under treatment.",
        example="progressed on treatment for ",
        counter_example="diagnosed with ",
    ),
    LanguageRule(
        "spread.advanced-before",
        r"\b(?:advanced|recurrent|unresectable|non-?resectable|inoperable|relapsed|refractory|regional"
        r"|incurable|persistent|progressive|active|(?:stages? )?iii[abc]?)(?: \([^)]{1,30}\))?"
        r"(?:,? (?:or|and|and/or) |/|, )(?:(?:or|and|distant|stage|\w{1,14}) ){0,2}$",
        "Advanced or metastatic: either is enough.",
        example="locally advanced or ",
        counter_example="newly diagnosed ",
    ),
    LanguageRule(
        "spread.advanced-after",
        r"(?:,? (?:or|and/or) |/)(?:\w{1,12} ){0,2}(?:advanced|recurrent|unresectable|inoperable)",
        "Metastatic or advanced: either is enough.",
        example=" or locally advanced",
        counter_example=" and measurable",
    ),
    LanguageRule(
        "spread.another-before",
        r"(?:\b(?:or|and/or)|/|[a-z],) ?(?:distant )?$",
        "Another way of spreading that has no name here: early or metastatic.",
        example="early or ",
        counter_example="for ",
    ),
    LanguageRule(
        "spread.place-before.organ",
        r"\b(?:brain|cns|system|bone|liver|hepatic|lung|pulmonary|visceral|peritoneal|meningeal|spinal"
        r"|skeletal|nodes?|nodal|axillary|cerebral|intracranial|skin|cord|adrenal|pleural)"
        rf"{_JOINED}",
        "Metastases in one organ.",
        example="bone or ",
        counter_example="distant ",
    ),
    LanguageRule(
        "spread.place-before.for-example",
        r"\b(?:e\.g\.,?|such as|like) $",
        "Only an example.",
        example="such as ",
        counter_example="such ",
    ),
    LanguageRule(
        "spread.trial-stage.after",
        r" (?:of|in) (?:the )?(?:arm|part|cohort|study|trial|phase)\b| (?:only|enrol)",
        "A stage of the trial.",
        example=" of the study",
        counter_example=" of the disease",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "spread.trial-stage.before",
        r"\benrol\w{2,5} (?:in|into|to|for) (?:the )?$",
        "A stage that people join.",
        example="enrolled in ",
        counter_example="diagnosed in ",
    ),
    LanguageRule(
        "spread.staged-cancer",
        r"\b(?:breast|lung|nsclc|colon|rectal|colorectal|prostate|melanoma|pancrea\w{1,5})\b",
        "Cancers in which stage IV, and only it, means distant metastases.",
        example="stage iv pancreatic cancer",
        counter_example="stage iv thyroid cancer",
    ),
    LanguageRule(
        "spread.other-stages.cancer",
        r"\b(?:head|neck|lymphoma|leuk|myeloma|ovar|endometri)",
        "Cancers in which stages mean other things.",
        example="ovarian cancer",
        counter_example="breast cancer",
    ),
    LanguageRule(
        "spread.other-stages.illness",
        r"\b(?:kidney|renal|ckd|hypertension|nyha|heart|fibrosis|pressure|parkinson|disease stage)",
        "Stages of other illnesses.",
        example="chronic kidney disease",
        counter_example="colon cancer",
    ),
)
