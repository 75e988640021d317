"""Names of treatments in a list and what they share: **the table** ─▶ treatment_names."""

from trialway.language_rules import LanguageRule, RuleTable

HEAD = (
    r"(?:inhibitors?|antagonists?|agonists?|blockers?|antibod(?:y|ies)|agents?|drugs?|therap(?:y|ies)"
    r"|treatments?|vaccines?|transplant(?:ation)?s?|inhibition|blockade|modulators?|analogues?|analogs?)"
)

TREATMENT_NAMES = RuleTable(
    LanguageRule(
        "treatment.generic",
        r"^(?:(?:any|other|such|these|similar|all|same|of|the|another|different|additional|specific"
        r"|current) ){0,3}"
        r"(?:inhibitors?|antagonists?|agonists?|blockers?|antibod(?:y|ies)|agents?|drugs?|therap(?:y|ies)"
        r"|treatments?|medications?|medicines?|products?|regimens?|compounds?|modulators?|classes|class)$",
        "A word for treatments of any kind: never a treatment by itself.",
        example="other inhibitors",
        counter_example="aromatase inhibitors",
    ),
    LanguageRule(
        "treatment.head",
        rf" (?P<head>{HEAD})$",
        "What the names before it share.",
        example="mtor inhibitors",
        counter_example="inhibitors of mtor",
    ),
    LanguageRule(
        "treatment.head-before",
        rf"\b(?P<head>{HEAD}),? "
        r"(?:such as|including(?: but not limited to)?|like|e\.?g\.?,?|of|against|targeting) ",
        "What the names behind it share.",
        example="or inhibitors such as ",
        counter_example="or inhibitors, ",
    ),
    LanguageRule(
        "treatment.target",
        r"^(?:anti-)?(?:[a-z]{1,6}[ -]?\d{1,3}(?:[/-]?[a-z0-9]{1,3}){0,2}|pd-?l-?[12]|pi3k|akt|mtor|mek"
        r"|alk|ros1?|met|braf|kras|egfr|vegfr?|fgfr|parp|btk|jak|tki|pdgfr?|tnf|ctla-?4|icos|tigit|ido|her-?2|trk|ntrk|ret|kit|erk|hdac|proteasome"
        r"|aurora|androgen receptor|gonadotropin)(?:-(?:targeted|directed))?$",
        "A target in the body: it names a treatment only with the word for it.",
        example="pi3k",
        counter_example="cisplatin",
    ),
    LanguageRule(
        "treatment.kind",
        r"^(?:allogen(?:e)?ic|autologous|systemic|local|regional|adjuvant|neo-?adjuvant|hormonal?|endocrine"
        r"|biological?|targeted|cytotoxic|radiation|palliative|intravenous|oral|topical|checkpoint"
        r"|tyrosine kinase)$",
        "A word that narrows a treatment and belongs to all that follows it.",
        example="allogeneic",
        counter_example="radiotherapy",
    ),
    LanguageRule(
        "treatment.organ",
        r"^(?:(?:allogen(?:e)?ic|autologous|ha?ematopoietic|prior|orthotopic) ){0,2}(?:solid organs?"
        r"|organs?|bone marrow|marrow|stem[ -]cells?|heart|lungs?|liver|kidney|renal|cardiac|pancreas"
        r"|intestin(?:e|al)|cornea|small[ -]bowel|tissue)$",
        "What is transplanted: it shares only the last noun.",
        example="allogeneic stem cell",
        counter_example="heart surgery",
    ),
)
