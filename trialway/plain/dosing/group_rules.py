"""Words between and before parts of a schedule: **the table of what belongs together** ─▶ group_parts."""

import re

from trialway.language_rules import LanguageRule, RuleTable

GROUPING = RuleTable(
    LanguageRule(
        "dosing.group.break",
        r"[;\n]|\.(?=\s+[A-Z(]|\s*$)|\b(?:plus|then|followed|thereafter|"
        r"subsequently|combined|combination|except|versus)\b|\bor\b",
        "What parts two schedules.",
        example="day 1; then",
        counter_example="day 1 of",
    ),
    LanguageRule(
        "dosing.group.another-dose",
        r"\d ?(?:mg|mcg|µg|ug|g|ml|iu|units?)\b",
        "Another amount: another schedule.",
        example="and 20 mg",
        counter_example="and 20 minutes",
    ),
    LanguageRule(
        "dosing.group.not-given",
        r"\b(?:total dose|visits?|assess\w*|monitor\w*|scans?|mri|"
        r"ct|samples?|measure\w*|follow(?:ed)?[- ]up|calls?|check\w*|"
        r"examin\w*|evaluat\w*|"
        r"discontinu\w*|withdraw\w*|interview\w*|"
        r"questionnaires?|surveys?|exercis\w*|"
        r"train\w*|sessions?|walk\w*|wash-?out|screening|biops\w*|"
        r"reviewed|imaging|hospitali[sz]\w*|prior to|before|enrol\w*|"
        r"intake|coach\w*|counsel\w*|educat\w*|weighed|contact\w*|surg\w*|\w+ectomy|operat\w*|transplant\w*|"
        r"observ\w*|collected|interval of|delay\w*|permitted|allowed|"
        r"rang(?:es?|ing)|may be)\b(?:[^.;]|\.(?=\d)){0,60}$",
        "Not the treatment: checks, steps of a dose, what came before.",
        example="follow-up visits ",
        counter_example="injected ",
    ),
    LanguageRule(
        "dosing.group.changes",
        r"\b(?!escalating doses?\b)(?:titrat|taper|increas|escalat|reduc|decreas|adjust|doubl)\w*\b"
        r"(?P<rest>(?:[^.;]|\.(?=\d)){0,60})$",
        "How a dose changes, and not how it is given, unless words of giving come in between.",
        example="increased by 5 mg ",
        counter_example="escalating doses ",
    ),
    LanguageRule(
        "dosing.group.given",
        r"\b(?:administ|given|inject|infus|receiv|taken?\b|vaccinat|dos(?:e|es|ed|ing)\b|oral|intraven"
        r"|subcutan"
        r"|intramusc|iv\b|sc\b|im\b|po\b|\d ?(?:mg|mcg|µg|g|ml|iu|auc)\b)",
        "Words of giving.",
        example="administered intravenously",
        counter_example="adjusted",
    ),
    LanguageRule(
        "dosing.group.either",
        r"\beither\b[^.;]{0,60}$",
        "The first of two ways.",
        example="receive either ",
        counter_example="neither of ",
    ),
    LanguageRule(
        "dosing.group.only-if",
        r"\b(?:if|unless|in case of|in the event of)\b[^;]{0,200}$",
        '"If they cannot eat, insulin is given every 6 hours": for some people, at some times.',
        example="if they cannot eat, insulin ",
        counter_example="given; ",
    ),
    LanguageRule(
        "dosing.group.is-done",
        r"^(?:[ ,-]+\w+){0,3}[ ,]+(?:diar(?:y|ies)|charts?|logs?|records?|scores?|ratings?|questionnaires?"
        r"|visits?|checks?|monitoring|assessments?|measurements?|weighing|calls?|contacts?|exercises?"
        r"|sessions?|walks?|reports?"
        r"|reminders?|messages?|meetings?|lessons?|classes|training|tests?)\b",
        '"A daily pain diary": something that is done, not given.',
        example=" pain diary",
        counter_example=" pain medication",
    ),
    LanguageRule(
        "dosing.group.found-on",
        r"\b(?:negative|positive|respon\w+|eligible|progress\w*|convert\w*|status|baseline|randomi[sz]\w*"
        r"|post-?dose|pre-?dose|fast(?:ed|ing))\b[^.;,]{0,50}$",
        "A day on which something is found, not given.",
        example="randomised on ",
        counter_example="given on ",
    ),
    LanguageRule(
        "dosing.group.goes-on",
        r"^\W*\.\s+(?:The )?(?:Study )?(?:Treatment|Therapy|Dosing|"
        r"Participants|Patients)\b[^.]*\bcontinu\w*\b[^.]*$",
        "A sentence of its own on how long it goes on.",
        example=". Treatment will continue ",
        counter_example=". Surgery will continue ",
    ),
    LanguageRule(
        "dosing.group.sentence-end",
        r"\.\s+(?-i:[A-Z])",
        "The end of a sentence.",
        example="daily. Patients",
        counter_example="approx. once daily",
    ),
    LanguageRule(
        "dosing.group.first-cycle",
        r"\s*(?:of |in |, ?)?\(?cycles? ?(?:1|one)\b\)?(?: only)?",
        "The first cycle and no other.",
        example=" of cycle 1 only",
        counter_example=" of cycle 12",
    ),
    LanguageRule(
        "dosing.group.thereafter",
        r"\s*,? ?(?:and )?(?:then |thereafter |subsequently )+(?:on )?",
        "What comes after the first cycle.",
        example=", and then on ",
        counter_example=", and on ",
    ),
    LanguageRule(
        "dosing.phase.loading",
        r"\bloading(?: doses?)?\b(?=(?:(?!\bthen\b|followed)[^.;]){0,60}$)",
        "What follows is the loading dose.",
        example="a loading dose of 8 mg/kg ",
        counter_example="a loading dose, followed by ",
    ),
    LanguageRule(
        "dosing.phase.maintenance",
        r"\bmaintenance(?: doses?| therapy| treatment)?\b(?=[^.;]{0,60}$)",
        "What follows is the maintenance dose.",
        example="maintenance doses of 6 mg/kg ",
        counter_example="maintenance. Then ",
    ),
    flags=re.IGNORECASE,
)
