"""How much is given, and words that make one amount doubtful: **the tables** ─▶ routes.

Units keep their case in the first table ("g" is no "G"); words do not in the second.
"""

import re

from trialway.language_rules import LanguageRule, RuleTable

_AMOUNT = r"\d[\d,]*(?:\.\d+)?"

DOSES = RuleTable(
    LanguageRule(
        "dose.amount",
        rf"(?<![\w.,/^-])({_AMOUNT}) ?-?(mg|milligrams?|mcg|µg|μg|"
        rf"ug|micrograms?|g|grams?|IU|units?|U|mL|ml|mmol|mCi|MBq|"
        rf"GBq|Gy|cGy)"
        r"((?: \((?:mg|mcg|µg|g|mg/kg)\))?(?: ?/ ?| per )(?:kg|kilograms?|"
        r"m\\?\^?2|m²|square meters?|day|d)\b(?: \(mg/kg\))?(?:/(?:day|d|min|h))?)?"
        r"(?![\w/^-])",
        "An amount, which may be by weight, surface or time.",
        example="10 mg/kg",
        counter_example="10 mg/week",
    ),
    LanguageRule(
        "dose.solvent",
        r"\b(?:in|with|per) (?:approximately |about )?\d[\d.,]* ?m[lL]\b",
        "What it is dissolved in.",
        example="in 200 ml of hot water",
        counter_example="200 ml of hot water",
    ),
    LanguageRule(
        "dose.any-amount",
        r"\d ?-?(?:mg|milligrams?|mcg|µg|μg|ug|micrograms?|IU)\b(?! ?/ ?m[lL])",
        "An amount in a way that is not read, once those that are read are gone.",
        example="600 mg/week",
        counter_example="50 mg/mL",
    ),
    LanguageRule(
        "dose.another-number",
        r" ?(?:-|–|~|∼|to|or) ?\d",
        "Another number straight behind: more than one dose.",
        example=" or 10",
        counter_example=" on day 1",
    ),
)
DOSE_WORDS = RuleTable(
    LanguageRule(
        "dose.beside",
        r"\b(?:also|in addition|additionally|on top of|along with|together with|in combination|combined"
        r"|background|standard|rescue)\b",
        "What comes after is on something else.",
        example="participants will also receive",
        counter_example="participants will receive",
    ),
    LanguageRule(
        "dose.other-drugs",
        r"\boral (?:anti\w*|hypoglyc\w*|contracept\w*|food|drugs|medic\w+|agents)\b",
        "How other drugs are taken.",
        example="treated with diet or oral antidiabetic drugs",
        counter_example="oral tablets",
    ),
    LanguageRule(
        "dose.changes.steps",
        r"titrat|escalat|\bincreas|\bdecreas|\breduc|taper|adjust|\bdoubl(?!e[- ](?:blind|dummy))|up-?dos"
        r"|\bramp|gradual|step-?up|loading",
        "A dose that does not stay as it is.",
        example="doubled after 2 weeks",
        counter_example="double-blind",
    ),
    LanguageRule(
        "dose.changes.share",
        r"% of|\bper (?:tablet|capsule|pill|bag|vial|chew|sachet)s?\b",
        "A share of something, or what one piece holds.",
        example="5 mg per tablet",
        counter_example="5 mg per kg",
    ),
    LanguageRule(
        "dose.changes.if",
        r"\bif (?:tolerated|needed|necessary)|depend",
        "A dose that hangs on something.",
        example="20 mg if tolerated",
        counter_example="20 mg as tolerated",
    ),
    LanguageRule(
        "dose.unsure.range",
        r"(?:up to|maximum(?: of)?|max\.?|from|between|minimum(?: of)?|at least|\bor|to|-|–|~|∼|±|x|×) ?$",
        "One end of a range, or one of two doses.",
        example="up to ",
        counter_example="given ",
    ),
    LanguageRule(
        "dose.unsure.step",
        r"(?:start(?:ing|ed)?(?: dose)?(?: of| at| with)?|initial(?: dose)?(?: of)?|target(?: dose)?(?: of)?"
        r") ?$",
        "The first or the last of several doses.",
        example="starting dose of ",
        counter_example="dose of ",
    ),
    LanguageRule(
        "dose.none.before",
        r"(?:\b(?:two|three|four|five|six|seven|eight|ten|[2-9]|1\d) (?:x )?|\b(?:concentrations?"
        r"|strengths?|supplied|vials?|ampou?les?|syringes?|bottles?|bags?"
        r"|restrict\w*|limit\w*|blood|urine|serum|plasma|samples?|aliquots?|volumes?|diluted|dissolved"
        r"|flush\w*"
        r"|water|creatinine|glucose|h(?:a)?emoglobin|weigh\w*)\b[^.;]{0,40}|[<>≤≥]\s*"
        r"|\b(?:tablets?|capsules?) (?:with|containing|of) )$",
        "The amount is a strength, a container, a sample, a limit or a value.",
        "ready-to-use vials containing ",
        "the vials are kept cold. Patients receive ",
    ),
    LanguageRule(
        "dose.none.after",
        r"^\s*(?:(?:dose )?strengths?\b|(?:per|/|each|a) (?:time|session|fraction)\b|/?fraction\b|[*×x] ?\d"
        r"|(?:/|per) ?(?:h|hr|hrs|hour|min|minute)s?\b"
        r"|(?!per\b|each\b)[a-z][\w-]{2,30} ?(?:/|per ) ?(?:day|d|24 ?h|week)\b"
        r"|(?:/|per|in each|into each|each) ?(?:nostril|eye|ear|side|nare)s?\b"
        r"|(?:\([a-zµμ]{1,12}\))?\s*(?:/|per)\s*(?:square|sq\b|met(?:er|re)|body)|(?:per|/|in|in each"
        r"|per each)\s*(?:\d+(?:\.\d+)?\s*)?(?:m(?:illi)?l(?:it(?:er|re)s?)?"
        r"|l(?:it\w+)?"
        r"|vial|ampou?le|syringe|bag|bottle)\b"
        r"|(?:of )?(?:(?:whole|venous|peripheral|fasting) ){0,3}(?:blood|urine|saliva|serum|plasma"
        r"|water|saline"
        r"|milk|dextrose"
        r"|tumou?r|tissue)\b|(?:vials?|ampou?les?|syringes?|bags?|bottles?)\b)",
        "An amount in a volume, or of what is taken from people or a drug is given in.",
        " per milliliter (mg/mL)",
        " per day",
    ),
    flags=re.IGNORECASE,
)
