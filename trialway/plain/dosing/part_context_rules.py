"""Words around a part of a schedule that change its meaning: **the table** ─▶ parts."""

import re

from trialway.language_rules import LanguageRule, RuleTable

PART_CONTEXT = RuleTable(
    LanguageRule(
        "dosing.context.not-on",
        r"\b(?:from|before|after|until|up to|by|since|prior to|between|"
        r"beginning|starting|start|starts|begins?|end of|through|"
        r"end on|ending)(?: on| at| with| from)? (?:study |the )*$",
        "A bound of the days, not a day of a dose.",
        example="beginning on ",
        counter_example="given on ",
    ),
    LanguageRule(
        "dosing.context.to-this",
        r"\d ?(?:[-‐‑‒–—−~∼]|to|or) ?$",
        "The second number of two.",
        example="3-",
        counter_example="3 mg ",
    ),
    LanguageRule(
        "dosing.context.from-this",
        r" ?[^\w\s.,;:()\[\]/&+'\"”*]+ ?\d",
        "The first number of two, with a sign between them that is not known.",
        example="?14",
        counter_example=", 14",
    ),
    LanguageRule(
        "dosing.context.supply",
        r"\b(?:suppl(?:y|ied|ies)|enough|dispens\w+|bottles?|provided)\b[^.;]{0,40}$",
        "How much is handed out at a time.",
        example="enough tablets for ",
        counter_example="tablets for ",
    ),
    LanguageRule(
        "dosing.context.of-a-noun",
        r"(?:\b(?:the|an?|their|his|her|your|patients?'?s?|participants?'?s?|subjects?'?s?|of|with|and|plus"
        r"|receiv\w+|home|usual)['’]?) $",
        "The adverb belongs to a noun.",
        example="their ",
        counter_example="tablets ",
    ),
    LanguageRule(
        "dosing.context.a-noun",
        r" (?!(?:oral\w*|subcutaneous\w*|intravenous\w*|intramuscular\w*|iv|sc|im|po|doses?|dosing"
        r"|injections?|infusions?|administrations?|consumption"
        r"|ingestion|treatments?|therapy|tablets?|capsules?|pills?|supplement\w*|applications?|basis|for|at"
        r"|to|in|on|with|by|as|and|or|until|from"
        r"|of|after|before|during|over|is|are|was|were|if|while|through|up|starting|beginning|plus|via|per"
        r"|under|the)\b)[a-z]",
        "A noun that is no way of giving, or another drug.",
        example=" glucose plan",
        counter_example=" for 3",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "dosing.context.or-on",
        r"[^.;]{0,60}\b(?:or|and|to)\b ?(?:on )?",
        "Between a bound and another one.",
        example=" of part a or on ",
        counter_example=" of part a; ",
    ),
    flags=re.IGNORECASE,
)
