"""What stands beside an amount and says that it is no dose: **rows** ─▶ routes.dose_of."""

import re

from trialway.language_rules import LanguageRule, RuleTable

DOSE_WORDS = RuleTable(
    LanguageRule(
        "dose.not.before",
        r"(?:\b(?:concentrations?|strengths?|supplied|vials?|ampou?les?|syringes?|bottles?|bags?"
        r"|restrict\w*|limit\w*|blood|urine|serum|plasma|samples?|aliquots?|volumes?|diluted|dissolved"
        r"|flush\w*"
        r"|water|creatinine|glucose|h(?:a)?emoglobin|weigh\w*)\b[^.;]{0,40}|[<>≤≥]\s*)$",
        "The amount is a strength, a container, a sample, a limit or a value.",
        "ready-to-use vials containing ",
        "the vials are kept cold. Patients receive ",
    ),
    LanguageRule(
        "dose.not.after",
        r"^\s*(?:(?:per|/|in|in each|per each)\s*(?:\d+(?:\.\d+)?\s*)?(?:m(?:illi)?l(?:it(?:er|re)s?)?"
        r"|l(?:it\w+)?"
        r"|vial|ampou?le|syringe|bag|bottle)\b"
        r"|(?:of )?(?:(?:whole|venous|peripheral) )?(?:blood|urine|saliva|serum|plasma|water|saline"
        r"|milk|dextrose"
        r"|tumou?r|tissue)\b|(?:vials?|ampou?les?|syringes?|bags?|bottles?)\b)",
        "An amount in a volume, or of what is taken from people or a drug is given in.",
        " per milliliter (mg/mL)",
        " per day",
    ),
    flags=re.IGNORECASE,
)
